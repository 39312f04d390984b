#pragma once
// What a field of a statement or event rests on, while the report is read. Thread-safety: a value.

#include <string>
#include <string_view>

#include "roles/word_sets.h"

namespace onrecord::roles {

// As onrecord::Evidence of the record, in words of this report.
struct Evidence {
  std::string_view field;  // a literal: "cue", "source", "content", …
  std::string_view by;     // a literal: "cue head", "carried quotation", …
  float score = 1;
  bool taken = true;
  std::string value = {};
  WordSet words = {};
};

}  // namespace onrecord::roles
