#include "ingest/page_parts.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "ingest/lexicon.h"
#include "ingest/patterns.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

// An element with so large a part of the page's text is never dropped for what it is called.
constexpr uint64_t kLargePart = 3;  // a third
constexpr uint64_t kLongText = 40;  // characters between two tags

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 25> kNoText = {
    "script",   "style",  "noscript", "template", "iframe", "svg",      "math",   "head",   "object",
    "embed",    "applet", "canvas",   "audio",    "video",  "map",      "select", "option", "button",
    "textarea", "input",  "title",    "noframes", "xmp",    "datalist", "label"};
constexpr std::array<std::string_view, 7> kPageParts = {"nav", "footer", "aside", "form", "menu", "dialog", "header"};
constexpr std::array<std::string_view, 11> kUnwantedRoles = {"navigation", "banner",  "contentinfo", "complementary",
                                                             "search",     "dialog",  "alertdialog", "menu",
                                                             "menubar",    "toolbar", "alert"};
constexpr std::array<std::string_view, 42> kBlocks = {
    "address", "article", "aside", "blockquote", "body",       "caption", "center", "dd",   "details",  "dialog", "dir",
    "div",     "dl",      "dt",    "fieldset",   "figcaption", "figure",  "footer", "form", "h1",       "h2",     "h3",
    "h4",      "h5",      "h6",    "header",     "hgroup",     "hr",      "legend", "li",   "main",     "menu",   "nav",
    "ol",      "p",       "pre",   "section",    "summary",    "table",   "tr",     "ul",   "#document"};
constexpr std::array<std::string_view, 6> kTableBlocks = {"td", "th", "tbody", "thead", "tfoot", "html"};

// A word at either end of a name tells what the element is; in the middle ("has-sidebar-left") it may tell of another.
// Two words in a row count anywhere.
bool any_word(const std::vector<std::vector<std::string>>& names, const PhraseTable& table) {
  for (const auto& words : names) {
    if (table.has_word(words.front()) || table.has_word(words.back())) return true;
    for (size_t i = 0; i + 1 < words.size(); ++i) {
      if (table.has_word(words[i] + ' ' + words[i + 1])) return true;
    }
  }
  return false;
}

std::vector<std::string> split_name(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  bool lower_before = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    if (upper && lower_before) finish();
    if (upper || lower || digit) {
      word += static_cast<char>(upper ? c | 0x20 : c);
    } else {
      finish();
    }
    lower_before = lower;
  }
  finish();
  return words;
}

}  // namespace

std::vector<std::vector<std::string>> naming_words(const Dom& dom, uint32_t node) {
  std::vector<std::vector<std::string>> names;
  for (const char* const attribute : {"class", "id"}) {
    for (const std::string_view name : split_words(dom.attribute(node, attribute))) {
      auto words = split_name(name);
      if (!words.empty()) names.push_back(std::move(words));
    }
  }
  return names;
}

bool is_block(std::string_view tag) {
  return is_one_of(kBlocks, tag) || is_one_of(kTableBlocks, tag);
}

PageParts::PageParts(const Dom& dom, Strictness strictness)
    : dom_(dom), strictness_(strictness), dropped_(dom.size(), false) {
  count_text();
  for (uint32_t i = 0; i < dom.size();) {
    dropped_[i] = !dom[i].is_text() && is_unwanted(i);
    i = dropped_[i] ? dom[i].end : i + 1;
  }
}

void PageParts::count_text() {
  uint64_t characters = 0;
  uint64_t prose = 0;
  uint32_t h1 = 0;
  uint32_t links = 0;
  uint32_t silent_until = 0;
  uint32_t link_until = 0;
  for (uint32_t i = 0; i < dom_.size(); ++i) {
    characters_before_.push_back(characters);
    prose_before_.push_back(prose);
    h1_before_.push_back(h1);
    links_before_.push_back(links);
    const Node& node = dom_[i];
    if (!node.is_text()) {
      h1 += node.tag == "h1";
      if (is_one_of(kNoText, node.tag)) silent_until = std::max(silent_until, node.end);
      if (node.tag == "a") link_until = std::max(link_until, node.end);
      links += node.tag == "a" && !dom_.attribute(i, "href").empty();
      continue;
    }
    if (i < silent_until) continue;
    uint64_t here = 0;
    for (const char c : node.text) here += static_cast<unsigned char>(c) > ' ' && (c & 0xC0) != 0x80;
    characters += here;
    if (i >= link_until && here >= kLongText) prose += here;
  }
  characters_before_.push_back(characters);
  prose_before_.push_back(prose);
  h1_before_.push_back(h1);
  links_before_.push_back(links);
}

bool PageParts::holds_much(uint32_t node) const {
  const uint64_t prose = prose_before_[dom_[node].end] - prose_before_[node];
  if (prose_before_.back() == 0) return characters_in(node) * kLargePart > characters_before_.back();
  return prose * kLargePart > prose_before_.back();
}

uint64_t PageParts::characters_in(uint32_t node) const {
  return characters_before_[dom_[node].end] - characters_before_[node];
}

bool PageParts::has_h1(uint32_t node) const {
  return h1_before_[dom_[node].end] > h1_before_[node];
}

bool PageParts::is_hidden(uint32_t node) const {
  static const RE2 kStyle(R"((?i)(?:display\s*:\s*none|visibility\s*:\s*hidden))", RE2::Quiet);
  if (dom_.has_attribute(node, "hidden") || dom_.attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = dom_.attribute(node, "style");
  return !style.empty() && RE2::PartialMatch(piece(style), kStyle);
}

bool PageParts::is_unwanted(uint32_t node) const {
  const std::string_view tag = dom_[node].tag;
  if (is_one_of(kNoText, tag)) return true;
  if (tag == "body" || tag == "html" || tag == "#document" || tag == "main" || tag == "article") return false;
  if (strictness_ == Strictness::kNeverText || holds_much(node)) return false;
  if (is_hidden(node) || is_one_of(kUnwantedRoles, dom_.attribute(node, "role"))) return true;
  if (is_one_of(kPageParts, tag)) {
    const bool of_article = tag == "header" && dom_.enclosing(node, "article") != Dom::kNone;
    const bool of_page = tag == "nav" || tag == "footer";
    if (of_page || (!of_article && !has_h1(node))) return true;
  }
  const bool heading = tag.size() == 2 && tag[0] == 'h';
  if (heading || strictness_ != Strictness::kByName) return false;
  const auto names = naming_words(dom_, node);
  if (any_word(names, lexicon().page_unwanted)) return true;
  return links_before_[dom_[node].end] > links_before_[node] && any_word(names, lexicon().page_teasers);
}

std::optional<BlockKind> PageParts::own_kind(uint32_t node) const {
  const std::string_view tag = dom_[node].tag;
  if (tag == "figcaption" || tag == "caption") return BlockKind::kCaption;
  if (tag == "h1" || tag == "h2" || tag == "h3" || tag == "h4" || tag == "h5" || tag == "h6")
    return BlockKind::kSubheading;
  const auto words = naming_words(dom_, node);
  const Lexicon& l = lexicon();
  if (any_word(words, l.page_embeds)) return BlockKind::kEmbed;
  if (any_word(words, l.page_captions)) return BlockKind::kCaption;
  const bool author = dom_.attribute(node, "itemprop") == "author" || dom_.attribute(node, "rel") == "author";
  if (author || any_word(words, l.page_bylines)) return BlockKind::kByline;
  if (any_word(words, l.page_decks)) return BlockKind::kSubheading;
  if (tag == "time" || any_word(words, l.page_dates)) return BlockKind::kDateline;
  if (tag == "li" || tag == "dt" || tag == "dd") return BlockKind::kList;
  return std::nullopt;
}

std::optional<BlockKind> PageParts::kind_of(uint32_t text_node, uint32_t within, uint32_t characters) const {
  constexpr uint64_t kLongestNamed = 600;  // a larger part of a page is not called after one line of it
  for (uint32_t i = dom_[text_node].parent; i != within && i != 0; i = dom_[i].parent) {
    const uint64_t inside = characters_in(i);
    if (inside > kLongestNamed) break;
    if (inside * 10 < characters * 6ULL) continue;
    if (const auto kind = own_kind(i)) return kind;
  }
  return std::nullopt;
}

bool PageParts::is_article_body(uint32_t node) const {
  if (dom_.attribute(node, "itemprop") == "articleBody") return true;
  return any_word(naming_words(dom_, node), lexicon().page_bodies);
}

}  // namespace onrecord::ingest
