#pragma once
// Bodies that every state has and that reports name by a noun: their name in full, and whether the noun means the
// state.
//   "Iran's foreign ministry"      Ministry of Foreign Affairs of Iran
//   "the Russian Embassy in Oslo"  Embassy of Russia in Oslo
//   "Kenyan police"                police of Kenya
//   "the government"               the state itself
//
// Thread-safety: pure functions.

#include <string>
#include <string_view>
#include <vector>

#include "actors/candidates.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"

namespace onrecord::actors {

// True for the government, the administration and a state's authorities: words for the state itself.
[[nodiscard]] bool means_state(const Candidate& candidate, const Lexicon& lexicon);

// True for a body that each state has one of, so that its surroundings may tell whose it is.
[[nodiscard]] bool is_institution(const Candidate& candidate, const Lexicon& lexicon);

// Empty when the noun phrase is no such body.
[[nodiscard]] std::string institution_name(const Candidate& candidate, const State& state, const Tree& tree,
                                           const Lexicon& lexicon);

}  // namespace onrecord::actors
