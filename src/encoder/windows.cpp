#include "encoder/windows.h"

#include <algorithm>

#include "encoder/letter_case.h"

namespace onrecord::encoder {
namespace {

// One character, whether it is written in ASCII or as a dash of another width.
bool is_pause(std::string_view word) {
  return word == "," || word == ";" || word == ":" || word == "-" || word == "--" || word == "–" || word == "—";
}

class Cutter {
 public:
  explicit Cutter(const WordInputs& words) : words_(words) {}

  // One past the last word of the window that begins at `first`.
  [[nodiscard]] uint32_t end_of_window(uint32_t first) const {
    const auto count = static_cast<uint32_t>(words_.size());
    const auto same_block = [&](uint32_t word) { return word < count && words_.block[word] == words_.block[first]; };
    uint32_t end = first + 1;
    uint32_t last_sentence_end = first, last_pause = first;
    for (; same_block(end) && pieces_between(first, end + 1) <= kMaxPieces; ++end) {
      if (words_.sentence[end] != words_.sentence[end - 1]) last_sentence_end = end;
      if (words_.pause[end - 1] != 0) last_pause = end;
    }
    if (!same_block(end)) return end;
    if (words_.sentence[end] != words_.sentence[end - 1]) return end;
    if (last_sentence_end > first) return last_sentence_end;
    return pieces_between(first, last_pause) * 2 >= kMaxPieces ? last_pause : end;
  }

  [[nodiscard]] Window window(uint32_t first, uint32_t end) const {
    Window out;
    out.first_word = first;
    const uint32_t begin = words_.piece_begin[first];
    out.pieces.assign(words_.pieces.begin() + begin, words_.pieces.begin() + words_.piece_begin[end]);
    out.letter_case.reserve(out.pieces.size());
    out.quote.reserve(out.pieces.size());
    out.first.reserve(end - first);
    for (uint32_t word = first; word < end; ++word) {
      out.first.push_back(static_cast<int32_t>(words_.piece_begin[word] - begin));
      const size_t size = words_.piece_begin[word + 1] - begin;
      out.letter_case.resize(size, words_.letter_case[word]);
      out.quote.resize(size, words_.quote[word]);
    }
    return out;
  }

 private:
  [[nodiscard]] uint32_t pieces_between(uint32_t first, uint32_t end) const {
    return words_.piece_begin[end] - words_.piece_begin[first];
  }
  const WordInputs& words_;
};

}  // namespace

void add_word(const WordPieces& pieces, std::string_view word, uint8_t quote, uint32_t block, uint32_t sentence,
              WordInputs& words) {
  pieces.append(word, words.pieces);
  words.piece_begin.push_back(static_cast<uint32_t>(words.pieces.size()));
  words.letter_case.push_back(static_cast<uint8_t>(letter_case(word)));
  words.quote.push_back(quote);
  words.pause.push_back(is_pause(word) ? 1 : 0);
  words.block.push_back(block);
  words.sentence.push_back(sentence);
}

std::vector<Window> cut_windows(const WordInputs& words) {
  std::vector<Window> out;
  const Cutter cutter(words);
  for (uint32_t first = 0; first < words.size();) {
    const uint32_t end = cutter.end_of_window(first);
    out.push_back(cutter.window(first, end));
    first = end;
  }
  return out;
}

size_t window_of(std::span<const Window> windows, uint32_t word) {
  const auto after = std::upper_bound(windows.begin(), windows.end(), word,
                                      [](uint32_t w, const Window& window) { return w < window.first_word; });
  return static_cast<size_t>(after - windows.begin()) - (after == windows.begin() ? 0 : 1);
}

}  // namespace onrecord::encoder
