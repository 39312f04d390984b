#pragma once
// Text → words, after Universal Dependencies' English conventions (see tokens.h).
//
// Works on one stretch between white space at a time, left to right, and never looks back over what it has cut: time
// is linear in the text. Thread-safety: pure function.

#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::text {

// Appends the words of text[block] to words; stops when words holds max_words.
void append_words(std::string_view text, Span block, size_t max_words, std::vector<Span>& words);

}  // namespace onrecord::text
