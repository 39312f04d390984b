#pragma once
// A cue with what the network read around it, while rules still work on it. statements.h makes the statement of it.
//
// Thread-safety: values and a pure function.

#include <string>
#include <string_view>
#include <vector>

#include "base/word_range.h"
#include "encoder/network.h"
#include "statements/cues.h"
#include "roles/evidence.h"
#include "roles/path.h"
#include "roles/word_sets.h"

namespace onrecord::statements {

// What all of this folder works with.
using roles::add_words;
using roles::all_words;
using roles::contains;
using roles::decode_roles;
using roles::Evidence;
using roles::join_words;
using roles::kCount;
using roles::overlap;
using roles::united;
using roles::without;
using roles::words_in;
using roles::WordSet;

// The class numbers of the manifest's `roles`.
enum class Role : uint8_t { kNone = 0, kSource = 1, kContent = 2, kLast = kContent };

// How sure the network is of one role: the mean probability of its words.
struct Certainty {
  float source = 1, content = 1;  // 1 for a role without words
};

struct Reading {
  Cue cue;
  WordSet source, content;
  Certainty certain;
  std::vector<float> act, polarity, source_kind;  // log-probabilities in the manifest's order
  std::vector<Evidence> evidence;
};

// What the reader's scores say of the words `read`. The cue's own words and those that mean nothing have no role. Words
// that are at least 10 % likely to have another role than the one they get are kept as alternatives.
// meaningful: of the document's words (word_sets.h).
[[nodiscard]] Reading make_reading(const Cue& cue, WordRange read, const encoder::CueReading& scores,
                                   const encoder::Manifest& manifest, const std::vector<uint8_t>& meaningful);

// In the order of their cues, as read_layout and make_statements want them.
void sort_by_cue(std::vector<Reading>& readings);

}  // namespace onrecord::statements
