#include "ingest/word_runs.h"

#include <unicode/uchar.h>

#include "ingest/code_points.h"

namespace onrecord::ingest {
namespace {

constexpr uint64_t kSeed = 1469598103934665603u;  // FNV-1a
constexpr uint64_t kPrime = 1099511628211u;

// Calls `use` with the hash of every three words in a row.
template <class Use>
void for_each_run(std::string_view text, Use use) {
  uint64_t words[3] = {};
  size_t count = 0;
  uint64_t word = kSeed;
  bool in_word = false;
  const auto finish = [&] {
    if (!in_word) return;
    words[count++ % 3] = word;
    if (count >= 3) {
      const size_t first = count % 3;
      use((words[first] * kPrime + words[(first + 1) % 3]) * kPrime + words[(first + 2) % 3]);
    }
    word = kSeed;
    in_word = false;
  };
  for (size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    if (c == '\'' || c == 0x2019) continue;  // inside a word; at its end it changes nothing
    if (c < 0 || u_isalnum(c) == 0) {
      finish();
      continue;
    }
    word = (word ^ static_cast<uint64_t>(u_tolower(c))) * kPrime;
    in_word = true;
  }
  finish();
}

}  // namespace

void WordRuns::add(std::string_view text) {
  for_each_run(text, [&](uint64_t run) { runs_.insert(run); });
}

double WordRuns::share_of(std::string_view text, size_t least) const {
  size_t all = 0;
  size_t known = 0;
  for_each_run(text, [&](uint64_t run) {
    ++all;
    known += runs_.contains(run);
  });
  return all == 0 || all < least ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

}  // namespace onrecord::ingest
