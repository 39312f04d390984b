#pragma once
// What the names of an element (class, id, itemprop, the marks of page builders) say that it is for.
//
// A name is cut into words: "articleBody_main" is article, body, main. Runs of one to three words are looked up in the
// tables data/lexicons/ingest-page-*.txt. Where one name says several things, the word that stands last decides, as in
// English: an "article-author-bio" is a bio, a "story-credits__date" is a date. Names of states and layouts
// ("has-sidebar", "comments-open") say nothing.
//
// Thread-safety: Naming is for one thread; the functions are pure. Time is linear in the names; each is read once.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/dom.h"
#include "onrecord/record.h"

namespace onrecord::ingest {

struct NamedAs {
  bool unwanted = false;  // navigation, adverts, appeals …
  bool foreign = false;   // what readers wrote, appeals to them
  bool teaser = false;    // maybe a card that leads to another report
  bool body = false;      // the element around the paragraphs
  bool headline = false;
  bool deck = false;
  std::optional<BlockKind> kind;  // byline, dateline, caption, credit, embed
};

class Naming {
 public:
  explicit Naming(const Dom& dom) : dom_(dom) {}
  [[nodiscard]] const NamedAs& of(uint32_t node);

 private:
  const Dom& dom_;
  std::unordered_map<std::string, NamedAs> seen_;  // by the names of an element, one after the other
};

// The words of each name: "articleBody_main wide" → {article, body, main}, {wide}.
[[nodiscard]] std::vector<std::vector<std::string>> words_of_names(std::string_view names);

}  // namespace onrecord::ingest
