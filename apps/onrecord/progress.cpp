#include "progress.h"

#include <unistd.h>

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace onrecord::app {
namespace {

// To the terminal or nowhere: a progress line that cannot be drawn is no trouble worth telling.
void draw(std::string_view line) {
  const ssize_t ignored = ::write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(ignored);
}

}  // namespace

void Progress::update(uint64_t reports, uint64_t failed) {
  const Clock::time_point now = Clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const auto whole = static_cast<uint64_t>(seconds);
  std::string line = fmt::format("\r\033[K{} reports  {:.1f}/s  {}:{:02}", reports,
                                 static_cast<double>(reports) / (seconds > 0 ? seconds : 1), whole / 60, whole % 60);
  if (failed > 0) line += fmt::format("  {} failed", failed);
  draw(line);
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) draw("\r\033[K");
  drawn_ = false;
}

}  // namespace onrecord::app
