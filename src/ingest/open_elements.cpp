#include "ingest/open_elements.h"

#include <algorithm>
#include <array>

namespace onrecord::ingest {
namespace {

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Lists as in the HTML standard, section "Parsing HTML documents".
constexpr std::array<std::string_view, 19> kVoid = {"area",  "image", "base",   "basefont", "bgsound", "br",     "col",
                                                    "embed", "frame", "hr",     "img",      "input",   "keygen", "link",
                                                    "meta",  "param", "source", "track",    "wbr"};
constexpr std::array<std::string_view, 14> kFormatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                          "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 8> kRawText = {"script", "style",   "textarea", "title",
                                                      "iframe", "noembed", "noframes", "xmp"};
constexpr std::array<std::string_view, 39> kClosesParagraph = {
    "address", "article",  "aside",      "blockquote", "center",  "dd",      "details", "dir",  "div",  "dl",
    "dt",      "fieldset", "figcaption", "figure",     "footer",  "form",    "h1",      "h2",   "h3",   "h4",
    "h5",      "h6",       "header",     "hgroup",     "hr",      "li",      "listing", "main", "menu", "nav",
    "ol",      "p",        "plaintext",  "pre",        "section", "summary", "table",   "ul",   "xmp"};
constexpr std::array<std::string_view, 3> kFrame = {"html", "head", "body"};
// These end an <svg> or <math> that they stand in.
constexpr std::array<std::string_view, 44> kLeavesForeign = {
    "b",     "body", "head",    "big",    "blockquote", "br",   "center", "code", "dd",  "div",  "dl",
    "dt",    "em",   "embed",   "h1",     "h2",         "h3",   "h4",     "h5",   "h6",  "hr",   "i",
    "img",   "li",   "listing", "menu",   "meta",       "nobr", "ol",     "p",    "pre", "ruby", "s",
    "small", "span", "strong",  "strike", "sub",        "sup",  "table",  "tt",   "u",   "ul",   "var"};
constexpr std::array<std::string_view, 8> kTablePart = {"caption", "colgroup", "tbody", "td",
                                                        "tfoot",   "th",       "thead", "tr"};
constexpr std::array<std::string_view, 10> kScope = {"applet", "button", "caption", "frameset", "marquee",
                                                     "object", "table",  "td",      "template", "th"};
// HTML stands again inside these elements of SVG and MathML.
constexpr std::array<std::string_view, 9> kForeignScope = {
    "foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"};
constexpr std::array<std::string_view, 5> kAlsoSpecial = {"noscript", "select", "tbody", "tfoot", "thead"};

bool is_special(std::string_view name) {
  return is_one_of(kClosesParagraph, name) || is_one_of(kScope, name) || is_one_of(kAlsoSpecial, name) || name == "tr";
}

bool reaches_through_special(std::string_view name) {
  if (name == "hr" || name == "noscript" || name == "plaintext" || name == "xmp") return false;
  return is_special(name) || name == "svg" || name == "math";
}

// A row stands in these, a cell in a row, a section in the table.
bool holds_table_part(std::string_view holder, std::string_view part) {
  if (holder == "table" || holder == "template") return true;
  const bool section = holder == "tbody" || holder == "thead" || holder == "tfoot";
  if (part == "tr") return section;
  return (part == "td" || part == "th") && (section || holder == "tr");
}

}  // namespace

uint32_t OpenElements::count(const std::string& name) const {
  const auto found = counts_.find(name);
  return found == counts_.end() ? 0 : found->second;
}

bool OpenElements::is_raw_text(const Tag& tag) const {
  // In a <select> or <frameset> the parser may not take <title> and the like for raw text.
  if (in_foreign() || !is_one_of(kRawText, tag.name)) return false;
  return !seen_select_ || (tag.name == "script" && count("frameset") == 0);
}

void OpenElements::start(const Tag& tag) {
  if (in_foreign() && is_one_of(kLeavesForeign, tag.name)) leave_foreign();
  const bool foreign = in_foreign();
  if (!foreign && is_one_of(kFrame, tag.name)) {
    root_attributes_ += tag.attributes;  // they are merged into the first one's, each compared to all
    work_ += root_attributes_ * tag.attributes;
    return;
  }
  const bool block = is_one_of(kClosesParagraph, tag.name);
  const bool table_part = is_one_of(kTablePart, tag.name);
  if (!foreign) {
    seen_select_ |= tag.name == "select" || tag.name == "frameset";
    left_foreign_ = false;
    imply_ends(tag.name);
    if (!block && !table_part) reopen();
    const bool outside_table = table_part && count("table") == 0 && count("template") == 0;
    const bool empty = tag.self_closing && (tag.name == "svg" || tag.name == "math");
    if (outside_table || empty || is_one_of(kVoid, tag.name)) return;
  } else {
    left_foreign_ |= is_one_of(kLeavesForeign, tag.name);
    if (tag.self_closing && !left_foreign_) return;
  }
  push(tag, foreign);
  work_ += stack_.size();
}

// Back to HTML, unless it stands again around the tag (<foreignObject>).
void OpenElements::leave_foreign() {
  size_t at = stack_.size();
  while (at > 0 && stack_[at - 1].foreign) {
    if (stack_[at - 1].scope) return;
    ++work_;
    --at;
  }
  pop_to(at);
}

void OpenElements::push(const Tag& tag, bool foreign) {
  Open element{.name = tag.name,
               .special = foreign || is_special(tag.name),
               .scope = foreign ? is_one_of(kForeignScope, tag.name) : is_one_of(kScope, tag.name),
               .formatting = !foreign && is_one_of(kFormatting, tag.name),
               .foreign = foreign || tag.name == "svg" || tag.name == "math",
               .look = tag.look};
  ++counts_[tag.name];
  stack_.push_back(std::move(element));
  if (stack_.back().formatting) forget_fourth_alike();
}

// Of formatting elements that look alike three are opened again at most ("Noah's Ark").
void OpenElements::forget_fourth_alike() {
  const uint64_t look = stack_.back().look;
  int alike = 0;
  for (size_t at = stack_.size(); at > 0; --at) {
    Open& element = stack_[at - 1];
    ++work_;
    if (element.formatting && element.look == look && ++alike > 3) element.formatting = false;
  }
}

void OpenElements::reopen() {
  if (left_open_.empty() || in_foreign()) return;
  work_ += left_open_.size() * depth();
  for (Open& element : left_open_) {
    ++counts_[element.name];
    stack_.push_back(std::move(element));
  }
  left_open_.clear();
}

void OpenElements::imply_ends(const std::string& name) {
  if (is_one_of(kClosesParagraph, name)) {
    if (name == "li") close_item("li");
    if (name == "dd" || name == "dt") {
      close_item("dd");
      close_item("dt");
    }
    close_paragraph();
  }
  if (name == "option" && !stack_.empty() && stack_.back().name == "option") pop_to(stack_.size() - 1);
  if (name == "a" || name == "nobr") end_formatting(name);
  // Inside a <template> the standard has modes of its own: nothing is taken for closed there.
  if (is_one_of(kTablePart, name) && count("template") == 0) close_table_part(name);
}

void OpenElements::close_paragraph() {
  if (count("p") == 0) return;
  for (size_t at = stack_.size(); at > 0; --at) {
    const Open& element = stack_[at - 1];
    ++work_;
    if (element.name == "p") return pop_to(at - 1);
    if (element.scope) return;
  }
}

void OpenElements::close_item(std::string_view name) {
  if (count(std::string(name)) == 0) return;
  for (size_t at = stack_.size(); at > 0; --at) {
    const Open& element = stack_[at - 1];
    ++work_;
    if (element.name == name) return pop_to(at - 1);
    const bool passable = element.name == "address" || element.name == "div" || element.name == "p";
    if (element.special && !passable) return;
  }
}

void OpenElements::close_table_part(const std::string& name) {
  if (count("table") == 0) return;
  size_t at = stack_.size();
  while (at > 0 && !holds_table_part(stack_[at - 1].name, name)) {
    ++work_;
    --at;
  }
  if (at > 0) pop_to(at);
}

void OpenElements::end(const std::string& name) {
  if (!in_foreign() && is_one_of(kFormatting, name)) return end_formatting(name);
  if (count(name) == 0) return;
  if (name == "frameset" && stack_.back().name != name) return;
  const bool special = reaches_through_special(name);
  const bool own_scope = is_one_of(kScope, name) || is_one_of(kTablePart, name);
  for (size_t at = stack_.size(); at > 0; --at) {
    const Open& element = stack_[at - 1];
    ++work_;
    if (element.name == name) return name == "form" ? erase(at - 1) : pop_to(at - 1);
    if (special ? element.scope && !own_scope : element.special) return;
    if (own_scope && (element.name == "table" || element.name == "template")) return;
  }
}

// Through an open block the standard moves the element's end into the block (the "adoption agency").
void OpenElements::end_formatting(const std::string& name) {
  const auto left = std::find_if(left_open_.rbegin(), left_open_.rend(), [&](const Open& e) { return e.name == name; });
  if (left != left_open_.rend()) {
    left_open_.erase(std::next(left).base());
    return;
  }
  if (count(name) == 0) return;
  bool block_between = false;
  for (size_t at = stack_.size(); at > 0; --at) {
    const Open& element = stack_[at - 1];
    ++work_;
    if (element.name == name) {
      if (block_between) return erase(at - 1);
      stack_[at - 1].formatting = false;
      return pop_to(at - 1);
    }
    if (element.scope) return;
    block_between |= element.special;
  }
}

void OpenElements::erase(size_t at) {
  work_ += 8 * (stack_.size() - at);
  --counts_[stack_[at].name];
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at));
}

void OpenElements::pop_to(size_t at) {
  while (stack_.size() > at) {
    const Open& top = stack_.back();
    --counts_[top.name];
    if (top.formatting) leave_open(top);
    stack_.pop_back();
  }
}

void OpenElements::leave_open(const Open& element) {
  const auto alike = [&](const Open& e) { return e.look == element.look; };
  work_ += left_open_.size();
  if (std::count_if(left_open_.begin(), left_open_.end(), alike) < 3) left_open_.push_back(element);
}

}  // namespace onrecord::ingest
