#pragma once
// Text → words, sentences and quotation state.
//
// Words follow Universal Dependencies' English conventions (as in EWT and GUM): hyphenated compounds are cut at the
// hyphen, contractions ("do|n't", "Wallace|'s", "can|not") into their parts, "U.S." and "J." keep their stop.
// A sentence never crosses a block. Quotation state is plain geometry of the marks (quotation.h).
//
// Thread-safety: pure functions.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/quotation.h"

namespace onrecord::text {

// A piece of the document that words and sentences must not cross.
struct TextBlock {
  Span span;
  bool aside = false;  // caption, credit, byline, subheading, boilerplate: stands between paragraphs, never part of a
                       // quotation that runs through them
};

struct Sentence {
  uint32_t first_token = 0;
  uint32_t end_token = 0;  // one past the last
  uint32_t block = 0;
};

// Structure of arrays, one element a word unless said.
struct Tokens {
  std::vector<Span> spans;          // in order, never overlapping, never empty
  std::vector<uint32_t> sentence;   // its sentence
  std::vector<uint32_t> block;      // its block
  std::vector<QuoteState> quote;    // where it stands with regard to quotation marks
  std::vector<uint32_t> quotation;  // running number of the quotation it stands in (its marks too); 0 = none
  std::vector<Sentence> sentences;  // one element a sentence

  [[nodiscard]] size_t size() const { return spans.size(); }
};

// Words beyond max_tokens are left out.
[[nodiscard]] Tokens tokenise(std::string_view text, std::span<const TextBlock> blocks, uint32_t max_tokens);

// For text whose words and sentences are given (CoNLL-U): fills block, quote and quotation.
[[nodiscard]] Tokens with_given_words(std::string_view text, std::span<const TextBlock> blocks, std::vector<Span> words,
                                      const std::vector<uint32_t>& sentence_of_word);

}  // namespace onrecord::text
