#pragma once
// Trigger scores → words that may name an act: "met", "the shelling", "talks". Each is read, and the reader, which
// knows by then what stands around it, has its say. Thread-safety: pure function.

#include <span>
#include <vector>

#include "roles/anchor.h"

namespace onrecord::events {

using Trigger = roles::Anchor;  // one word

// scores: one a word of a window that begins at first_word of the document.
[[nodiscard]] std::vector<Trigger> find_triggers(std::span<const float> scores, uint32_t first_word);

}  // namespace onrecord::events
