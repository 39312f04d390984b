#pragma once
// Which state a word's surroundings speak of, for bodies that reports name without one: "the police", "parliament".
//
// The state that the block names first; in a block that names none, the one that the report names more often than all
// others together. On the development reports the first is right in 8 of 10 cases, the second in 6 of 10.
//
// Thread-safety: immutable. Time is linear in the words.

#include <string>
#include <string_view>
#include <vector>

#include "actors/grammar.h"
#include "actors/lexicon.h"

namespace onrecord::actors {

class CountryContext {
 public:
  CountryContext(const Tree& tree, const Lexicon& lexicon);

  // Null when the surroundings do not tell.
  [[nodiscard]] const State* at(uint32_t word) const;
  // The one that the report names more often than all others together; null when there is none.
  [[nodiscard]] const State* of_report() const { return of_report_; }
  // As of_report, though the report names it but once or twice.
  [[nodiscard]] const State* most_named() const { return most_named_; }
  // All that the report names, each once, in the order of their first mention.
  [[nodiscard]] const std::vector<const State*>& states() const { return states_; }
  [[nodiscard]] bool named(std::string_view country) const;
  // Where the outlet is at home; null when that is not known. It is meant where a report names no state at all.
  void set_home(const State* home) { home_ = home; }
  [[nodiscard]] const State* home() const { return home_; }
  // The report speaks of somebody of that state, though it does not name the state.
  void add(const State& state);

 private:
  const Tree& tree_;
  std::vector<const State*> first_of_block_;
  std::vector<const State*> states_;
  const State* of_report_ = nullptr;
  const State* most_named_ = nullptr;
  const State* home_ = nullptr;
};

}  // namespace onrecord::actors
