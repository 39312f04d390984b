#pragma once
// Readings → who speaks where (actors/speech.h).
// Thread-safety: pure function. Time is linear in the words of the readings, but for sorting.

#include <vector>

#include "actors/speech.h"
#include "statements/reading.h"

namespace onrecord::statements {

// words: of the document.
[[nodiscard]] actors::Speech speech_map(const std::vector<Reading>& readings, size_t words);

}  // namespace onrecord::statements
