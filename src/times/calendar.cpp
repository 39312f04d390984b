#include "times/calendar.h"

#include <charconv>

#include <fmt/format.h>

namespace onrecord::times {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day ymd(Day day) {
  return chrono::year_month_day(day);
}

int number_of(std::string_view digits) {
  int number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : -1;
}

}  // namespace

bool is_day(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return chrono::year_month_day(chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                chrono::day(static_cast<unsigned>(day)))
      .ok();
}

Day day_of(int year, int month, int day) {
  return chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::day(static_cast<unsigned>(day));
}

std::optional<Day> read_day(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const int year = number_of(iso.substr(0, 4));
  const int month = number_of(iso.substr(5, 2));
  const int day = number_of(iso.substr(8, 2));
  if (!is_day(year, month, day)) return std::nullopt;
  return day_of(year, month, day);
}

std::string iso(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day), unsigned(ymd(day).day()));
}

int year_of(Day day) {
  return static_cast<int>(ymd(day).year());
}
int month_of(Day day) {
  return static_cast<int>(unsigned(ymd(day).month()));
}
int weekday_of(Day day) {
  return static_cast<int>(chrono::weekday(day).iso_encoding());
}

Days months(int year, int month, int count, Precision precision) {
  const chrono::year_month first = chrono::year(year) / chrono::January + chrono::months(month - 1);
  return {first / 1, (first + chrono::months(count - 1)) / chrono::last, precision};
}

Days year(int number) {
  return months(number, 1, 12, Precision::kYear);
}

Days whole(Unit unit, Day day) {
  const Day monday = day - chrono::days(weekday_of(day) - 1);
  switch (unit) {
    case Unit::kMinute:
    case Unit::kHour:
    case Unit::kDay:
      return {day, day, unit == Unit::kDay ? Precision::kDay : Precision::kTime};
    case Unit::kWeekend:
      return {monday + chrono::days(5), monday + chrono::days(6), Precision::kWeek};
    case Unit::kWeek:
      return {monday, monday + chrono::days(6), Precision::kWeek};
    case Unit::kFortnight:
      return {monday, monday + chrono::days(13), Precision::kWeek};
    case Unit::kMonth:
      return months(year_of(day), month_of(day), 1, Precision::kMonth);
    case Unit::kYear:
      return year(year_of(day));
    case Unit::kDecade:
      return months(year_of(day) / 10 * 10, 1, 120, Precision::kDecade);
  }
  return {day, day, Precision::kDay};
}

Days shifted(Unit unit, Day day, int count) {
  // From the middle of a month, so that no shorter month is in the way.
  const Day from = unit >= Unit::kMonth ? day_of(year_of(day), month_of(day), 15) : day;
  return whole(unit, moved(unit, from, count));
}

Day moved(Unit unit, Day day, int count) {
  switch (unit) {
    case Unit::kMinute:
    case Unit::kHour:
      return day;
    case Unit::kDay:
      return day + chrono::days(count);
    case Unit::kWeekend:
    case Unit::kWeek:
      return day + chrono::days(7 * count);
    case Unit::kFortnight:
      return day + chrono::days(14 * count);
    default:
      break;
  }
  const int months = count * (unit == Unit::kMonth ? 1 : unit == Unit::kYear ? 12 : 120);
  const chrono::year_month_day there = ymd(day) + chrono::months(months);
  return there.ok() ? Day(there) : Day(there.year() / there.month() / chrono::last);
}

}  // namespace onrecord::times
