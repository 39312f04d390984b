#pragma once
// Names → candidates. Private to this folder. Thread-safety: pure function.

#include <vector>

#include "actors/phrases.h"
#include "syntax/syntax.h"

namespace onrecord::actors {

// Adds the candidate of a name, and marks the words that it takes, its title among them. Names of other things than
// persons, bodies, peoples and places add nothing.
void add_name(const Phrases& phrases, const syntax::Entity& name, std::vector<bool>& taken,
              std::vector<Candidate>& found);

}  // namespace onrecord::actors
