#include "stats.h"

#include <sys/resource.h>

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace onrecord::app {
namespace {

double seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

double peak_megabytes() {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) return 0;
  return static_cast<double>(usage.ru_maxrss) / 1024;  // Linux counts kilobytes
}

}  // namespace

void Counts::add(const Counts& more) {
  reports += more.reports;
  failed += more.failed;
  words += more.words;
  for (size_t k = 0; k < kStages; ++k) stages.spent[k] += more.stages.spent[k];
  exporting += more.exporting;
}

uint64_t count_words(std::string_view text) {
  uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::string describe(const Counts& counts, std::chrono::nanoseconds elapsed) {
  const double time = std::max(seconds(elapsed), 1e-9);
  double work = std::max(seconds(counts.exporting), 1e-9);
  for (const auto spent : counts.stages.spent) work += seconds(spent);
  std::string out =
      fmt::format("reports      {}\nfailed       {}\nwords        {}\n", counts.reports, counts.failed, counts.words);
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "seconds      {:.2f}\nspeed        {:.1f} reports/s, {:.0f} words/s\npeak memory  {:.0f} MB\n",
                 time, static_cast<double>(counts.reports) / time, static_cast<double>(counts.words) / time,
                 peak_megabytes());
  fmt::format_to(to, "work of all threads, {:.2f} s:\n", work);
  for (size_t k = 0; k < kStages; ++k) {
    fmt::format_to(to, "  {:<11}{:5.1f} %\n", name(static_cast<Stage>(k)),
                   100 * seconds(counts.stages.spent[k]) / work);
  }
  fmt::format_to(to, "  {:<11}{:5.1f} %\n", "export", 100 * seconds(counts.exporting) / work);
  return out;
}

}  // namespace onrecord::app
