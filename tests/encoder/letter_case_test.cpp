#include "encoder/letter_case.h"

#include <doctest/doctest.h>

using onrecord::encoder::letter_case;
using onrecord::encoder::LetterCase;

TEST_CASE("plain words fall into the classes that the network was trained with") {
  CHECK(letter_case("minister") == LetterCase::kLower);
  CHECK(letter_case("Moscow") == LetterCase::kCapitalised);
  CHECK(letter_case("NATO") == LetterCase::kUpper);
  CHECK(letter_case("iPhone") == LetterCase::kMixed);
  CHECK(letter_case("2026") == LetterCase::kNumber);
  CHECK(letter_case(",") == LetterCase::kSymbol);
  CHECK(letter_case("I") == LetterCase::kInitial);
}

TEST_CASE("characters that are no letters do not change the class of the letters") {
  CHECK(letter_case("e-mail") == LetterCase::kLower);
  CHECK(letter_case("n't") == LetterCase::kLower);
  CHECK(letter_case("1990s") == LetterCase::kLower);
  CHECK(letter_case("U.S.") == LetterCase::kUpper);
  CHECK(letter_case("J.") == LetterCase::kInitial);
  CHECK(letter_case("7B") == LetterCase::kInitial);
  CHECK(letter_case("O'brien") == LetterCase::kCapitalised);
}

TEST_CASE("only an upper first character makes a capitalised word") {
  CHECK(letter_case("'Tis") == LetterCase::kMixed);
  CHECK(letter_case("McDonald") == LetterCase::kMixed);
  CHECK(letter_case("NATOs") == LetterCase::kMixed);
}

TEST_CASE("letters outside ASCII count by their Unicode properties") {
  CHECK(letter_case("Łódź") == LetterCase::kCapitalised);
  CHECK(letter_case("élan") == LetterCase::kLower);
  CHECK(letter_case("МОСКВА") == LetterCase::kUpper);
  CHECK(letter_case("Ω") == LetterCase::kInitial);
  CHECK(letter_case("日本") == LetterCase::kMixed);
  CHECK(letter_case("٣٤") == LetterCase::kNumber);
  CHECK(letter_case("²") == LetterCase::kNumber);
  CHECK(letter_case("½") == LetterCase::kSymbol);
  CHECK(letter_case("😀") == LetterCase::kSymbol);
}

TEST_CASE("an empty word and bytes that are no UTF-8 are symbols") {
  CHECK(letter_case("") == LetterCase::kSymbol);
  CHECK(letter_case("\xff\xc3") == LetterCase::kSymbol);
  CHECK(letter_case("a\xff") == LetterCase::kLower);
}
