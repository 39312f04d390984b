#pragma once
// The grammar of a single time: "Thursday night", "25 July", "early next week", "two days earlier". Looks at a bounded
// number of words from where it stands. Thread-safety: pure functions.

#include <cstdint>
#include <vector>

#include "times/expression.h"
#include "times/words.h"

namespace onrecord::times {

// The words of one sentence, by their numbers in the document; outside of it stands nothing.
class SentenceWords {
 public:
  SentenceWords(const std::vector<Word>& words, uint32_t begin, uint32_t end)
      : words_(words), begin_(begin), end_(end) {}

  [[nodiscard]] uint32_t begin() const { return begin_; }
  [[nodiscard]] uint32_t end() const { return end_; }
  [[nodiscard]] const Word& at(uint32_t i) const { return i >= begin_ && i < end_ ? words_[i] : nothing_; }
  [[nodiscard]] const Word& before(uint32_t i) const { return i > begin_ ? at(i - 1) : nothing_; }
  [[nodiscard]] WordType type(uint32_t i) const { return at(i).type; }
  [[nodiscard]] bool is(uint32_t i, WordType type) const { return at(i).type == type; }

 private:
  const Word nothing_{};  // beyond the sentence
  const std::vector<Word>& words_;
  uint32_t begin_, end_;
};

struct FoundPoint {
  Point point;
  uint32_t end = 0;  // word after it; 0 = nothing found

  explicit operator bool() const { return end != 0; }
};

// The time that begins at word i. asked: the words before ask for a time ("since", "end of"), so that "May" is a month
// and "2019" a year.
[[nodiscard]] FoundPoint read_point(const SentenceWords& words, uint32_t i, bool asked);

}  // namespace onrecord::times
