#pragma once
// Which references are one actor, and who that is.
//
//   1. names, wherever they stand (name_references.h), and who they are in the knowledge base (identities.h)
//   2. then in the order of the text: noun phrases that their words explain (noun_references.h), and pronouns and other
//      noun phrases by what is known of those met before (antecedents.h)
//
// Method: a sieve of rules from sure to unsure, after Raghunathan et al. 2010 and Lee et al. 2013, that ends in a
// learned choice between antecedents. Thread-safety: pure function. Time is linear in the words times the actors of the
// report.

#include <span>

#include "actors/antecedents.h"
#include "actors/cast.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "actors/speech.h"
#include "onrecord/record.h"

namespace onrecord::actors {

// What references are resolved with.
struct ReferenceTables {
  Lexicon lexicon;
  ReferenceWeights weights;
  std::optional<knowledge::KnowledgeBase> base;
};

// What is known of a report besides its text.
struct Told {
  knowledge::Date day = 0;     // 0 when it is not known
  std::string_view publisher;  // may be empty
};

// blocks: the kind of each block of the tokens. observer: may be null.
[[nodiscard]] Cast find_cast(const Tree& tree, const ReferenceTables& tables, std::span<const BlockKind> blocks,
                             const Speech& speech, const Told& told, const ChoiceObserver* observer = nullptr);

}  // namespace onrecord::actors
