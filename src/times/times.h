#pragma once
// Time expressions of English news text, and the days that they mean.
//
//   for (const Expression& e : find(text, tokens))
//     if (auto period = resolve(e, "2024-06-27", Direction::kPast)) …
//
//   published Thursday 27 June 2024      past                      future
//   Wednesday night                      2024-06-26                2024-07-03
//   last week                            2024-06-17 … 06-23        the same
//   in May                               2024-05-01 … 05-31        2025-05-01 … 05-31
//   since Monday                         2024-06-24 … 06-27        the same
//   that evening                         the day told last before it; else nothing
//
// The words of an expression leave out the preposition ("on Tuesday" → "Tuesday"), but hold "since", "until", "by" and
// what belongs to a range, for these change the days, and "'s" behind it. Durations ("for three days"), ages,
// frequencies ("every Monday") and names ("Sunday Times") are no expressions. Some expressions are found and mean no
// day that could be told: "a few weeks ago". Those of kind kAfter and kBefore ("a day after the vote") mean the day of
// what they count from, the vote, and take the act itself to have been on the day told before them.
//
// Words and what they mean stand in data/lexicons/times-en.txt; weeks begin on Monday. Nothing depends on the machine's
// clock or time zone. Thread-safety: pure functions.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "times/expression.h"

namespace onrecord::times {

// How exactly the words name the time; "late June" is kMonth though its days are ten.
enum class Precision : uint8_t { kTime, kDay, kWeek, kMonth, kSeason, kYear, kDecade };

[[nodiscard]] std::string_view name(Precision precision);  // "time", "day" …

struct Period {
  std::string start, end;  // ISO days, both inclusive
  Precision precision = Precision::kDay;

  friend bool operator==(const Period&, const Period&) = default;
};

// Where the event lies, seen from the report: "said on Friday", "will meet on Friday".
enum class Direction : uint8_t { kPast, kFuture };

// In the order of the text, never overlapping, none across sentences. Time is linear in the text.
[[nodiscard]] std::vector<Expression> find(std::string_view text, const text::Tokens& tokens);

// published: ISO date or date-time, or empty; its day is taken as written, whatever its zone. told: what the expression
// before this one in the report means, for "that night" and "a day later". Empty when the days cannot be told.
[[nodiscard]] std::optional<Period> resolve(const Expression& expression, std::string_view published,
                                            Direction direction, const std::optional<Period>& told = std::nullopt);

// Every expression of a report and what it means if it lies in the past, each told after the one before it, and what if
// it lies ahead.
struct Dated {
  WordRange words;
  std::optional<Period> period = {}, ahead = {};
};
[[nodiscard]] std::vector<Dated> find_dated(std::string_view text, const text::Tokens& tokens,
                                            std::string_view published);

}  // namespace onrecord::times
