#include "times/portions.h"

#include <algorithm>

namespace onrecord::times {
namespace {

using std::chrono::days;

Days edge_of(const Days& whole, bool first) {
  const Day day = first ? whole.first : whole.last;
  switch (whole.precision) {
    case Precision::kSeason:
    case Precision::kYear:
      return months(year_of(day), month_of(day), 1, Precision::kMonth);
    case Precision::kDecade:
      return year(year_of(day));
    default:
      return {day, day, Precision::kDay};
  }
}

// third: 0, 1 or 2
Days third_of(const Days& whole, int third) {
  const int first_year = year_of(whole.first);
  switch (whole.precision) {
    case Precision::kWeek: {
      const Day first = whole.first + days(third == 0 ? 0 : third + 1);
      return {std::min(first, whole.last),
              third == 2 ? whole.last : std::min(whole.last, whole.first + days(third + 2)), Precision::kWeek};
    }
    case Precision::kMonth: {
      const Day first = whole.first + days(10 * third);
      return {first, third == 2 ? whole.last : first + days(9), Precision::kMonth};
    }
    case Precision::kSeason:
      return months(first_year, month_of(whole.first) + third, 1, Precision::kMonth);
    case Precision::kYear:
      return months(first_year, 1 + 4 * third, 4, Precision::kYear);
    default:
      return months(first_year + (third == 0 ? 0 : 1 + 3 * third), 1, third == 0 ? 48 : 36, Precision::kDecade);
  }
}

}  // namespace

Days portion_of(const Days& whole, Portion portion, std::optional<Day> now) {
  if (whole.precision <= Precision::kDay) return whole;
  const bool now_inside = now && *now >= whole.first && *now <= whole.last;
  switch (portion) {
    case Portion::kWhole:
      return whole;
    case Portion::kStart:
      return edge_of(whole, true);
    case Portion::kEarly:
      return third_of(whole, 0);
    case Portion::kMiddle:
      return third_of(whole, 1);
    case Portion::kLate:
      return third_of(whole, 2);
    case Portion::kEnd:
      return edge_of(whole, false);
    case Portion::kEarlier:
      return now_inside ? Days{whole.first, std::max(whole.first, *now - days(1)), whole.precision} : whole;
    case Portion::kLater:
      return now_inside ? Days{std::min(whole.last, *now + days(1)), whole.last, whole.precision} : whole;
  }
  return whole;
}

}  // namespace onrecord::times
