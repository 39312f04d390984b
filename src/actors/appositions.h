#pragma once
// Noun phrases that say of a name beside them who or what it is: "Nasser Kanaani, its spokesman", "its spokesman,
// Nasser Kanaani", "the rebel group Ansar", "the Dawn party". Private to this folder.
//
// Thread-safety: pure function. Time is linear in the candidates.

#include <vector>

#include "actors/phrases.h"

namespace onrecord::actors {

// Gives the names their titles and kinds, and takes from the noun phrases that they refer to somebody of their own.
void read_appositions(const Phrases& phrases, std::vector<Candidate>& candidates);

}  // namespace onrecord::actors
