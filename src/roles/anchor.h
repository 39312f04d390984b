#pragma once
// A word or words that roles hang on, as far as the network takes them for it: a cue of speech, a trigger of an event.
// Each is read, and the reader, which knows by then what stands around it, has its say.
//
// Thread-safety: values and pure functions.

#include "base/word_range.h"

namespace onrecord::roles {

// An alternative less likely than this is not worth telling, and a candidate less likely is not read.
inline constexpr float kWorthTelling = 0.1F;

struct Anchor {
  WordRange words;        // of the document
  float probability = 0;  // that it is one
};

// What the first look and the reader say together: the mean of their log-odds, as a probability.
[[nodiscard]] float agreed(float first_look, float reader);

}  // namespace onrecord::roles
