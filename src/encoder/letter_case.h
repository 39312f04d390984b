#pragma once
// The letter case of a word: the network reads words without case, and this beside them.
// Thread-safety: pure function.

#include <cstdint>
#include <string_view>

namespace onrecord::encoder {

// The values are an input of the network (training/ writes the same numbers): never renumber.
enum class LetterCase : uint8_t {
  kNone = 0,         // no word: [CLS], [SEP] and padding
  kLower = 1,        // all letters lower: "minister", "e-mail"
  kCapitalised = 2,  // first character upper, all other letters lower: "Moscow", "Don"
  kUpper = 3,        // several letters, all upper: "NATO", "U.S."
  kMixed = 4,        // "McDonald", "iPhone", "'Tis", also scripts without case
  kNumber = 5,       // no letter but a digit: "2026", "3.5"
  kSymbol = 6,       // neither: ",", "€"
  kInitial = 7,      // one letter, upper: "I", "J."
};

[[nodiscard]] LetterCase letter_case(std::string_view word);

}  // namespace onrecord::encoder
