#include "ingest/tag_scanner.h"

#include <algorithm>
#include <functional>

namespace onrecord::ingest {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace

bool TagScanner::next(Tag& tag) {
  bool text = false;
  while (true) {
    if (at_ < page_.size() && page_[at_] == '>') ++at_;
    while (at_ < page_.size() && page_[at_] != '<') text |= !is_space(page_[at_++]);
    if (at_ >= page_.size() || ++at_ >= page_.size()) return false;
    const char c = page_[at_];
    if (c == '!' || c == '?') {
      if (!skip_markup_declaration()) return false;
      continue;
    }
    tag = Tag{};
    if (c == '/') {
      tag.end = true;
      if (++at_ >= page_.size()) return false;
      if (!is_letter(page_[at_])) {  // a comment in disguise
        at_ = page_.find('>', at_);
        continue;
      }
    }
    if (!is_letter(page_[at_])) {
      text = true;
      continue;
    }
    tag.after_text = text;
    const size_t begin = at_;
    read_name(tag);
    if (!read_attributes(tag)) return false;
    tag.look = std::hash<std::string_view>{}(page_.substr(begin, at_ - begin));
    return true;
  }
}

// At "!" or "?". A comment ends at "-->" or "--!>", and also at once in "<!-->" and "<!--->".
bool TagScanner::skip_markup_declaration() {
  if (page_.substr(at_, 3) != "!--") {
    at_ = page_.find('>', at_);
    return at_ < page_.size();
  }
  at_ += 3;
  for (const std::string_view empty : {">", "->"}) {
    if (page_.substr(at_, empty.size()) == empty) return true;
  }
  while ((at_ = page_.find("--", at_)) < page_.size()) {
    if (page_.substr(at_ + 2, 1) == ">" || page_.substr(at_ + 2, 2) == "!>") return true;
    ++at_;
  }
  return false;
}

void TagScanner::read_name(Tag& tag) {
  const size_t begin = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>') ++at_;
  tag.name = page_.substr(begin, at_ - begin);
  std::transform(tag.name.begin(), tag.name.end(), tag.name.begin(), lower);
}

// False when the page ends inside the tag, which is then none.
bool TagScanner::read_attributes(Tag& tag) {
  while (at_ < page_.size()) {
    const char c = page_[at_];
    if (c == '>') return true;
    if (is_space(c)) {
      ++at_;
    } else if (c == '/') {
      ++at_;
      tag.self_closing = at_ < page_.size() && page_[at_] == '>';
    } else {
      ++tag.attributes;
      ++at_;  // even "=" begins a name here
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
             page_[at_] != '=') {
        ++at_;
      }
      skip_attribute_value();
    }
  }
  return false;
}

void TagScanner::skip_attribute_value() {
  size_t at = at_;
  while (at < page_.size() && is_space(page_[at])) ++at;
  if (at >= page_.size() || page_[at] != '=') return;
  ++at;
  while (at < page_.size() && is_space(page_[at])) ++at;
  at_ = at;
  if (at >= page_.size()) return;
  if (page_[at] == '"' || page_[at] == '\'') {
    const size_t close = page_.find(page_[at], at + 1);
    at_ = close == std::string_view::npos ? page_.size() : close + 1;
    return;
  }
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
}

void TagScanner::skip_content(std::string_view name) {
  while ((at_ = page_.find("</", at_)) < page_.size()) {
    const std::string_view candidate = page_.substr(at_ + 2, name.size());
    const bool same = candidate.size() == name.size() && std::equal(candidate.begin(), candidate.end(), name.begin(),
                                                                    [](char a, char b) { return lower(a) == b; });
    const size_t end = at_ + 2 + name.size();
    if (same && (end >= page_.size() || is_space(page_[end]) || page_[end] == '/' || page_[end] == '>')) return;
    at_ += 2;
  }
}

}  // namespace onrecord::ingest
