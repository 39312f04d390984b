#pragma once
// The word lists of data/lexicons that words and sentences are cut by. Thread-safety: pure functions.

#include <array>
#include <cstdint>
#include <string_view>

namespace onrecord::text {

// The word in lower case (ASCII), empty when it is longer than any word of the lists.
class LowerCase {
 public:
  explicit LowerCase(std::string_view word) {
    if (word.size() > letters_.size()) return;
    for (char c : word) letters_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 16> letters_{};
  size_t size_ = 0;
};

enum class Abbreviation : uint8_t {
  kNone,
  kTitle,     // before a name: Mr. Sen. Gen.
  kMonth,     // before a day: Jan.
  kNumber,    // before a number: No. vol. p.
  kWithin,    // before more of the sentence: vs. e.g. approx.
  kCompany,   // after a name: Inc. Ltd. Jr.
  kPlace,     // in names of places: St. Ave. Mass.
  kAnywhere,  // etc. a.m.
};

// What the word (with its stop) abbreviates; kNone when it is not in the list. Case counts as in the list, and for a
// word written all in capitals.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

// True for "non", "anti", "co" …: what stays in one word with what follows its hyphen. Lower case only.
[[nodiscard]] bool is_bound_prefix(std::string_view lower);

// Where to cut a contraction that has no apostrophe: "cannot" 3, "gonna" 3; 0 when it is none. Lower case only.
[[nodiscard]] uint32_t contraction_cut(std::string_view lower);

// True for "km", "pm", "bn" …: a unit that may be written against its number. Lower case only.
[[nodiscard]] bool is_unit(std::string_view lower);

enum class WordClass : uint8_t {
  kOther,
  kFunction,   // pronouns, articles, prepositions …: with a capital they begin a sentence, where a name would go on
  kCalendar,   // Monday, January, GMT: go on after "3 p.m."
  kReporting,  // said, asked: "Why?" the minister asked
};

// Lower case only.
[[nodiscard]] WordClass word_class(std::string_view lower);

}  // namespace onrecord::text
