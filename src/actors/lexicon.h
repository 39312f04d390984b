#pragma once
// The word lists of data/ that actors are recognised by: states, titles and nouns for people and bodies, honorifics,
// given names, well-known short names. English.
//
//   const Lexicon& lexicon = …;
//   lexicon.state("the US")->name            "United States"
//   lexicon.noun("foreign secretary")->role  "GOV"
//   lexicon.honorific("Ms")                  Gender::kFemale
//
// Lookups take text as it stands in the report; case, accents, a leading "the" and a closing stop do not count, unless
// said. Views point into the lexicon. Thread-safety: immutable.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/base.h"
#include "knowledge/names.h"
#include "onrecord/record.h"

namespace onrecord::actors {

using knowledge::fold;
using knowledge::Gender;
using knowledge::words_of;

struct State {
  std::string code;  // ISO 3166 alpha-3
  std::string name;
};

struct Noun {
  ActorKind kind = ActorKind::kPerson;
  bool office = false;  // may stand before a name and for it: "foreign secretary"
  Gender gender = Gender::kUnknown;
  std::string role;  // PLOVER sector, empty when the noun tells of none
};

// Small lists that single rules go by: data/lexicons/reference-words-en.txt says what each is for.
enum class WordList : uint8_t {
  kSaying,
  kPlacePreposition,
  kCredit,
  kKind,
  kEnding,
  kSmall,
  kGeneralPerson,
  kGeneralBody,
  kGovernment,
  kInstitution,
  kExpletive,
  kNoPlace,
};
inline constexpr size_t kWordLists = 12;

class Lexicon {
 public:
  Lexicon();  // reads the tables that were compiled in

  [[nodiscard]] const State* state(std::string_view name) const;      // "Russia", "the UK", "Burma"
  [[nodiscard]] const State* adjective(std::string_view word) const;  // "Russian", "Danes"
  [[nodiscard]] const State* capital(std::string_view name) const;    // "Moscow"
  [[nodiscard]] const State* seat(std::string_view name) const;       // "the Kremlin", "White House"

  [[nodiscard]] const State* state_of_code(std::string_view code) const;  // "RUS"

  // True for "kingdom" and the like, which only some states are.
  [[nodiscard]] bool is_kind_of_state(std::string_view noun) const;
  // False for a kind of state that this one is not: "the kingdom" is not France, "the country" may be any.
  [[nodiscard]] bool may_be_called(const State& state, std::string_view noun) const;

  // What titles come down to.
  [[nodiscard]] const knowledge::OfficeWords& offices() const { return offices_; }

  // A noun in the singular, or a phrase that ends in one: the longest phrase known counts. Null for other nouns.
  [[nodiscard]] const Noun* noun(std::string_view phrase) const;

  // True if exactly this phrase is in the list.
  [[nodiscard]] bool is_noun(std::string_view phrase) const;

  // The word as it stands in the list: lower case.
  [[nodiscard]] bool listed(WordList list, std::string_view word) const;

  // Of an adjective before a title: part of the office ("deputy"), or a sign that it is held no more ("former").
  [[nodiscard]] bool belongs_to_office(std::string_view word) const;
  [[nodiscard]] bool past_office(std::string_view word) const;

  // kUnknown for "Dr" and "Gen"; nothing for words that are no honorific.
  [[nodiscard]] std::optional<Gender> honorific(std::string_view word) const;
  [[nodiscard]] Gender given_name(std::string_view name) const;

  // "NATO" and "Nato" → "North Atlantic Treaty Organization", also for the full name itself; empty when not known.
  // Case counts for short names: "IS" is one, "is" is none.
  [[nodiscard]] std::string_view full_name(std::string_view name) const;
  // Nouns that reports call a well-known body by: "bloc" for the European Union.
  [[nodiscard]] const std::vector<std::string>& called(std::string_view full_name) const;
  // Nouns that reports call a body of that type by, as the knowledge base has types: "party" → party.
  [[nodiscard]] const std::vector<std::string>& nouns_of_type(std::string_view type) const;
  // The short name that reports prefer: "NATO"; empty when there is none.
  [[nodiscard]] std::string_view short_name(std::string_view full_name) const;

 private:
  using StateTable = std::unordered_map<std::string, uint32_t>;
  void read_states();
  void read_nouns();
  void read_honorifics();
  void read_given_names();
  void read_bodies();
  void read_modifiers();
  void read_state_nouns();
  void read_word_lists();
  [[nodiscard]] const State* find(const StateTable& table, std::string_view name) const;

  knowledge::OfficeWords offices_;
  std::vector<State> states_;
  StateTable state_of_name_, state_of_adjective_, state_of_capital_, state_of_seat_;
  std::unordered_map<std::string, Noun> nouns_;
  std::unordered_map<std::string, std::vector<std::string>> states_called_;  // noun → codes
  std::unordered_set<std::string> office_words_, past_words_;
  std::array<std::vector<std::string>, kWordLists> lists_;
  std::unordered_map<std::string, std::vector<std::string>> nouns_of_type_;
  std::unordered_map<std::string, Gender> honorifics_, given_names_;
  std::unordered_map<std::string, std::string> full_names_;           // folded, or as it stands for short names
  std::unordered_map<std::string, std::string> short_names_;          // of the folded full name
  std::unordered_map<std::string, std::vector<std::string>> called_;  // likewise
};

}  // namespace onrecord::actors
