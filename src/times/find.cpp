#include <optional>

#include "times/points.h"
#include "times/times.h"

namespace onrecord::times {
namespace {

bool is_day_figure(const Word& word) {
  return (word.type == WordType::kFigure || word.type == WordType::kOrdinal) && word.digits <= 2 && word.value >= 1 &&
         word.value <= 31;
}

bool is_year(const Point& point) {
  return point.kind == PointKind::kDate && point.month == 0 && point.day == 0;
}

bool can_be_ranged(const Point& point) {
  return point.kind == PointKind::kDay || point.kind == PointKind::kWeekday || point.kind == PointKind::kDate ||
         point.kind == PointKind::kSeason || point.kind == PointKind::kUnit || point.kind == PointKind::kDecade;
}

// Both name the same sort of thing, so that "A and B", "A–B" are one time: two months, two weekdays.
bool alike(const Point& a, const Point& b) {
  return a.kind == b.kind && (a.day == 0) == (b.day == 0) && (a.month == 0) == (b.month == 0) &&
         (a.kind == PointKind::kWeekday || a.kind == PointKind::kDate);
}

// "Saturday and Sunday", "March and April": of others each is a time of its own.
bool neighbours(const Point& a, const Point& b) {
  if (!alike(a, b)) return false;
  if (a.kind == PointKind::kWeekday) return b.number == a.number % 7 + 1;
  if (a.day != 0) return b.day == a.day + 1 && (a.month == b.month || b.month == 0 || a.month == 0);
  if (a.month != 0) return b.month == a.month % 12 + 1;
  return b.year == a.year + 1;
}

enum class Join : uint8_t { kNone, kTo, kAnd, kHyphen };

Join join_of(WordType type) {
  switch (type) {
    case WordType::kTo:
    case WordType::kUntil:
      return Join::kTo;
    case WordType::kAnd:
      return Join::kAnd;
    case WordType::kHyphen:
    case WordType::kSlash:
      return Join::kHyphen;
    default:
      return Join::kNone;
  }
}

struct Range {
  Point from, to;
  uint32_t end = 0;
};

// What stands behind the join: a point, or the bare end of "May 3-5" and "2014-15".
FoundPoint read_second(const SentenceWords& words, uint32_t i, const Point& first) {
  const Word& word = words.at(i);
  if (first.kind == PointKind::kDate && first.day != 0 && first.month != 0 && is_day_figure(word) &&
      word.value > first.day) {
    if (FoundPoint whole = read_point(words, i, true)) return whole;
    Point second = first;
    second.day = word.value;
    return {second, i + 1};
  }
  if (is_year(first) && word.type == WordType::kFigure && word.digits == 2 && word.value == (first.year + 1) % 100) {
    Point second = first;
    ++second.year;
    return {second, i + 1};
  }
  return read_point(words, i, true);
}

// The first of two: a point, or the bare day of "3 to 5 May".
FoundPoint read_first(const SentenceWords& words, uint32_t i, bool asked) {
  if (is_day_figure(words.at(i)) && join_of(words.type(i + 1)) != Join::kNone) {
    const FoundPoint date = read_point(words, i + 2, true);
    if (date && date.point.kind == PointKind::kDate && date.point.day > words.at(i).value && date.point.month != 0) {
      Point first = date.point;
      first.day = words.at(i).value;
      return {first, i + 1};
    }
  }
  return read_point(words, i, asked);
}

Range continued(const SentenceWords& words, const FoundPoint& first, WordType opening) {
  const Join join = join_of(words.type(first.end));
  if (join == Join::kNone || !can_be_ranged(first.point)) return {};
  const FoundPoint second = read_second(words, first.end + 1, first.point);
  if (!second || !can_be_ranged(second.point)) return {};
  const bool wanted = opening == WordType::kBetween ? join == Join::kAnd
                      : opening == WordType::kFrom  ? join != Join::kAnd
                      : join == Join::kAnd          ? neighbours(first.point, second.point)
                                                    : alike(first.point, second.point);
  if (!wanted) return {};
  Range range{first.point, second.point, second.end};
  if (range.from.kind == range.to.kind && range.from.year == 0 && !range.from.framed) {
    range.from.year = range.to.year;
    range.from.framed = range.to.framed;
    range.from.frame = range.to.frame;
  }
  return range;
}

// "every Monday", "on a Friday", "the Christmas tree": no one day.
bool is_no_day(const SentenceWords& words, uint32_t i, const FoundPoint& found) {
  const Point& point = found.point;
  const bool named = point.kind == PointKind::kWeekday || point.kind == PointKind::kDate ||
                     point.kind == PointKind::kSeason || point.kind == PointKind::kDecade;
  if (!named || point.which != Which::kUnsaid) return false;
  const Word& before = words.before(i);
  if (before.type == WordType::kFrequency) return true;
  if (words.is(i, WordType::kHoliday)) {
    return before.type == WordType::kOther || before.type == WordType::kA || before.type == WordType::kThe ||
           before.type == WordType::kDeterminer || before.type == WordType::kPossessive;
  }
  if (before.type != WordType::kA && before.type != WordType::kNumber) return false;
  if (point.kind == PointKind::kDate && (point.day != 0 || point.year != 0)) return false;
  return before.type == WordType::kNumber || words.before(i - 1).type == WordType::kOn ||
         !words.is(found.end, WordType::kOther);
}

std::optional<Expression> read_bound(const SentenceWords& words, uint32_t i, Bound bound) {
  const FoundPoint found = read_point(words, i + words.at(i).length, bound != Bound::kBy);
  const PointKind kind = found.point.kind;
  if (!found || kind == PointKind::kBefore || kind == PointKind::kAfter || kind == PointKind::kInSpan) return {};
  return Expression{{i, found.end}, bound, found.point, {}};
}

std::optional<Expression> read_expression(const SentenceWords& words, uint32_t i) {
  const WordType type = words.type(i);
  if (type == WordType::kSince) return read_bound(words, i, Bound::kSince);
  if (type == WordType::kUntil) return read_bound(words, i, Bound::kUntil);
  if (type == WordType::kBy) return read_bound(words, i, Bound::kBy);
  const bool opened = type == WordType::kFrom || type == WordType::kBetween;
  const FoundPoint first = read_first(words, opened ? i + 1 : i, opened);
  if (!first || is_no_day(words, i, first)) return std::nullopt;
  if (const Range range = continued(words, first, type); range.end != 0) {
    return Expression{{i, range.end}, Bound::kRange, range.from, range.to};
  }
  if (opened) return std::nullopt;
  return Expression{{i, first.end}, Bound::kNone, first.point, {}};
}

}  // namespace

std::vector<Expression> find(std::string_view text, const text::Tokens& tokens) {
  const std::vector<Word> all = classify(text, tokens);
  std::vector<Expression> found;
  for (const text::Sentence& sentence : tokens.sentences) {
    const SentenceWords words(all, sentence.first_token, sentence.end_token);
    for (uint32_t i = words.begin(); i < words.end();) {
      if (words.is(i, WordType::kName)) {
        i += words.at(i).length;
        continue;
      }
      std::optional<Expression> expression = read_expression(words, i);
      if (!expression) {
        ++i;
        continue;
      }
      uint32_t& end = expression->words.end;
      if (words.is(end, WordType::kPossessive) && words.at(end).value == 1) ++end;
      found.push_back(*expression);
      i = end;
    }
  }
  return found;
}

}  // namespace onrecord::times
