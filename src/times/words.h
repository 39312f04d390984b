#pragma once
// What each word of a text is to the grammar of time expressions. Thread-safety: pure functions.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "times/expression.h"
#include "times/lexicon.h"

namespace onrecord::times {

struct Word {
  WordType type = WordType::kOther;
  Portion portion = Portion::kWhole;  // of "mid-June", whose type is that of "June"
  uint8_t length = 1;                 // words of the entry
  bool capital = false;               // begins with one
  bool plural = false;                // in small letters and ends in s, as a plural may
  bool stop = false;                  // ends in one: "Tues."
  uint8_t digits = 0;                 // of a figure
  int value = 0;
};

// One element a word of tokens.
[[nodiscard]] std::vector<Word> classify(std::string_view text, const text::Tokens& tokens);

}  // namespace onrecord::times
