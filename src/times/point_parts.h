#pragma once
// The single kinds of points that read_point (points.h) puts together. Each reads from word i and gives nothing when
// its kind does not begin there. Thread-safety: pure functions.

#include "times/points.h"

namespace onrecord::times {

[[nodiscard]] FoundPoint read_date(const SentenceWords& words, uint32_t i, bool asked);    // dates.cpp
[[nodiscard]] FoundPoint read_year(const SentenceWords& words, uint32_t i, bool asked);    // "2019"
[[nodiscard]] FoundPoint read_weekday(const SentenceWords& words, uint32_t i);             // "Thursday, July 4"
[[nodiscard]] FoundPoint read_season(const SentenceWords& words, uint32_t i, bool asked);  // "the spring of 2019"
[[nodiscard]] FoundPoint read_which(const SentenceWords& words, uint32_t i);               // relative.cpp: "last week"
[[nodiscard]] FoundPoint read_count(const SentenceWords& words, uint32_t i);               // "two days earlier"
[[nodiscard]] FoundPoint read_unit_beside(const SentenceWords& words, uint32_t i);         // "the day before"
[[nodiscard]] FoundPoint read_day_word(const SentenceWords& words, uint32_t i);            // clocks.cpp: "yesterday"
[[nodiscard]] FoundPoint read_clock(const SentenceWords& words, uint32_t i);               // "noon Thursday", "9 pm"

// "of last year", "next week": how far the larger unit is from publication.
struct Frame {
  int offset = 0;
  uint32_t end = 0;
};
[[nodiscard]] Frame read_frame(const SentenceWords& words, uint32_t i, Unit unit);

// Marks "night" behind a day and steps over it.
void step_over_part(const SentenceWords& words, FoundPoint& found);

}  // namespace onrecord::times
