#pragma once
// Time of each stage of one call. Thread-safety: belongs to one call.

#include <chrono>

#include "onrecord/engine.h"

namespace onrecord::engine {

class Stopwatch {
 public:
  // Null: measures nothing.
  explicit Stopwatch(StageTimes* times) : times_(times), last_(Clock::now()) {}

  // The time since the last call of add, or since the watch was made, was spent in that stage.
  void add(Stage stage) {
    const Clock::time_point now = Clock::now();
    if (times_ != nullptr) times_->spent[static_cast<size_t>(stage)] += now - last_;
    last_ = now;
  }

 private:
  using Clock = std::chrono::steady_clock;
  StageTimes* times_;
  Clock::time_point last_;
};

}  // namespace onrecord::engine
