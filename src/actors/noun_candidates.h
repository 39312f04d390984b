#pragma once
// Nouns for people, bodies and states, and personal pronouns → candidates. Private to this folder. Thread-safety: pure
// functions.

#include <optional>

#include "actors/phrases.h"

namespace onrecord::actors {

// Nothing for words that are no nouns of that kind or stand inside a longer name or compound.
[[nodiscard]] std::optional<Candidate> noun_candidate(const Phrases& phrases, uint32_t word);

// Nothing for possessive ("his") and expletive ("it rains") pronouns, and those of the first and second person.
[[nodiscard]] std::optional<Candidate> pronoun_candidate(const Phrases& phrases, uint32_t word);

}  // namespace onrecord::actors
