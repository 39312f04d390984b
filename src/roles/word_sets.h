#pragma once
// Sets of words → spans of text. Roles are sets of the words that mean something; punctuation and quotation marks are
// put back when the spans are made:
//   - words join over punctuation, never across blocks or other words
//   - quotation marks and the stops inside them belong to a span that reaches them: “We will go,” he said.
//   - a bracket that opens inside a span closes inside it: the Ministry of Defence (MoD)
//
// Thread-safety: pure functions. Time is linear in the words.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/word_range.h"
#include "text/tokens.h"

namespace onrecord::roles {

using WordSet = std::vector<uint32_t>;  // words of the document, ascending, each once

// A word with a letter or digit, or one of $ % # @ & and currency signs.
[[nodiscard]] bool is_meaningful(std::string_view word);

// One element a word of the document.
[[nodiscard]] std::vector<uint8_t> meaningful_words(std::string_view text, const text::Tokens& tokens);

// Punctuation that the spans take along is decided by the words; see above.
[[nodiscard]] std::vector<Span> join_words(const WordSet& words, std::string_view text, const text::Tokens& tokens,
                                           const std::vector<uint8_t>& meaningful);

[[nodiscard]] WordSet all_words(WordRange range);
// The words of the range that mean something.
[[nodiscard]] WordSet words_in(WordRange range, const std::vector<uint8_t>& meaningful);

[[nodiscard]] bool contains(const WordSet& words, uint32_t word);
[[nodiscard]] bool overlap(const WordSet& a, const WordSet& b);
// The words of a that are not in b.
[[nodiscard]] WordSet without(const WordSet& a, const WordSet& b);
[[nodiscard]] WordSet united(const WordSet& a, const WordSet& b);
void add_words(WordSet& to, const WordSet& more);

}  // namespace onrecord::roles
