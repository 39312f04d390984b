#include "text/characters.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace onrecord::text {
namespace {

constexpr bool is_skin_tone(char32_t c) {
  return c >= 0x1F3FB && c <= 0x1F3FF;
}

CharacterKind wide_kind(char32_t c) {
  if (c == 0x200B || c == 0xFEFF) return CharacterKind::kSpace;
  if (c >= 0x2010 && c <= 0x2027) return CharacterKind::kSymbol;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharacterKind::kUpper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return CharacterKind::kLower;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterKind::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
      return CharacterKind::kExtend;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return CharacterKind::kSpace;
    default:
      return is_skin_tone(c) ? CharacterKind::kExtend : CharacterKind::kSymbol;
  }
}

}  // namespace

Character wide_character_at(std::string_view text, uint32_t at) {
  Decoded decoded = decode(text, at);
  return {decoded.code_point, decoded.length, wide_kind(decoded.code_point)};
}

}  // namespace onrecord::text
