#pragma once
// Where the places are that a report names: which of those of that name is meant.
//
// What counts: how many people live there, whether the words beside the name say so ("Donetsk, eastern Ukraine",
// "Cordoba province"), whether sentence and report speak of its state or region, and whether the name is its own or
// only another one of it. Nothing is said of a name that no place has, nor where two are equal.
//
// Thread-safety: pure function. Time is linear in the names times the places of one name.

#include <vector>

#include "actors/cast.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "base/word_range.h"
#include "knowledge/base.h"

namespace onrecord::actors {

struct FoundPlace {
  WordRange words;
  uint32_t place = 0;  // in the knowledge base
  float score = 0;
};

// In order. cast: whose states count as spoken of.
[[nodiscard]] std::vector<FoundPlace> find_places(const Tree& tree, const Lexicon& lexicon,
                                                  const knowledge::KnowledgeBase& base, const Cast& cast);

}  // namespace onrecord::actors
