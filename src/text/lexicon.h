#pragma once
// The word lists of data/lexicons that words and sentences are cut by. Thread-safety: pure functions.

#include <cstdint>
#include <string_view>

namespace onrecord::text {

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

}  // namespace onrecord::text
