#pragma once
// How, where and when something was said: the phrases that hang on the cue and belong to neither its source nor its
// content. "Speaking at a news conference in Geneva on Monday, she said …". Private to this folder.
//
// Thread-safety: pure function. Looks at a fixed number of words around the cue.

#include <optional>

#include "base/word_range.h"
#include "onrecord/record.h"
#include "statements/statements.h"

namespace onrecord::statements {

struct Circumstances {
  std::optional<SaidBy> medium;
  std::optional<WordRange> where;  // a name of a place
  std::optional<times::Dated> when;
};

// hearer: the word that heads the phrase of the one spoken to. lemma: of the cue, as lemma_of_cue has it.
[[nodiscard]] Circumstances circumstances_of(const Report& report, const Reading& reading, std::string_view lemma,
                                             std::optional<uint32_t> hearer);

}  // namespace onrecord::statements
