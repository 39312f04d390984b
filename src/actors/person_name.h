#pragma once
// The parts of a person's name, and whether two names may be one person's.
//
//   PersonName full = PersonName::of("Sir Keir Starmer", lexicon);   // honorific, two words
//   full.matches(PersonName::of("Starmer", lexicon))                 Match::kSurname
//
// Thread-safety: values and pure functions.

#include <string>
#include <string_view>
#include <vector>

#include "actors/lexicon.h"

namespace onrecord::actors {

// How one name fits another, best last.
enum class NameMatch : uint8_t { kNone, kOtherWord, kGiven, kSurname, kFull };

struct PersonName {
  std::vector<std::string> words;  // folded, without honorifics and suffixes ("Jr")
  std::string shown;               // as it stands in the report, without honorifics
  bool honorific = false;
  bool given_first = false;          // a name of several words that begins with a known given name
  Gender gender = Gender::kUnknown;  // by honorific, else by the given name of a name of several words

  [[nodiscard]] static PersonName of(std::string_view text, const Lexicon& lexicon);
  [[nodiscard]] bool full() const { return words.size() > 1; }
};

// A name of several words against another, or a single word against a name of several.
[[nodiscard]] NameMatch match(const PersonName& name, const PersonName& other);

}  // namespace onrecord::actors
