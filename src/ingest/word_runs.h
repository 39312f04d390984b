#pragma once
// Whether words have been read before, in the same order: a pull quote repeats the report, and what a page gives as the
// article's text in JSON-LD is found again in its paragraphs. Runs of three words are kept as hashes, without case and
// punctuation. Thread-safety: one writer, or any number of readers. Time is linear in the text.

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace onrecord::ingest {

class WordRuns {
 public:
  void add(std::string_view text);
  // Of the runs of the text, the share that was added before; nothing for a text of fewer than `least` runs.
  [[nodiscard]] double share_of(std::string_view text, size_t least) const;
  [[nodiscard]] bool empty() const { return runs_.empty(); }

 private:
  std::unordered_set<uint64_t> runs_;
};

}  // namespace onrecord::ingest
