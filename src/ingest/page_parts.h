#pragma once
// What the elements of a page are for, as their tags, attributes and names (naming.h) say: navigation, forms, adverts,
// comments and the like are dropped with all that is in them; captions, bylines, dates and embedded posts are told
// apart. An element that holds the headline or a large part of the text is never dropped for what it is called.
//
// Lifetime: holds the Dom by reference. Thread-safety: immutable after it is made. Time is linear in the page.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/dom.h"
#include "ingest/naming.h"
#include "onrecord/record.h"

namespace onrecord::ingest {

class PageParts {
 public:
  // How readily elements are dropped: for the words in their names, for their tag alone, or only what is never text.
  enum class Strictness : uint8_t { kByName, kByTag, kNeverText };
  explicit PageParts(const Dom& dom, Strictness strictness = Strictness::kByName);

  // The element itself is dropped, and so is all that is in it.
  [[nodiscard]] bool dropped(uint32_t node) const { return marks_[node].dropped; }
  // Characters of text in the element, white space aside, scripts and the like not counted.
  [[nodiscard]] uint64_t characters_in(uint32_t node) const;
  // What the elements around a text node say that it is. Elements that hold less than most of `characters`, the size
  // of the piece that the text begins, say nothing of it, and nor do those that hold far more than their kind can be.
  [[nodiscard]] std::optional<BlockKind> kind_of(uint32_t text_node, uint32_t characters) const;
  // The element names itself as holding the paragraphs ("article-body", itemprop="articleBody").
  [[nodiscard]] bool is_article_body(uint32_t node) const { return marks_[node].body; }
  [[nodiscard]] bool is_headline(uint32_t node) const { return marks_[node].headline; }
  [[nodiscard]] bool is_deck(uint32_t node) const { return marks_[node].deck; }
  // Words on the line of others that are a piece of their own: the date beside a byline, the credit behind a caption.
  [[nodiscard]] bool stands_alone(uint32_t node, uint32_t block) const;

  // The nearest such element around the node, itself included, or Dom::kNone.
  [[nodiscard]] uint32_t table_around(uint32_t node) const { return around_[node].table; }
  [[nodiscard]] uint32_t row_around(uint32_t node) const { return around_[node].row; }
  [[nodiscard]] uint32_t list_item_around(uint32_t node) const { return around_[node].list_item; }
  [[nodiscard]] uint32_t quote_around(uint32_t node) const { return around_[node].quote; }
  [[nodiscard]] uint32_t embed_around(uint32_t node) const { return around_[node].embed; }  // the outermost
  [[nodiscard]] uint32_t article_around(uint32_t node) const { return around_[node].article; }

 private:
  struct Marks {
    bool dropped = false;
    bool body = false;
    bool headline = false;
    bool deck = false;
    bool unwanted = false;
    bool foreign = false;
    bool teaser = false;
    std::optional<BlockKind> kind;
  };
  struct Around {
    uint32_t table = Dom::kNone, row = Dom::kNone, list_item = Dom::kNone, quote = Dom::kNone, embed = Dom::kNone,
             article = Dom::kNone, kind = Dom::kNone, main = Dom::kNone;
  };
  // Sums over the nodes before a node.
  struct Before {
    uint64_t characters = 0;  // of all text
    uint64_t links = 0;       // of text in links
    uint64_t prose = 0;       // of long texts outside links and comments
    uint32_t headlines = 0;   // <h1>
    uint32_t articles = 0;
  };

  void mark(uint32_t node, Naming& naming);
  void look_around(uint32_t node);
  void count();
  [[nodiscard]] bool is_unwanted(uint32_t node) const;
  [[nodiscard]] bool unwanted_by_tag(uint32_t node) const;
  [[nodiscard]] bool is_unwanted_aside(uint32_t node) const;
  [[nodiscard]] bool is_hidden(uint32_t node) const;
  [[nodiscard]] bool is_teaser(uint32_t node) const;
  [[nodiscard]] bool holds_share(uint32_t node, double share) const;
  [[nodiscard]] bool fits(uint32_t node, BlockKind kind) const;

  const Dom& dom_;
  Strictness strictness_;
  std::vector<Marks> marks_;
  std::vector<Around> around_;
  std::vector<Before> before_;  // one more than there are nodes
};

// Elements that part paragraphs.
[[nodiscard]] bool is_block(std::string_view tag);

// h1 to h6: 1 to 6; else 0.
[[nodiscard]] int heading_level(std::string_view tag);

}  // namespace onrecord::ingest
