#pragma once
// The network's scores of a statement → its confidence: the share of statements with such scores that are right.
//
// Logistic regression (Platt scaling) over the log-odds of the cue, the source and the content; its four numbers are
// fitted by training/confidence.py on reports that no weights were trained on, and stand in the model's manifest:
//   confidence = sigmoid(c0 + c1 logit(cue) + c2 logit(source) + c3 logit(content))
//
// Thread-safety: pure function.

#include <span>

#include "statements/reading.h"

namespace onrecord::statements {

// numbers: four, as in the manifest.
[[nodiscard]] float confidence_of(const Reading& reading, std::span<const float> numbers);

}  // namespace onrecord::statements
