#pragma once
// What the elements of a page are for, as their tags, attributes and the words of their class and id say: navigation,
// forms, adverts, comments and the like are dropped with all that is in them; captions, bylines, decks and embedded
// posts are told apart. The words stand in data/lexicons/ingest-page-*.txt.
//
// Lifetime: holds the Dom by reference. Thread-safety: immutable after it is made. Time is linear in the page.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/dom.h"
#include "onrecord/record.h"

namespace onrecord::ingest {

class PageParts {
 public:
  // How readily elements are dropped: for the words in their names, for their tag alone, or only what is never text.
  enum class Strictness : uint8_t { kByName, kByTag, kNeverText };
  explicit PageParts(const Dom& dom, Strictness strictness = Strictness::kByName);

  // The element itself is dropped, and so is all that is in it.
  [[nodiscard]] bool dropped(uint32_t node) const { return dropped_[node]; }
  // Characters of text in the element, white space aside, scripts and the like not counted.
  [[nodiscard]] uint64_t characters_in(uint32_t node) const;
  // What the elements around a text node, up to but not including `within`, say that it is. Elements that hold less
  // than most of `characters`, the size of the piece that the text begins, say nothing of it.
  [[nodiscard]] std::optional<BlockKind> kind_of(uint32_t text_node, uint32_t within, uint32_t characters) const;
  // The element names itself as holding the article ("article-body", itemprop="articleBody").
  [[nodiscard]] bool is_article_body(uint32_t node) const;

 private:
  void count_text();
  [[nodiscard]] bool is_unwanted(uint32_t node) const;
  [[nodiscard]] bool holds_much(uint32_t node) const;
  [[nodiscard]] bool is_hidden(uint32_t node) const;
  [[nodiscard]] bool has_h1(uint32_t node) const;
  [[nodiscard]] std::optional<BlockKind> own_kind(uint32_t node) const;

  const Dom& dom_;
  Strictness strictness_;
  // Sums over the nodes before each node, and over all at the end.
  std::vector<uint64_t> characters_before_;
  std::vector<uint64_t> prose_before_;  // characters of long texts outside links
  std::vector<uint32_t> h1_before_;
  std::vector<uint32_t> links_before_;
  std::vector<bool> dropped_;
};

// The words of each name in class and id: "articleBody_main wide" → {article, body, main}, {wide}.
[[nodiscard]] std::vector<std::vector<std::string>> naming_words(const Dom& dom, uint32_t node);

// Elements that part paragraphs.
[[nodiscard]] bool is_block(std::string_view tag);

}  // namespace onrecord::ingest
