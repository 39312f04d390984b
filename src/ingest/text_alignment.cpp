#include "ingest/text_alignment.h"

#include <algorithm>
#include <array>

namespace onrecord::ingest {
namespace {

constexpr uint32_t kLongestEntity = 40;

// Names that the HTML standard reads without a semicolon, whatever letters follow, as far as news pages use them so.
struct BareName {
  std::string_view name, character;
};
constexpr std::array<BareName, 13> kBareNames = {{{"amp", "&"},
                                                  {"AMP", "&"},
                                                  {"lt", "<"},
                                                  {"gt", ">"},
                                                  {"quot", "\""},
                                                  {"nbsp", "\u00A0"},
                                                  {"copy", "\u00A9"},
                                                  {"pound", "\u00A3"},
                                                  {"laquo", "\u00AB"},
                                                  {"raquo", "\u00BB"},
                                                  {"eacute", "\u00E9"},
                                                  {"middot", "\u00B7"},
                                                  {"not", "\u00AC"}}};

// Bytes of a bare name and its semicolon at the head of `rest` that stands for `character`; 0 when there is none.
uint32_t bare_name_bytes(std::string_view rest, std::string_view character) {
  for (const BareName& bare : kBareNames) {
    if (character != bare.character || !rest.substr(1).starts_with(bare.name)) continue;
    const auto bytes = static_cast<uint32_t>(1 + bare.name.size());
    return bytes < rest.size() && rest[bytes] == ';' ? bytes + 1 : bytes;
  }
  return 0;
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

}  // namespace

Span TextAlignment::next(std::string_view character) {
  skip_tags(character);
  const std::string_view rest = page_.substr(at_, end_ - at_);
  if (rest.starts_with('&')) {
    const uint32_t bare = bare_name_bytes(rest, character);
    const uint32_t bytes = bare > 0 ? bare : entity_bytes();
    const std::string_view name = rest.substr(1, bytes > 0 ? bytes - 1 : 0);
    const bool ampersand = name.starts_with("amp") || name.starts_with("AMP") || name.starts_with('#');
    if (bytes > 1 && (character != "&" || ampersand)) {
      last_entity_ = {at_, at_ + bytes};
      at_ += bytes;
      return last_entity_;
    }
  }
  if (rest.starts_with(character)) {
    const Span found{at_, at_ + static_cast<uint32_t>(character.size())};
    at_ = found.end;
    last_entity_ = {};
    return found;
  }
  // The second character of an entity that stands for two, or a line end that the parser left out.
  if (!last_entity_.empty()) return last_entity_;
  const size_t ahead = rest.substr(0, kLongestEntity).find(character);
  if (ahead == std::string_view::npos) return {at_, at_};
  at_ += static_cast<uint32_t>(ahead);
  const Span found{at_, at_ + static_cast<uint32_t>(character.size())};
  at_ = found.end;
  return found;
}

// Tags that the parser ignored leave the text around them in one node.
void TextAlignment::skip_tags(std::string_view character) {
  while (at_ < end_ && page_[at_] == '<' && character != "<") {
    const size_t close = page_.find('>', at_);
    if (close >= end_) return;
    at_ = static_cast<uint32_t>(close) + 1;
  }
}

// Bytes of what looks like an entity at `at_`, with its semicolon; 1 for a bare ampersand.
uint32_t TextAlignment::entity_bytes() const {
  const uint32_t limit = std::min(end_, at_ + kLongestEntity);
  uint32_t at = at_ + 1;
  if (at < limit && page_[at] == '#') ++at;
  while (at < limit && is_alphanumeric(page_[at])) ++at;
  if (at < limit && page_[at] == ';') return at + 1 - at_;
  const std::string_view name = page_.substr(at_ + 1, at - at_ - 1);
  if (name.starts_with('#')) {
    // "&#233abc": the digits end where they end.
    const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
    const size_t digits =
        hex ? name.find_first_not_of("0123456789abcdefABCDEF", 2) : name.find_first_not_of("0123456789", 1);
    return 1 + static_cast<uint32_t>(std::min(digits, name.size()));
  }
  for (const BareName& bare : kBareNames) {
    if (name.starts_with(bare.name)) return 1 + static_cast<uint32_t>(bare.name.size());
  }
  return 1;
}

}  // namespace onrecord::ingest
