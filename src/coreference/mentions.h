#pragma once
// Everything in a document that may refer to something, person or not: noun phrases, pronouns, possessors, also one
// inside another and whole coordinations, as treebanks with coreference (GUM, OntoNotes) mark them. The actors of a
// record are another thing: actors/references.h.
//
// Thread-safety: pure function. Time is linear in the words and their dependents.

#include <cstdint>
#include <vector>

#include "actors/grammar.h"
#include "base/word_range.h"
#include "encoder/manifest.h"

namespace onrecord::coreference {

struct Mention {
  WordRange words;       // with relative clause and possessive ending, without preposition and apposition
  uint32_t head = 0;     // word of the document
  bool several = false;  // a coordination as a whole: "Kenya and Somalia"
};

// In order of their first words, longer ones first; no two with the same words.
[[nodiscard]] std::vector<Mention> find_mentions(const actors::Tree& tree, const encoder::Manifest& manifest);

}  // namespace onrecord::coreference
