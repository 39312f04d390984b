#pragma once
// A cue with what the network read around it, while rules still work on it. statements.h makes the statement of it.

#include <string_view>
#include <vector>

#include "base/word_range.h"
#include "statements/cues.h"
#include "statements/word_sets.h"

namespace onrecord::statements {

// Why something was decided: a head of the network or a rule, and how sure it was. Text for people.
struct Evidence {
  std::string_view what;  // a literal: "cue head", "carried quotation", …
  float score = 0;        // 0 to 1; 1 for a rule that has no score
};

struct Reading {
  Cue cue;
  WordSet source, content;
  float certain = 1;                              // mean probability of the roles of the source's and content's words
  std::vector<float> act, polarity, source_kind;  // log-probabilities in the manifest's order
  std::vector<Evidence> evidence;
};

}  // namespace onrecord::statements
