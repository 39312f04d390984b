#pragma once
// Why a record says what it says, for people at a terminal: each field of a statement or event with the head of the
// network or the rule behind it, how sure it was and what else was weighed; and the words that came near to being a
// cue.
//
// Thread-safety: pure functions.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/pretty.h"
#include "onrecord/record.h"

namespace onrecord::exports {

// Indices of the statements that have the words, as they stand in the text, in their source, cue or content, and of the
// cues passed over that lie in such words. Lower and upper case count as one.
struct Found {
  std::vector<size_t> statements, passed_over, actors, events;
};
[[nodiscard]] Found find_words(const Record& record, std::string_view words);

void append_why(const Record& record, const Found& chosen, const PrettyOptions& options, std::string& out);

}  // namespace onrecord::exports
