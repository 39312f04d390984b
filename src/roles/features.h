#pragma once
// What a reader is told of each word around an anchor (a cue, a trigger): seven small numbers a word.
// docs/model-format.md
// ("Graph 3") defines them; training/ computes the same, so a change here needs new weights.
//
// Thread-safety: pure functions. Time is linear in the words read and in the anchors of the window.

#include <span>
#include <vector>

#include "base/word_range.h"
#include "encoder/network.h"
#include "roles/anchor.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace onrecord::roles {

// How many words to each side of an anchor are read.
inline constexpr uint32_t kReach = 64;

// The words that an anchor reads: those within kReach of it inside its window.
[[nodiscard]] WordRange words_read(WordRange anchor, WordRange window);

// Row-major, encoder::kAnchorFeatures × words_read(...).size(): distance, sentence, block, quotation, anchors, anchors
// between, way through the tree. anchors: the candidates of the window, in order; which: the one that reads. It is told
// of the others that are likelier than not.
[[nodiscard]] std::vector<int32_t> anchor_features(const text::Tokens& tokens, const syntax::Syntax& syntax,
                                                   WordRange window, std::span<const Anchor> anchors, size_t which);

}  // namespace onrecord::roles
