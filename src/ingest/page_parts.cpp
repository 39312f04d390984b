#include "ingest/page_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "ingest/lexicon.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

using Tags = std::unordered_set<std::string_view>;

constexpr uint32_t kLongText = 60;        // characters of a text that counts as prose
constexpr uint64_t kLeftOutside = 80;     // characters of prose that make comments beside them dispensable
constexpr double kMuchForAName = 0.4;     // of the page's prose: too much to be dropped for a name …
constexpr double kMuchForATag = 0.5;      // … or for a tag
constexpr uint64_t kLongestTeaser = 700;  // characters
constexpr int kMostKinds = 8;             // nested elements that are looked at for a kind

bool is_never_text(std::string_view tag) {
  static const Tags kTags = {"script",   "style", "noscript", "template", "iframe", "object", "svg",      "math",
                             "canvas",   "head",  "map",      "audio",    "video",  "select", "datalist", "textarea",
                             "progress", "meter", "button",   "input",    "embed",  "applet", "noembed",  "noframes"};
  return kTags.contains(tag);
}

uint32_t visible_characters(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += byte > ' ' && (byte & 0xC0) != 0x80;
  }
  return count;
}

bool role_is(std::string_view role, std::initializer_list<std::string_view> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// <a href="/authors/jane-doe">
bool leads_to_author(const Dom& dom, uint32_t node) {
  static constexpr std::array<std::string_view, 6> kParts = {"/author/",   "/authors/",    "/staff/",
                                                             "/reporter/", "/journalist/", "/contributor/"};
  if (dom[node].tag != "a") return false;
  const std::string_view href = dom.attribute(node, "href").substr(0, 300);
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view part) { return href.find(part) != std::string_view::npos; });
}

}  // namespace

bool is_block(std::string_view tag) {
  static const Tags kTags = {
      "html",    "body",    "address", "article", "aside", "blockquote", "center",     "caption", "dd",
      "details", "dialog",  "div",     "dl",      "dt",    "fieldset",   "figcaption", "figure",  "footer",
      "form",    "h1",      "h2",      "h3",      "h4",    "h5",         "h6",         "header",  "hgroup",
      "hr",      "legend",  "li",      "main",    "menu",  "nav",        "ol",         "option",  "p",
      "pre",     "section", "summary", "table",   "tbody", "td",         "tfoot",      "th",      "thead",
      "title",   "tr",      "ul",      "iframe",  "img",   "button",     "#other"};
  return kTags.contains(tag);
}

int heading_level(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

PageParts::PageParts(const Dom& dom, Strictness strictness)
    : dom_(dom), strictness_(strictness), marks_(dom.size()), around_(dom.size()), before_(dom.size() + 1) {
  Naming naming(dom);
  for (uint32_t i = 0; i < dom.size(); ++i) {
    if (!dom[i].is_text()) mark(i, naming);
    look_around(i);
  }
  count();
  for (uint32_t i = 0; i < dom.size();) {
    marks_[i].dropped = !dom[i].is_text() && is_unwanted(i);
    i = marks_[i].dropped ? dom[i].end : i + 1;
  }
}

void PageParts::mark(uint32_t node, Naming& naming) {
  const std::string_view tag = dom_[node].tag;
  Marks& marks = marks_[node];
  const NamedAs& named = naming.of(node);
  marks.body = named.body;
  marks.headline = named.headline;
  marks.deck = named.deck;
  marks.unwanted = named.unwanted;
  marks.foreign = named.foreign;
  marks.teaser = named.teaser;
  marks.kind = named.kind;
  if (tag == "html" || tag == "body" || tag == "main") marks = {};
  if (marks.kind) return;
  if (tag == "figcaption") marks.kind = BlockKind::kCaption;
  if (tag == "time") marks.kind = BlockKind::kDateline;
  if (dom_.attribute(node, "rel") == "author" || leads_to_author(dom_, node)) marks.kind = BlockKind::kByline;
  if (heading_level(tag) > 1) marks.kind = BlockKind::kSubheading;
}

// Parents stand before their children, so that each element takes over what its parent knows.
void PageParts::look_around(uint32_t node) {
  Around& at = around_[node];
  if (node > 0) at = around_[dom_[node].parent];
  const std::string_view tag = dom_[node].tag;
  if (tag == "table") {
    at.table = node;
    at.row = Dom::kNone;
    at.list_item = Dom::kNone;
  }
  if (tag == "tr") at.row = node;
  if (tag == "li") at.list_item = node;
  if (tag == "ul" || tag == "ol") at.list_item = Dom::kNone;
  if (tag == "blockquote" || tag == "aside" || tag == "q") at.quote = node;
  if (tag == "article") at.article = node;
  if (tag == "article" || tag == "main" || dom_.attribute(node, "role") == "main" || marks_[node].body) at.main = node;
  if (marks_[node].kind) at.kind = node;
  if (marks_[node].kind == BlockKind::kEmbed && at.embed == Dom::kNone) at.embed = node;
}

void PageParts::count() {
  uint32_t link_end = 0;
  uint32_t foreign_end = 0;
  uint32_t never_end = 0;
  for (uint32_t i = 0; i < dom_.size(); ++i) {
    const Node& node = dom_[i];
    Before next = before_[i];
    if (node.is_text() && i >= never_end) {
      const uint32_t characters = visible_characters(node.text);
      next.characters += characters;
      if (i < link_end) {
        next.links += characters;
      } else if (characters >= kLongText && i >= foreign_end) {
        next.prose += characters;
      }
    }
    if (is_never_text(node.tag)) never_end = std::max(never_end, node.end);
    if (node.tag == "a") link_end = std::max(link_end, node.end);
    if (marks_[i].foreign) foreign_end = std::max(foreign_end, node.end);
    next.headlines += node.tag == "h1";
    next.articles += node.tag == "article";
    before_[i + 1] = next;
  }
}

uint64_t PageParts::characters_in(uint32_t node) const {
  return before_[dom_[node].end].characters - before_[node].characters;
}

bool PageParts::holds_share(uint32_t node, double share) const {
  const uint64_t prose = before_[dom_[node].end].prose - before_[node].prose;
  return prose > 0 && static_cast<double>(prose) >= share * static_cast<double>(before_.back().prose);
}

bool PageParts::is_hidden(uint32_t node) const {
  if (dom_.has_attribute(node, "hidden") || dom_.attribute(node, "aria-hidden") == "true") return true;
  if (dom_.has_attribute(node, "placeholder") || dom_.has_attribute(node, "fallback")) return true;  // of AMP
  std::string style;
  for (const char c : dom_.attribute(node, "style").substr(0, 500)) {
    if (c != ' ') style += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool PageParts::is_teaser(uint32_t node) const {
  const uint64_t all = characters_in(node);
  const uint64_t links = before_[dom_[node].end].links - before_[node].links;
  return links >= 12 && (links * 6 >= all || all <= kLongestTeaser);
}

bool PageParts::is_unwanted(uint32_t node) const {
  const std::string_view tag = dom_[node].tag;
  if (is_never_text(tag)) return true;
  if (strictness_ == Strictness::kNeverText || tag == "html" || tag == "body" || tag == "main" || node == 0)
    return false;
  const bool headline = before_[dom_[node].end].headlines > before_[node].headlines || tag == "h1";
  if (headline) return false;
  if (is_hidden(node) && !holds_share(node, kMuchForATag)) return true;
  if (unwanted_by_tag(node)) return !holds_share(node, kMuchForATag);
  if (marks_[node].foreign) {
    const uint64_t inside = before_[dom_[node].end].prose - before_[node].prose;
    return before_.back().prose - inside >= kLeftOutside;
  }
  if (strictness_ != Strictness::kByName || holds_share(node, kMuchForAName)) return false;
  if (marks_[node].unwanted && !marks_[node].body) return true;
  return marks_[node].teaser && is_teaser(node);
}

bool PageParts::unwanted_by_tag(uint32_t node) const {
  const std::string_view tag = dom_[node].tag;
  const std::string_view role = dom_.attribute(node, "role");
  if (tag == "nav" || tag == "form" || tag == "dialog" || tag == "menu") return true;
  if (role_is(role, {"navigation", "search", "contentinfo", "dialog", "alertdialog", "menu", "menubar", "toolbar",
                     "tablist", "form", "banner"})) {
    return true;
  }
  if (tag == "footer") {
    const std::string_view around = dom_[dom_[node].parent].tag;
    return around != "blockquote" && around != "figure";
  }
  // The head of the site; the head of an entry of a live page stays.
  if (tag == "header") return around_[node].main == Dom::kNone;
  return (tag == "aside" || role == "complementary") && is_unwanted_aside(node);
}

// Boxes with facts stand beside the text of a report and belong to it.
bool PageParts::is_unwanted_aside(uint32_t node) const {
  const uint64_t all = characters_in(node);
  const uint64_t links = before_[dom_[node].end].links - before_[node].links;
  return marks_[node].unwanted || around_[node].main == Dom::kNone || all < kLongText || links * 4 > all;
}

// A line that names the author has a size, and so have the others; names of wrappers say nothing of what is in them.
bool PageParts::fits(uint32_t node, BlockKind kind) const {
  const uint64_t size = characters_in(node);
  switch (kind) {
    case BlockKind::kDateline:
      return size <= 120;
    case BlockKind::kByline:
      return size <= 250;
    case BlockKind::kCredit:
      return size <= 200;
    case BlockKind::kSubheading:
      return size <= 300;
    case BlockKind::kCaption:
      return size <= 1500;
    default:
      return true;
  }
}

std::optional<BlockKind> PageParts::kind_of(uint32_t text_node, uint32_t characters) const {
  if (around_[text_node].embed != Dom::kNone) return BlockKind::kEmbed;
  uint32_t node = around_[text_node].kind;
  for (int i = 0; i < kMostKinds && node != Dom::kNone && node > 0; ++i) {
    const bool holds_most = characters_in(node) * 2 > characters;
    if (holds_most && fits(node, *marks_[node].kind)) return marks_[node].kind;
    node = around_[dom_[node].parent].kind;
  }
  return std::nullopt;
}

bool PageParts::stands_alone(uint32_t node, uint32_t block) const {
  const auto kind = marks_[node].kind;
  if (!kind || is_block(dom_[node].tag)) return false;
  if (kind == BlockKind::kCaption || kind == BlockKind::kCredit) return true;
  if (kind != BlockKind::kDateline) return false;
  const uint32_t outer = around_[dom_[node].parent].kind;
  if (outer != Dom::kNone && !is_block(dom_[outer].tag) && marks_[outer].kind == kind)
    return false;  // a part of a date
  // In a paragraph of text a date is a word among others.
  const std::string_view tag = dom_[block].tag;
  if (tag != "p" && tag != "li") return true;
  return dom_[node].tag != "time" && characters_in(block) <= 150;
}

}  // namespace onrecord::ingest
