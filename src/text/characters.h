#pragma once
// What kind of character stands where, as far as words, sentences and quotation marks need to know.
// Thread-safety: pure functions.

#include <array>
#include <cstdint>
#include <string_view>

namespace onrecord::text {

enum class CharacterKind : uint8_t {
  kSpace,  // white space, controls and zero-width breaks: never part of a word
  kLower,  // also letters of scripts without case
  kUpper,
  kDigit,
  kExtend,  // combining marks, joiners, variation selectors, skin tones: go with what stands before
  kSymbol,  // all else: punctuation, signs, emoji
};

struct Character {
  char32_t code_point = 0;
  uint32_t length = 0;  // in bytes; 0 past the end
  CharacterKind kind = CharacterKind::kSpace;

  [[nodiscard]] bool is_space() const { return kind == CharacterKind::kSpace; }
  [[nodiscard]] bool is_digit() const { return kind == CharacterKind::kDigit; }
  [[nodiscard]] bool is_upper() const { return kind == CharacterKind::kUpper; }
  [[nodiscard]] bool is_letter() const { return kind == CharacterKind::kLower || kind == CharacterKind::kUpper; }
  [[nodiscard]] bool is_word() const { return is_letter() || is_digit(); }
};

[[nodiscard]] constexpr bool is_ascii_letter(unsigned char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

[[nodiscard]] constexpr CharacterKind ascii_kind(unsigned char c) {
  if (c <= ' ' || c == 127) return CharacterKind::kSpace;
  if (c >= 'a' && c <= 'z') return CharacterKind::kLower;
  if (c >= 'A' && c <= 'Z') return CharacterKind::kUpper;
  if (c >= '0' && c <= '9') return CharacterKind::kDigit;
  return CharacterKind::kSymbol;
}

inline constexpr auto kAsciiKinds = [] {
  std::array<CharacterKind, 128> kinds{};
  for (unsigned char c = 0; c < 128; ++c) kinds[c] = ascii_kind(c);
  return kinds;
}();

// A character that is not ASCII.
[[nodiscard]] Character wide_character_at(std::string_view text, uint32_t at);

// The character that starts at byte `at`; at the end of the text one of length 0 that counts as space.
[[nodiscard]] inline Character character_at(std::string_view text, uint32_t at) {
  if (at >= text.size()) return {};
  auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Character{byte, 1, kAsciiKinds[byte]} : wide_character_at(text, at);
}

// The character that ends before byte `at`; at the head of the text one of length 0 that counts as space.
[[nodiscard]] inline Character character_before(std::string_view text, uint32_t at) {
  if (at == 0) return {};
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return character_at(text, at);
}

[[nodiscard]] constexpr bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}
[[nodiscard]] constexpr bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
[[nodiscard]] constexpr bool is_dash(char32_t c) {
  return c >= 0x2012 && c <= 0x2015;
}

}  // namespace onrecord::text
