#pragma once
// Which references are one actor. Local to the report; the knowledge base comes after.
//
//   1. names: full names first, wherever they stand; then parts of them ("Ms Truss", "Sir Keir"); states under all their
//      names and seats; bodies by name, by acronym in brackets, "Ministry of Defence (MoD)", and by initials
//   2. noun phrases: titles of a named holder ("the foreign secretary"), nouns met before ("the ministry"), general
//      nouns ("the agency", "the country")
//   3. pronouns: the most salient actor that fits in number, kind and gender
//
// Method: a sieve of rules from sure to unsure, after Raghunathan et al. 2010 and Lee et al. 2013, with the salience of
// Lappin and Leass 1994. Thread-safety: pure function. Time is linear in the words times the actors of the report.

#include <span>

#include "actors/cast.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "onrecord/record.h"

namespace onrecord::actors {

// blocks: the kind of each block of the tokens.
[[nodiscard]] Cast find_cast(const Tree& tree, const Lexicon& lexicon, std::span<const BlockKind> blocks);

}  // namespace onrecord::actors
