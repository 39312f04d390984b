#pragma once
// Cue scores → cues: the words that say that somebody said something ("said", "according to", "has denied").
//
// A cue begins at each word whose probability of B is over the threshold and runs on over words that are likelier
// inside a cue than not. Two cues never overlap.
//
// Thread-safety: pure function.

#include <span>
#include <vector>

#include "base/word_range.h"

namespace onrecord::statements {

// An alternative less likely than this is not worth telling.
inline constexpr float kWorthTelling = 0.1F;

struct Cue {
  WordRange words;        // of the document
  float probability = 0;  // of B at its first word
};

// scores: three a word (O, B, I), row-major, for the words of a window that begins at first_word of the document.
[[nodiscard]] std::vector<Cue> find_cues(std::span<const float> scores, uint32_t first_word, float threshold);

// First words that are at least 10 % likely to begin a cue, but not over the threshold, as cues of one word.
[[nodiscard]] std::vector<Cue> passed_over(std::span<const float> scores, uint32_t first_word, float threshold,
                                           std::span<const Cue> cues);

}  // namespace onrecord::statements
