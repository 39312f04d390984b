#include "export/characters.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

namespace onrecord::exports {

Character character_at(std::string_view text, size_t at) {
  const auto byte = [&](size_t k) -> uint32_t { return static_cast<unsigned char>(text[at + k]); };
  const uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  constexpr Character kBad{0xFFFD, 1};
  const uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return kBad;
  uint32_t code_point = first & (0x7FU >> length);
  for (uint32_t k = 1; k < length; ++k) {
    if ((byte(k) & 0xC0) != 0x80) return kBad;
    code_point = code_point << 6 | (byte(k) & 0x3F);
  }
  constexpr std::array<uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};  // of a length; below it is overlong
  const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
  if (code_point < kSmallest[length] || code_point > 0x10FFFF || surrogate) return kBad;
  return {code_point, length};
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto tail = [&](int shift) { put(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    tail(6);
    tail(0);
  } else {
    put(0xF0 | code_point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

unsigned columns(char32_t code_point) {
  if (code_point < 0x300) return code_point >= 0x20 && code_point != 0x7F && code_point != 0xAD ? 1 : 0;
  const auto c = static_cast<UChar32>(code_point);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

unsigned columns(std::string_view text) {
  unsigned sum = 0;
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    sum += columns(c.code_point);
    at += c.length;
  }
  return sum;
}

bool steers_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    at += c.length;
    if (u_isUWhiteSpace(static_cast<UChar32>(c.code_point))) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      append_utf8(steers_terminal(c.code_point) ? U'\uFFFD' : c.code_point, out);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string shortened(std::string_view text, unsigned max_columns) {
  unsigned used = 0;
  size_t fits = 0;  // bytes that leave room for the ellipsis
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    used += columns(c.code_point);
    at += c.length;
    if (used + 1 <= max_columns) fits = at;
    if (used > max_columns) return std::string(text.substr(0, fits)) + "…";
  }
  return std::string(text);
}

}  // namespace onrecord::exports
