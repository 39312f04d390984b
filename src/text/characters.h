#pragma once
// What kind of character stands where, as far as words, sentences and quotation marks need to know.
// Thread-safety: pure functions.

#include <cstdint>
#include <string_view>

namespace onrecord::text {

enum class CharacterKind : uint8_t {
  kSpace,   // white space, controls and zero-width breaks: never part of a word
  kLower,   // also letters of scripts without case
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

// The character that starts at byte `at`; at the end of the text one of length 0 that counts as space.
[[nodiscard]] Character character_at(std::string_view text, uint32_t at);
// The character that ends before byte `at`; at the head of the text one of length 0 that counts as space.
[[nodiscard]] Character character_before(std::string_view text, uint32_t at);

[[nodiscard]] constexpr bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
[[nodiscard]] constexpr bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
[[nodiscard]] constexpr bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

}  // namespace onrecord::text
