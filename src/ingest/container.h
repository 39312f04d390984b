#pragma once
// Where on a page the report stands: the element around headline and text, and in it the one around the paragraphs.
//
// Each piece of running text weighs as much as it has characters outside links. It weighs less where it stands alone
// (a notice, the summary of another report), where a heading that is a link stands before it (a teaser), and where its
// words are those of legal notices. From the headline the search goes up until the element holds enough weight, then
// down as long as one child holds nearly all of it. Without a headline it goes down from <body>. The page's own mark
// (itemprop="articleBody", class "article-body") is taken where it holds most of the weight.
//
// Thread-safety: immutable after it is made. Time is linear in the page.

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/dom.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

class TextWeights {
 public:
  TextWeights(const Dom& dom, const PageParts& parts, const PageText& text);

  // Running text, of whatever weight.
  [[nodiscard]] bool is_prose(size_t piece) const { return prose_[piece]; }
  [[nodiscard]] double of_piece(size_t piece) const { return before_[piece + 1] - before_[piece]; }
  [[nodiscard]] double of_pieces(size_t first, size_t end) const {
    return first < end ? before_[end] - before_[first] : 0;
  }
  [[nodiscard]] double of_all() const { return before_.back(); }
  // Of the pieces in the element that stand at or behind `from`.
  [[nodiscard]] double of_element(uint32_t node, size_t from) const;

  // The element around the piece and its like: the parent of the outermost element that holds nothing but the piece.
  [[nodiscard]] uint32_t family(size_t piece) const { return family_[piece]; }

  // Pieces inside the element, [first, end).
  [[nodiscard]] size_t first_piece(uint32_t node) const { return pieces_before_[node]; }
  [[nodiscard]] size_t end_piece(uint32_t node) const { return pieces_before_[dom_[node].end]; }
  [[nodiscard]] size_t pieces_in(uint32_t node) const { return end_piece(node) - first_piece(node); }

 private:
  void find_families(const PageText& text);
  void weigh(const PageText& text);

  const Dom& dom_;
  const PageParts& parts_;
  std::vector<bool> prose_;
  std::vector<uint32_t> family_;
  std::vector<uint32_t> pieces_before_;  // each node
  std::vector<double> before_;           // summed weights
};

struct Container {
  uint32_t story = 0;  // around headline and text
  uint32_t body = 0;   // around the paragraphs, inside the story
};

[[nodiscard]] Container find_container(const Dom& dom, const PageParts& parts, const PageText& text,
                                       const TextWeights& weights, std::optional<uint32_t> headline);

}  // namespace onrecord::ingest
