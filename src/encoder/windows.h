#pragma once
// Words of a document → the windows that the network reads. One block (paragraph) is one window; a block of more than
// kMaxPieces pieces is cut at sentence ends, a sentence longer than that after a pause (comma, semicolon, colon, dash)
// or, without one in its last half, anywhere. Context beyond the paragraph buys nothing (measured in training) and
// costs time.
//
//   WordInputs words;
//   for (each word) add_word(pieces, text_of_word, quote_state, block, sentence, words);
//   std::vector<Window> windows = cut_windows(words);
//
// Thread-safety: pure functions. Time is linear in the words.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "encoder/network.h"
#include "encoder/word_pieces.h"

namespace onrecord::encoder {

// What the network has to know of each word of a document; one element a word unless said.
struct WordInputs {
  std::vector<int32_t> pieces;            // ids of all words, one after another
  std::vector<uint32_t> piece_begin{0};   // words + 1: word k has pieces [piece_begin[k], piece_begin[k + 1])
  std::vector<uint8_t> letter_case;       // letter_case.h
  std::vector<uint8_t> quote;             // text::QuoteState as a number
  std::vector<uint8_t> pause;             // 1 = a comma, semicolon, colon or dash
  std::vector<uint32_t> block, sentence;  // numbers that never fall

  [[nodiscard]] size_t size() const { return letter_case.size(); }
};

void add_word(const WordPieces& pieces, std::string_view word, uint8_t quote, uint32_t block, uint32_t sentence,
              WordInputs& words);

// Together the windows hold every word once, in order; each has at most kMaxPieces pieces and at least one word.
[[nodiscard]] std::vector<Window> cut_windows(const WordInputs& words);

// Number of the window that holds a word of the document; windows are those of one document.
[[nodiscard]] size_t window_of(std::span<const Window> windows, uint32_t word);

}  // namespace onrecord::encoder
