#include "encoder/letter_case.h"

#include <unicode/uchar.h>

#include "encoder/utf8_reader.h"

namespace onrecord::encoder {
namespace {

struct Letters {
  uint32_t letters = 0, lower = 0, upper = 0;
  bool digit = false;
  bool first_character_upper = false;
};

void count(UChar32 c, bool first, Letters& seen) {
  if (c < 0) return;  // no UTF-8
  if (u_isalpha(c)) {
    const bool upper = u_hasBinaryProperty(c, UCHAR_UPPERCASE);
    ++seen.letters;
    seen.upper += upper ? 1 : 0;
    seen.lower += u_hasBinaryProperty(c, UCHAR_LOWERCASE) ? 1 : 0;
    seen.first_character_upper |= first && upper;
  } else {
    const int32_t type = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
    seen.digit |= type == U_NT_DECIMAL || type == U_NT_DIGIT;
  }
}

Letters count(std::string_view word) {
  Letters seen;
  const auto size = static_cast<int32_t>(word.size());
  for (int32_t at = 0; at < size;) {
    const bool first = at == 0;
    const auto byte = static_cast<unsigned char>(word[static_cast<size_t>(at)]);
    if (byte < 0x80) {  // nearly all words: no table look-up
      const bool lower = byte >= 'a' && byte <= 'z';
      const bool upper = byte >= 'A' && byte <= 'Z';
      seen.letters += lower || upper ? 1 : 0;
      seen.lower += lower ? 1 : 0;
      seen.upper += upper ? 1 : 0;
      seen.digit |= byte >= '0' && byte <= '9';
      seen.first_character_upper |= first && upper;
      ++at;
      continue;
    }
    count(next_code_point(word, at), first, seen);
  }
  return seen;
}

}  // namespace

LetterCase letter_case(std::string_view word) {
  const Letters seen = count(word);
  if (seen.letters == 0) return seen.digit ? LetterCase::kNumber : LetterCase::kSymbol;
  if (seen.lower == seen.letters) return LetterCase::kLower;
  if (seen.upper == seen.letters) return seen.letters > 1 ? LetterCase::kUpper : LetterCase::kInitial;
  const bool rest_lower = seen.lower + 1 == seen.letters;
  return seen.first_character_upper && rest_lower ? LetterCase::kCapitalised : LetterCase::kMixed;
}

}  // namespace onrecord::encoder
