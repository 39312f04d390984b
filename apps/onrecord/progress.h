#pragma once
// One line on stderr that tells how far the work is, redrawn at most ten times a second. Thread-safety: belongs to one
// thread. Does nothing when it is not wanted (stderr is no terminal, or stdout is one and has the eye's attention).

#include <chrono>
#include <cstdint>

namespace onrecord::app {

class Progress {
 public:
  explicit Progress(bool wanted) : wanted_(wanted), begin_(Clock::now()) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(uint64_t reports, uint64_t failed);
  void clear();  // before anything else is written to stderr

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool drawn_ = false;
  Clock::time_point begin_;
  Clock::time_point next_{};
};

}  // namespace onrecord::app
