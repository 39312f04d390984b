#pragma once
// What single pieces of a page are, by the elements around them and by their own words.
// Lifetime: holds what it is made of by reference. Thread-safety: immutable. Each function takes a bounded number of
// steps besides reading the words of the piece.

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/container.h"
#include "ingest/dom.h"
#include "ingest/page_metadata.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

class PieceLooks {
 public:
  PieceLooks(const Dom& dom, const PageParts& parts, const PageText& text, const PageMetadata& metadata,
             const TextWeights& weights)
      : dom_(dom), parts_(parts), text_(text), metadata_(metadata), weights_(weights) {}

  [[nodiscard]] std::string_view words(size_t i) const { return text_.pieces[i].text.in(text_.text); }
  [[nodiscard]] std::string_view tag(size_t i) const { return dom_[text_.pieces[i].node].tag; }
  [[nodiscard]] bool has_words(size_t i) const;  // a letter or a figure
  [[nodiscard]] bool is_link(size_t i) const;    // nothing but a link

  // What the elements around it say.
  [[nodiscard]] std::optional<BlockKind> said_kind(size_t i) const;
  // Byline, date, caption or credit, by name or by its words; nothing for other lines.
  [[nodiscard]] std::optional<BlockKind> front_kind(size_t i) const;
  [[nodiscard]] bool is_deck_named(size_t i) const;
  // The whole of an item of a list that stands inside the element.
  [[nodiscard]] bool is_list_item(size_t i, uint32_t within) const;
  // In a small element with a picture before it that is not the author's.
  [[nodiscard]] bool has_picture_above(size_t i) const;
  [[nodiscard]] bool is_small_print(size_t i) const;  // <small>, <font size="-2">
  // "Follow us on …", with a link or in italics: sentences of reports begin so too.
  [[nodiscard]] bool is_appeal(size_t i) const;

 private:
  [[nodiscard]] bool names_author(size_t i) const;

  const Dom& dom_;
  const PageParts& parts_;
  const PageText& text_;
  const PageMetadata& metadata_;
  const TextWeights& weights_;
};

}  // namespace onrecord::ingest
