#pragma once
// What `--stats` tells: reports, words, speed, where the time went, and the most memory that was used.
// Thread-safety: values and pure functions.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/engine.h"

namespace onrecord::app {

class Stopwatch {
 public:
  [[nodiscard]] std::chrono::nanoseconds elapsed() const { return std::chrono::steady_clock::now() - begin_; }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

struct Counts {
  uint64_t reports = 0, failed = 0, words = 0;
  StageTimes stages;                      // summed over all threads
  std::chrono::nanoseconds exporting{0};  // likewise

  void add(const Counts& more);
};

// Stretches between white space, as wc counts them.
[[nodiscard]] uint64_t count_words(std::string_view text);

// Several lines for people.
[[nodiscard]] std::string describe(const Counts& counts, std::chrono::nanoseconds elapsed);

}  // namespace onrecord::app
