#pragma once
// Cue scores → cues: the words that say that somebody said something ("said", "according to", "has denied").
//
// A word that is at all likely to begin a cue is a candidate, with the words after it that are likelier inside a cue
// than not; candidates never overlap. Each is read, and the reader, which knows by then what stands around it, has its
// say.
//
// Thread-safety: pure functions.

#include <span>
#include <vector>

#include "base/word_range.h"

namespace onrecord::statements {

// An alternative less likely than this is not worth telling, and a candidate less likely is not read.
inline constexpr float kWorthTelling = 0.1F;

struct Cue {
  WordRange words;        // of the document
  float probability = 0;  // of B at its first word
};

// scores: three a word (O, B, I), row-major, for the words of a window that begins at first_word of the document.
[[nodiscard]] std::vector<Cue> find_cues(std::span<const float> scores, uint32_t first_word);

// What the first look and the reader say together: the mean of their log-odds, as a probability.
[[nodiscard]] float agreed(float cue_head, float reader);

}  // namespace onrecord::statements
