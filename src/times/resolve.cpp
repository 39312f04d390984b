#include <algorithm>

#include "times/calendar.h"
#include "times/portions.h"
#include "times/times.h"

namespace onrecord::times {
namespace {

using std::chrono::days;
using MaybeDays = std::optional<Days>;

// No report counts further than this; more would leave the calendar.
constexpr int kMostUnits = 1500;

// A date without a year goes by the tense, but one so near on the other side is that one: "banned the march of 5 May".
constexpr int kNearDays = 31;

constexpr int kHoursOfOneDay = 6;  // as many hours ago or later it was, most likely, still the same day

constexpr int kYearsTried = 9;  // a leap day comes again after eight years at the latest

class Resolver {
 public:
  Resolver(std::optional<Day> now, Direction direction, MaybeDays told)
      : now_(now), direction_(direction), told_(told) {}

  [[nodiscard]] MaybeDays point(const Point& point) const;
  [[nodiscard]] MaybeDays since(const Point& point) const;
  [[nodiscard]] MaybeDays until(const Point& point) const;
  [[nodiscard]] MaybeDays by(const Point& point) const;
  [[nodiscard]] MaybeDays range(const Point& from, const Point& to) const;

 private:
  [[nodiscard]] MaybeDays whole_point(const Point& point) const;
  [[nodiscard]] MaybeDays from_now(const Point& point) const;
  [[nodiscard]] MaybeDays away(const Point& point, int count) const;
  [[nodiscard]] MaybeDays span(const Point& point, bool ahead) const;
  [[nodiscard]] MaybeDays weekday(const Point& point) const;
  [[nodiscard]] MaybeDays date(const Point& point) const;
  [[nodiscard]] MaybeDays day_of_some_month(int day) const;
  [[nodiscard]] MaybeDays yearly(const Point& point) const;
  [[nodiscard]] MaybeDays yearly_by_direction(const Point& point) const;
  [[nodiscard]] MaybeDays unit(const Point& point) const;
  [[nodiscard]] MaybeDays weekend() const;
  [[nodiscard]] MaybeDays from_told(const Point& point) const;
  [[nodiscard]] bool past() const { return direction_ == Direction::kPast; }

  std::optional<Day> now_;
  Direction direction_;
  MaybeDays told_;
};

// The date, month or season in that year.
MaybeDays in_year(const Point& point, int year_number) {
  if (point.kind == PointKind::kSeason) return months(year_number, point.month, point.number, Precision::kSeason);
  if (point.day == 0) return months(year_number, point.month, 1, Precision::kMonth);
  if (!is_day(year_number, point.month, point.day)) return std::nullopt;
  const Day day = day_of(year_number, point.month, point.day);
  return Days{day, day, Precision::kDay};
}

MaybeDays Resolver::whole_point(const Point& point) const {
  switch (point.kind) {
    case PointKind::kDate:
    case PointKind::kSeason:
      return date(point);
    case PointKind::kDecade:
      return months(point.year, 1, 120, Precision::kDecade);
    case PointKind::kClock:
      if (!told_ || told_->precision > Precision::kDay) return std::nullopt;
      return Days{told_->first, told_->first, Precision::kTime};
    case PointKind::kEarlier:
    case PointKind::kLater:
    case PointKind::kBefore:
    case PointKind::kAfter:
      return from_told(point);
    default:
      if (point.kind == PointKind::kUnit && point.which >= Which::kThat) return from_told(point);
      return now_ ? from_now(point) : std::nullopt;
  }
}

MaybeDays Resolver::from_now(const Point& point) const {
  const Day now = *now_;
  switch (point.kind) {
    case PointKind::kDay:
      return shifted(Unit::kDay, now, point.number);
    case PointKind::kWeekday:
      return weekday(point);
    case PointKind::kUnit:
      return unit(point);
    case PointKind::kOvernight:
      if (past()) return Days{now - days(1), now, Precision::kTime};
      return Days{now, now + days(1), Precision::kTime};
    case PointKind::kWithin:
      if (past()) return std::nullopt;  // "sued within hours" of something
      if (point.number == 0 && point.unit == Unit::kDay) return Days{now, now + days(7), Precision::kDay};
      return span(point, true);
    case PointKind::kSpan:
      return span(point, point.which != Which::kPast);
    case PointKind::kAgo:
      return away(point, -point.number);
    case PointKind::kInSpan:
      return past() ? std::nullopt : away(point, point.number);
    default:
      return away(point, point.number);
  }
}

// "two weeks ago", "three days from now".
MaybeDays Resolver::away(const Point& point, int count) const {
  if (count == 0 || point.number > kMostUnits) return std::nullopt;
  if (point.unit == Unit::kHour && point.number > kHoursOfOneDay) return std::nullopt;
  if (count < 0 && (point.unit == Unit::kWeek || point.unit == Unit::kFortnight)) {  // told as if to the day
    const Day day = moved(point.unit, *now_, count);
    return Days{day, day, Precision::kWeek};
  }
  if (point.unit == Unit::kDecade) return year(year_of(*now_) + 10 * count);
  return shifted(point.unit, *now_, count);
}

// "the past three days", "within 48 hours".
MaybeDays Resolver::span(const Point& point, bool ahead) const {
  if (point.number == 0 || point.number > kMostUnits) return std::nullopt;
  const Precision precision = std::max(whole(point.unit, *now_).precision, Precision::kDay);
  const int count = ahead ? point.number : -point.number;
  Day other = moved(point.unit, *now_, count);
  if (point.unit == Unit::kHour) other += days((point.number + 23) / 24 * (ahead ? 1 : -1));
  return ahead ? Days{*now_, other, precision} : Days{other, *now_, precision};
}

MaybeDays Resolver::weekday(const Point& point) const {
  const int ahead = (point.number - weekday_of(*now_) + 7) % 7;  // days to the next one, 0 = today
  const Day monday = *now_ - days(weekday_of(*now_) - 1);
  const auto in_week = [&](int weeks) { return monday + days(7 * weeks + point.number - 1); };
  Day day = past() ? *now_ - days((7 - ahead) % 7) : *now_ + days(ahead);
  if (point.framed) {
    day = in_week(point.frame);
  } else if (point.which == Which::kLast || point.which == Which::kPast) {
    day = in_week(-1);
  } else if (point.which == Which::kNext || point.which == Which::kComing) {
    day = in_week(1);
  } else if (point.which == Which::kThis) {
    day = in_week(0);
  } else if (point.which == Which::kPrevious) {
    day = *now_ - days(7 - ahead);
  } else if (point.which == Which::kFollowing) {
    if (!told_) return std::nullopt;
    day = told_->last + days((point.number - weekday_of(told_->last) + 6) % 7 + 1);
  }
  return Days{day, day, Precision::kDay};
}

MaybeDays Resolver::date(const Point& point) const {
  if (point.year != 0) return point.month == 0 ? MaybeDays(year(point.year)) : in_year(point, point.year);
  if (point.which == Which::kThat) return told_ ? in_year(point, year_of(told_->first)) : std::nullopt;
  if (!now_) return std::nullopt;
  if (point.framed) return in_year(point, year_of(*now_) + point.frame);
  if (point.month == 0) return day_of_some_month(point.day);
  return yearly(point);
}

// "the 19th"
MaybeDays Resolver::day_of_some_month(int day) const {
  for (int offset = 0; offset < 3; ++offset) {
    const Days month = shifted(Unit::kMonth, *now_, past() ? -offset : offset);
    if (!is_day(year_of(month.first), month_of(month.first), day)) continue;
    const Day found = month.first + days(day - 1);
    if (past() ? found <= *now_ : found >= *now_) return Days{found, found, Precision::kDay};
  }
  return std::nullopt;
}

// What comes again every year, in the year that is meant.
MaybeDays Resolver::yearly(const Point& point) const {
  const int this_year = year_of(*now_);
  switch (point.which) {
    case Which::kThis:
      return in_year(point, this_year);
    case Which::kLast:
    case Which::kPast:
    case Which::kPrevious:
      for (int number = this_year; number > this_year - kYearsTried; --number) {
        if (const auto found = in_year(point, number); found && found->last < *now_) return found;
      }
      return std::nullopt;
    case Which::kNext:
    case Which::kComing:
    case Which::kFollowing:
      for (int number = this_year; number < this_year + kYearsTried; ++number) {
        if (const auto found = in_year(point, number); found && found->first > *now_) return found;
      }
      return std::nullopt;
    default:
      return yearly_by_direction(point);
  }
}

MaybeDays Resolver::yearly_by_direction(const Point& point) const {
  const int this_year = year_of(*now_);
  MaybeDays before;
  MaybeDays after;
  for (int number = this_year - kYearsTried; number < this_year + kYearsTried; ++number) {
    const auto found = in_year(point, number);
    if (!found) continue;
    if (found->first <= *now_) before = found;
    if (found->last >= *now_ && !after) after = found;
  }
  if (!before || !after) return std::nullopt;
  if (point.day != 0) {
    if (past() && after->first - *now_ <= days(kNearDays) && *now_ - before->first > days(kNearDays)) return after;
    if (!past() && *now_ - before->first <= days(kNearDays) && after->first - *now_ > days(kNearDays)) return before;
  }
  return past() ? before : after;
}

MaybeDays Resolver::unit(const Point& point) const {
  if (point.which == Which::kUnsaid) {
    return point.unit == Unit::kWeekend ? weekend() : MaybeDays(whole(point.unit, *now_));
  }
  const int count = point.which == Which::kLast ? -1 : point.which == Which::kNext ? 1 : 0;
  if (count == 0 && point.unit == Unit::kWeekend) return weekend();
  Days found = shifted(point.unit, *now_, count);
  // What happened this week happened by now.
  if (count == 0 && past() && point.portion == Portion::kWhole) found.last = std::min(found.last, *now_);
  return found;
}

MaybeDays Resolver::weekend() const {
  const Days nearest = whole(Unit::kWeekend, *now_);
  return past() && nearest.first > *now_ ? shifted(Unit::kWeekend, *now_, -1) : nearest;
}

MaybeDays Resolver::from_told(const Point& point) const {
  if (!told_) return std::nullopt;
  // "a day later" than some day of a year is no day that could be told
  const Precision unit_precision = whole(point.unit, told_->first).precision;
  if (told_->precision > std::max(unit_precision, Precision::kDay)) return std::nullopt;
  int count = 0;
  if (point.kind == PointKind::kUnit) {
    count = point.which == Which::kPrevious ? -1 : point.which == Which::kFollowing ? 1 : 0;
    if (point.unit == Unit::kWeekend && told_->precision > Precision::kDay) return told_;
    // "since Monday, when …; the next day": what goes on until now is told for its beginning.
    const bool open = now_ && told_->last == *now_;
    return shifted(point.unit, count < 0 || open ? told_->first : told_->last, count);
  }
  if (point.number == 0 || point.number > kMostUnits) return std::nullopt;
  if (point.unit < Unit::kDay) {
    if (point.unit == Unit::kHour && point.number > kHoursOfOneDay) return std::nullopt;
    return Days{told_->first, told_->first, Precision::kTime};
  }
  // What "a day after the vote" means is the day of the vote, the day told being a day after it.
  const bool back = point.kind == PointKind::kEarlier || point.kind == PointKind::kAfter;
  count = back ? -point.number : point.number;
  if (point.unit == Unit::kWeek || point.unit == Unit::kFortnight) {
    const Day day = moved(point.unit, told_->first, count);
    return Days{day, day, Precision::kWeek};
  }
  return shifted(point.unit, told_->first, count);
}

MaybeDays Resolver::point(const Point& point) const {
  MaybeDays found = whole_point(point);
  if (!found) return std::nullopt;
  if (point.part_of_day && found->precision == Precision::kDay) found->precision = Precision::kTime;
  return portion_of(*found, point.portion, now_);
}

MaybeDays Resolver::since(const Point& point) const {
  const auto found = Resolver(now_, Direction::kPast, told_).point(point);
  if (!found || !now_ || found->first > *now_) return std::nullopt;
  return Days{found->first, *now_, found->precision};
}

MaybeDays Resolver::until(const Point& point) const {
  auto found = this->point(point);
  if (found && now_ && found->last > *now_) found->first = *now_;
  return found;
}

// A deadline is the time itself; "by the end of the year" is any day until then.
MaybeDays Resolver::by(const Point& point) const {
  auto found = this->point(point);
  if (found && now_ && point.portion == Portion::kEnd && found->last > *now_) found->first = *now_;
  return found;
}

MaybeDays Resolver::range(const Point& from, const Point& to) const {
  auto first = point(from);
  auto last = point(to);
  if (!first || !last) return std::nullopt;
  const auto again = [&](const Point& point, Day now, Direction direction) {
    return Resolver(now, direction, told_).point(point);
  };
  // "from Friday to Sunday", told on Saturday: by themselves the two would stand in the wrong order.
  const auto in_order = [&] { return first && last && first->first <= last->last; };
  if (!in_order() && past() && from.year == 0 && !from.framed) first = again(from, last->last, Direction::kPast);
  if (!in_order() && first && to.year == 0) last = again(to, first->first, Direction::kFuture);
  if (!in_order()) return std::nullopt;
  return Days{first->first, last->last, std::max(first->precision, last->precision)};
}

MaybeDays read_period(const std::optional<Period>& period) {
  if (!period) return std::nullopt;
  const auto first = read_day(period->start);
  const auto last = read_day(period->end);
  if (!first || !last || *first > *last) return std::nullopt;
  return Days{*first, *last, period->precision};
}

}  // namespace

std::optional<Period> resolve(const Expression& expression, std::string_view published, Direction direction,
                              const std::optional<Period>& told) {
  const Resolver resolver(read_day(published), direction, read_period(told));
  MaybeDays found;
  switch (expression.bound) {
    case Bound::kNone:
      found = resolver.point(expression.from);
      break;
    case Bound::kSince:
      found = resolver.since(expression.from);
      break;
    case Bound::kUntil:
      found = resolver.until(expression.from);
      break;
    case Bound::kBy:
      found = resolver.by(expression.from);
      break;
    case Bound::kRange:
      found = resolver.range(expression.from, expression.to);
      break;
  }
  if (!found || found->first > found->last || year_of(found->first) < 1 || year_of(found->last) > 9999) return {};
  return Period{iso(found->first), iso(found->last), found->precision};
}

std::string_view name(Precision precision) {
  switch (precision) {
    case Precision::kTime:
      return "time";
    case Precision::kDay:
      return "day";
    case Precision::kWeek:
      return "week";
    case Precision::kMonth:
      return "month";
    case Precision::kSeason:
      return "season";
    case Precision::kYear:
      return "year";
    case Precision::kDecade:
      return "decade";
  }
  return "day";
}

std::vector<Dated> find_dated(std::string_view text, const text::Tokens& tokens, std::string_view published) {
  std::vector<Dated> dated;
  std::optional<Period> told;
  for (const Expression& expression : find(text, tokens)) {
    auto ahead = resolve(expression, published, Direction::kFuture, told);
    auto period = resolve(expression, published, Direction::kPast, told);
    if (period) told = period;
    dated.push_back({expression.words, std::move(period), std::move(ahead)});
  }
  return dated;
}

}  // namespace onrecord::times
