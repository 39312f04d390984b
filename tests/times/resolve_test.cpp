#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "times/calendar.h"
#include "times/times.h"

namespace onrecord::times {
namespace {

constexpr auto kPast = Direction::kPast;
constexpr auto kFuture = Direction::kFuture;
constexpr std::string_view kThursday = "2024-06-27";  // the report's day unless said

std::vector<Expression> expressions(const std::string& text) {
  const text::TextBlock whole{{0, static_cast<uint32_t>(text.size())}, false};
  return find(text, text::tokenise(text, {&whole, 1}, UINT32_MAX));
}

// "2024-06-24/2024-06-27", one day alone, "-" when nothing is told. The words stand behind "in", dates behind "on".
std::string days(const std::string& time, Direction direction = kPast, std::string_view published = kThursday,
                 const std::optional<Period>& told = std::nullopt) {
  const bool date = time.find_first_of("0123456789") != std::string::npos && time.find(' ') != std::string::npos;
  const auto found = expressions((date ? "It was on " : "It was in ") + time + ".");
  if (found.size() != 1) return "not found";
  const auto period = resolve(found[0], published, direction, told);
  if (!period) return "-";
  return period->start == period->end ? period->start : period->start + "/" + period->end;
}

TEST_CASE("a weekday is the nearest one in the direction, the report's own day included") {
  CHECK(days("Wednesday night") == "2024-06-26");
  CHECK(days("Thursday") == "2024-06-27");
  CHECK(days("Friday") == "2024-06-21");
  CHECK(days("Friday", kFuture) == "2024-06-28");
  CHECK(days("Thursday", kFuture) == "2024-06-27");
  CHECK(days("last Friday") == "2024-06-21");
  CHECK(days("next Tuesday", kFuture) == "2024-07-02");
  CHECK(days("Tuesday last week") == "2024-06-18");
}

TEST_CASE("weeks run from Monday to Sunday, and a week that is not over ends today") {
  CHECK(days("last week") == "2024-06-17/2024-06-23");
  CHECK(days("next week", kFuture) == "2024-07-01/2024-07-07");
  CHECK(days("this week") == "2024-06-24/2024-06-27");
  CHECK(days("this week", kFuture) == "2024-06-24/2024-06-30");
  CHECK(days("earlier this week") == "2024-06-24/2024-06-26");
  CHECK(days("early next week", kFuture) == "2024-07-01/2024-07-03");
  CHECK(days("the weekend") == "2024-06-22/2024-06-23");
  CHECK(days("the weekend", kFuture) == "2024-06-29/2024-06-30");
  CHECK(days("the weekend", kPast, "2024-06-30") == "2024-06-29/2024-06-30");
}

TEST_CASE("days are counted over months, years and leap days") {
  CHECK(days("yesterday", kPast, "2024-03-01") == "2024-02-29");
  CHECK(days("yesterday", kPast, "2023-01-01") == "2022-12-31");
  CHECK(days("last night") == "2024-06-26");
  CHECK(days("overnight") == "2024-06-26/2024-06-27");
  CHECK(days("three days ago", kPast, "2024-03-02") == "2024-02-28");
  CHECK(days("last month", kPast, "2024-03-31") == "2024-02-01/2024-02-29");
  CHECK(days("two weeks ago") == "2024-06-13");
  CHECK(days("two years ago") == "2022-01-01/2022-12-31");
  CHECK(days("the past three days") == "2024-06-24/2024-06-27");
}

TEST_CASE("a month or a date without a year is the nearest in the direction") {
  CHECK(days("May") == "2024-05-01/2024-05-31");
  CHECK(days("May", kFuture) == "2025-05-01/2025-05-31");
  CHECK(days("September") == "2023-09-01/2023-09-30");
  CHECK(days("last June") == "2023-06-01/2023-06-30");
  CHECK(days("next July", kFuture) == "2024-07-01/2024-07-31");
  CHECK(days("July last year") == "2023-07-01/2023-07-31");
  CHECK(days("December 28", kPast, "2023-01-12") == "2022-12-28");
  CHECK(days("3 March", kFuture, "2023-12-12") == "2024-03-03");
  CHECK(days("February 29", kPast, "2023-05-01") == "2020-02-29");
  CHECK(days("last spring") == "2024-03-01/2024-05-31");
  CHECK(days("last spring", kPast, "2024-01-30") == "2023-03-01/2023-05-31");
}

TEST_CASE("a date just ahead is that one even when the tense looks back") {
  CHECK(days("1 July") == "2024-07-01");
  CHECK(days("20 June", kFuture) == "2024-06-20");
}

TEST_CASE("what names its year needs no date of the report") {
  CHECK(days("August 2nd, 2015", kPast, "") == "2015-08-02");
  CHECK(days("2019", kPast, "") == "2019-01-01/2019-12-31");
  CHECK(days("the 1960s", kPast, "") == "1960-01-01/1969-12-31");
  CHECK(days("the spring of 2019", kPast, "") == "2019-03-01/2019-05-31");
  CHECK(days("the first quarter of 2020", kPast, "") == "2020-01-01/2020-03-31");
  CHECK(days("2024-02-29", kPast, "") == "2024-02-29");
  CHECK(days("Tuesday", kPast, "") == "-");
  CHECK(days("last week", kPast, "June 2024") == "-");
}

TEST_CASE("parts of a time") {
  CHECK(days("late June", kFuture) == "2024-06-21/2024-06-30");
  CHECK(days("mid-June") == "2024-06-11/2024-06-20");
  CHECK(days("the end of April") == "2024-04-30");
  CHECK(days("early 2019") == "2019-01-01/2019-04-30");
  CHECK(days("the late 1990s") == "1997-01-01/1999-12-31");
  CHECK(days("the end of the year", kFuture) == "2024-12-01/2024-12-31");
}

std::string days_of(const std::string& text, Direction direction, std::string_view published = kThursday) {
  const auto found = expressions(text);
  if (found.size() != 1) return "not found";
  const auto period = resolve(found[0], published, direction);
  return period ? period->start + "/" + period->end : "-";
}

TEST_CASE("since runs up to the report, until runs on from it") {
  CHECK(days_of("It has been shut since Monday.", kPast) == "2024-06-24/2024-06-27");
  CHECK(days_of("It has been shut since November 2016.", kPast) == "2016-11-01/2024-06-27");
  CHECK(days_of("It stays shut until Sunday.", kFuture) == "2024-06-27/2024-06-30");
  CHECK(days_of("It was shut until Sunday.", kPast) == "2024-06-23/2024-06-23");
  CHECK(days_of("It must be shut by Friday.", kFuture) == "2024-06-28/2024-06-28");
  CHECK(days_of("Troops leave within 60 days.", kFuture) == "2024-06-27/2024-08-26");
}

TEST_CASE("ranges keep their order") {
  CHECK(days_of("It ran from 3 to 5 May.", kPast) == "2024-05-03/2024-05-05");
  CHECK(days_of("It ran from May 30 to June 2.", kPast) == "2024-05-30/2024-06-02");
  CHECK(days_of("It rose between 2014 and 2016.", kPast) == "2014-01-01/2016-12-31");
  CHECK(days_of("They ruled from 1915 to 1934.", kPast) == "1915-01-01/1934-12-31");
  CHECK(days_of("It ran from Friday to Sunday.", kPast, "2024-06-22") == "2024-06-14/2024-06-16");
  CHECK(days_of("It runs from Saturday to Tuesday.", kFuture, "2024-06-23") == "2024-06-29/2024-07-02");
  CHECK(days_of("It rose in November and December.", kPast, "2024-01-10") == "2023-11-01/2023-12-31");
  CHECK(days_of("It rose from December to January.", kPast, "2024-02-10") == "2023-12-01/2024-01-31");
}

TEST_CASE("some times count from the day told before, and mean nothing without it") {
  const Period monday{"2024-06-10", "2024-06-10", Precision::kDay};
  CHECK(days("that night", kPast, kThursday, monday) == "2024-06-10");
  CHECK(days("the next day", kPast, kThursday, monday) == "2024-06-11");
  CHECK(days("the evening before", kPast, kThursday, monday) == "2024-06-09");
  CHECK(days("the same month", kPast, kThursday, monday) == "2024-06-01/2024-06-30");
  CHECK(days("that night") == "-");
  CHECK(days("a few weeks ago") == "-");
  const Period year{"2018-01-01", "2018-12-31", Precision::kYear};
  CHECK(days("that autumn", kPast, kThursday, year) == "2018-09-01/2018-11-30");
  CHECK(days("the following year", kPast, kThursday, year) == "2019-01-01/2019-12-31");
  CHECK(days("that night", kPast, kThursday, year) == "-");
  const auto later = expressions("She resigned a year later.");
  REQUIRE(later.size() == 1);
  CHECK(resolve(later[0], kThursday, kPast, year)->start == "2019-01-01");
}

TEST_CASE("a day after something means the day of that") {
  const auto found = expressions("He fell two days after the vote.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].from.kind == PointKind::kAfter);
  const Period told{"2024-06-26", "2024-06-26", Precision::kDay};
  CHECK(resolve(found[0], kThursday, kPast, told)->start == "2024-06-24");
  CHECK_FALSE(resolve(found[0], kThursday, kPast));
}

TEST_CASE("precision says how exactly the words name the time") {
  const auto precision = [](const std::string& text) {
    return name(resolve(expressions(text).at(0), kThursday, kPast)->precision);
  };
  CHECK(precision("It was on Monday.") == "day");
  CHECK(precision("It was on Monday night.") == "time");
  CHECK(precision("It was last week.") == "week");
  CHECK(precision("It was in May.") == "month");
  CHECK(precision("It was in late May.") == "month");
  CHECK(precision("It was last spring.") == "season");
  CHECK(precision("It was in 2019.") == "year");
  CHECK(precision("It was in the 1960s.") == "decade");
}

std::string any_day() {
  using namespace std::chrono;
  return iso(sys_days(std::chrono::days(*rc::gen::inRange(-200'000, 200'000))));
}

TEST_CASE("every day is written and read alike, and means itself in a text") {
  CHECK(rc::check([] {
    const std::string day = any_day();
    RC_ASSERT(iso(*read_day(day)) == day);
    if (day < "1000" || day >= "2100") return;
    const auto found = expressions("It began on " + day + ".");
    RC_ASSERT(found.size() == 1u);
    const auto period = resolve(found[0], "", kPast);
    RC_ASSERT(period && period->start == day && period->end == day);
  }));
}

TEST_CASE("a weekday of the past lies in the week up to the report, one of the future in the week from it") {
  CHECK(rc::check([] {
    static const std::vector<std::string> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
    const std::string published = any_day();
    const int weekday = *rc::gen::inRange(1, 8);
    const auto found = expressions("On " + kDays[static_cast<size_t>(weekday) - 1] + ".");
    for (const Direction direction : {kPast, kFuture}) {
      const auto period = resolve(found.at(0), published, direction);
      const auto distance = (*read_day(period->start) - *read_day(published)).count();
      RC_ASSERT(weekday_of(*read_day(period->start)) == weekday);
      RC_ASSERT((direction == kPast ? distance > -7 && distance <= 0 : distance >= 0 && distance < 7));
    }
  }));
}

TEST_CASE("no date of a report is too odd") {
  const auto found = expressions("He left two decades ago and comes back in May.");
  REQUIRE(found.size() == 2);
  for (const std::string_view published : {"", "2024", "2024-13-01", "2024-02-30", "0000-01-01", "0001-01-01",
                                           "9999-12-31", "2024-06-27T23:59:00-11:00", "\xff\xfe----------"}) {
    for (const Expression& e : found) {
      for (const Direction direction : {kPast, kFuture}) {
        if (const auto period = resolve(e, published, direction)) CHECK(period->start <= period->end);
      }
    }
  }
  CHECK(resolve(found[1], "2024-06-27T23:59:00-11:00", kPast)->end == "2024-05-31");
}

}  // namespace
}  // namespace onrecord::times
