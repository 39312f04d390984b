#pragma once
// What a time expression says, as it was read and before any day is known: "late last month" is a unit, the month,
// which is the last one, in its late portion. times.h finds and resolves them. Plain values.

#include <cstdint>

#include "base/word_range.h"

namespace onrecord::times {

enum class Unit : uint8_t { kMinute, kHour, kDay, kWeekend, kWeek, kFortnight, kMonth, kYear, kDecade };

enum class Portion : uint8_t { kWhole, kStart, kEarly, kMiddle, kLate, kEnd, kEarlier, kLater };

// Which one of several. The last three count from a day told before in the report, the others from its publication.
enum class Which : uint8_t { kUnsaid, kThis, kLast, kNext, kPast, kComing, kThat, kPrevious, kFollowing };

enum class PointKind : uint8_t {
  kDay,        // number days from publication: "yesterday"
  kOvernight,  // the night that ends or begins on the day of publication
  kClock,      // a time of day alone: "at noon"
  kWeekday,    // number 1 (Monday) to 7
  kDate,       // day, month and year as far as said: "25 July", "May 2020", "2019", "the 19th"
  kSeason,     // number months from month on: spring, the third quarter
  kDecade,     // from year on
  kUnit,       // "last week", "that day", "the weekend"
  kAgo,        // number units before publication; number 0 = how many is not said
  kHence,      // number units after it
  kEarlier,    // number units before what was told last: "two days earlier"
  kLater,
  kBefore,  // number units before something that happened ("two days before the vote"), whose day it then means
  kAfter,
  kSpan,    // "the past three days", "the next two weeks", by which
  kWithin,  // from publication to number units after it
  kInSpan,  // "in two weeks": a time only when it lies ahead
};

// One time, a day or longer. Zero = not said.
struct Point {
  PointKind kind = PointKind::kDay;
  Unit unit = Unit::kDay;
  Which which = Which::kUnsaid;
  Portion portion = Portion::kWhole;
  bool part_of_day = false;  // "night", "9 pm" stands beside it
  bool framed = false;       // frame is said: "Tuesday last week" −1, "March this year" 0
  int8_t frame = 0;          // weeks of a weekday, years of a date or season, from publication
  int year = 0;
  int month = 0;
  int day = 0;
  int number = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

enum class Bound : uint8_t {
  kNone,
  kSince,  // from the point to publication
  kUntil,  // from publication to the point, when that lies ahead
  kBy,
  kRange,  // from one point to another
};

struct Expression {
  WordRange words;
  Bound bound = Bound::kNone;
  Point from;
  Point to;  // of a range
};

}  // namespace onrecord::times
