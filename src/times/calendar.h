#pragma once
// Calendar days: std::chrono with what time expressions need. Thread-safety: pure functions.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "times/expression.h"
#include "times/times.h"

namespace onrecord::times {

using Day = std::chrono::sys_days;

// first ≤ last
struct Days {
  Day first, last;
  Precision precision = Precision::kDay;
};

[[nodiscard]] bool is_day(int year, int month, int day);
[[nodiscard]] Day day_of(int year, int month, int day);           // must be a day
[[nodiscard]] std::optional<Day> read_day(std::string_view iso);  // "2024-03-03", whatever stands behind it
[[nodiscard]] std::string iso(Day day);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);
[[nodiscard]] int weekday_of(Day day);  // 1 = Monday

// Months from the first of one: months(2024, 12, 3) is December to February. month may lie outside 1 to 12.
[[nodiscard]] Days months(int year, int month, int count, Precision precision);
[[nodiscard]] Days year(int number);

// The week, month … that the day stands in; of a weekend the one of its week.
[[nodiscard]] Days whole(Unit unit, Day day);
// The one so many after it; negative = before.
[[nodiscard]] Days shifted(Unit unit, Day day, int count);
// The day so many units later, in a shorter month its last day.
[[nodiscard]] Day moved(Unit unit, Day day, int count);

}  // namespace onrecord::times
