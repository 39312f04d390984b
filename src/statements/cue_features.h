#pragma once
// What the reader is told of each word around a cue: seven small numbers a word. docs/model-format.md ("Graph 3")
// defines them; training/ computes the same, so a change here needs new weights.
//
// Thread-safety: pure functions. Time is linear in the words read and in the cues of the window.

#include <span>
#include <vector>

#include "base/word_range.h"
#include "encoder/network.h"
#include "statements/cues.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace onrecord::statements {

// How many words to each side of a cue are read.
inline constexpr uint32_t kReach = 64;

// The words that a cue reads: those within kReach of it inside its window.
[[nodiscard]] WordRange words_read(WordRange cue, WordRange window);

// Row-major, encoder::kCueFeatures × words_read(...).size(): distance, sentence, block, quotation, cues, cues between,
// way through the tree. cues: the candidates of the window, in order; which: the one that reads. It is told of the
// others that are likelier cues than not.
[[nodiscard]] std::vector<int32_t> cue_features(const text::Tokens& tokens, const syntax::Syntax& syntax,
                                                WordRange window, std::span<const Cue> cues, size_t which);

}  // namespace onrecord::statements
