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

#include "roles/anchor.h"

namespace onrecord::statements {

using Cue = roles::Anchor;  // probability: of B at its first word
using roles::agreed;
using roles::kWorthTelling;

// scores: three a word (O, B, I), row-major, for the words of a window that begins at first_word of the document.
[[nodiscard]] std::vector<Cue> find_cues(std::span<const float> scores, uint32_t first_word);

}  // namespace onrecord::statements
