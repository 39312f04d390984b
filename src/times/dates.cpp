// Dates, years, weekdays and seasons.

#include "times/point_parts.h"

namespace onrecord::times {
namespace {

bool is_month(WordType type) {
  return type == WordType::kMonth || type == WordType::kMonthShort || type == WordType::kDoubtfulMonth ||
         type == WordType::kNameMonth;
}

bool is_day_number(const Word& word) {
  return (word.type == WordType::kOrdinal || (word.type == WordType::kFigure && word.digits <= 2)) && word.value >= 1 &&
         word.value <= 31;
}

bool is_year_number(const Word& word, int least) {
  return word.type == WordType::kFigure && word.digits == 4 && word.value >= least && word.value < 2100;
}

// A number before it is a count: "in 1800 houses", "2000 people".
bool is_counted(const Word& word) {
  return word.plural || word.type == WordType::kCounted;
}

// Year or "last year" behind a month, season or date.
void read_year_behind(const SentenceWords& words, FoundPoint& found) {
  uint32_t i = found.end;
  const bool comma = words.is(i, WordType::kComma);
  if (comma) ++i;
  if (words.is(i, WordType::kOf)) ++i;
  // "on 3 May, 2014 people came"
  if (is_year_number(words.at(i), comma ? 1900 : 1000) && !(comma && is_counted(words.at(i + 1)))) {
    found.point.year = words.at(i).value;
    found.end = i + 1;
  } else if (const Frame frame = read_frame(words, found.end, Unit::kYear); frame.end != 0) {
    found.point.framed = true;
    found.point.frame = static_cast<int8_t>(frame.offset);
    found.end = frame.end;
  }
}

bool has_year(const Point& point) {
  return point.year != 0 || point.framed;
}

// A month alone is one where its name is nothing else, or where words ask for a time.
bool may_stand_alone(const SentenceWords& words, uint32_t i) {
  switch (words.type(i)) {
    case WordType::kMonth:
      return true;
    case WordType::kDoubtfulMonth:
    case WordType::kNameMonth:
      break;
    default:
      return false;
  }
  const bool is_name = words.is(i, WordType::kNameMonth);
  const Word& before = words.before(i);
  if (words.is(i + 1, WordType::kPossessive)) return !is_name && !(before.type == WordType::kOther && before.capital);
  switch (before.type) {
    case WordType::kIn:
    case WordType::kDuring:
    case WordType::kSince:
    case WordType::kUntil:
      return true;
    case WordType::kThe:  // "the March protests", not "the March of Time"
      return !words.is(i + 1, WordType::kOf) && !words.at(i + 1).capital;
    case WordType::kOf:  // "the first week of May", not "the rule of May"
      if (words.is(i - 2, WordType::kUnit) || words.is(i - 2, WordType::kShare)) return true;
      [[fallthrough]];
    case WordType::kBy:
    case WordType::kFor:
    case WordType::kFrom:
    case WordType::kBefore:
    case WordType::kAfter:
      return !is_name && !words.at(i + 1).capital;  // "by April Jones"
    default:
      return false;
  }
}

FoundPoint month_first(const SentenceWords& words, uint32_t i, bool asked) {
  FoundPoint found{{.kind = PointKind::kDate, .portion = words.at(i).portion, .month = words.at(i).value}, i + 1};
  // "in May 12 people died"
  const bool counts = words.before(i).type == WordType::kIn && !words.is(i + 2, WordType::kComma);
  if (is_day_number(words.at(i + 1)) && !counts && !words.is(i + 2, WordType::kCounted)) {
    found.point.day = words.at(i + 1).value;
    ++found.end;
  }
  read_year_behind(words, found);
  const bool sure = asked || found.point.day != 0 || has_year(found.point) || found.point.portion != Portion::kWhole;
  if (sure || may_stand_alone(words, i)) return found;
  return {};
}

FoundPoint day_first(const SentenceWords& words, uint32_t i) {
  uint32_t month = i + 1;
  if (words.is(month, WordType::kOf)) ++month;
  if (!is_month(words.type(month))) return {};
  FoundPoint found{{.kind = PointKind::kDate, .month = words.at(month).value, .day = words.at(i).value}, month + 1};
  read_year_behind(words, found);
  return found;
}

// "until the 19th": a day of a month that is not named, where no noun follows.
FoundPoint day_alone(const SentenceWords& words, uint32_t i, bool asked) {
  if (!words.is(i, WordType::kOrdinal) || !is_day_number(words.at(i)) || !words.is(i - 1, WordType::kThe)) return {};
  const WordType asking = words.before(i - 1).type;
  if (!asked && asking != WordType::kOn && asking != WordType::kFrom) return {};
  const Word& next = words.at(i + 1);
  const bool at_end = i + 1 == words.end() || next.type == WordType::kComma || next.type == WordType::kAnd ||
                      next.type == WordType::kThe || next.type == WordType::kAt;
  const bool before_stop = i + 2 == words.end();
  if (!at_end && !before_stop) return {};
  return {{.kind = PointKind::kDate, .day = words.at(i).value}, i + 1};
}

}  // namespace

FoundPoint read_date(const SentenceWords& words, uint32_t i, bool asked) {
  const Word& word = words.at(i);
  if (is_month(word.type)) return month_first(words, i, asked);
  if (word.type == WordType::kIsoDate) {
    const int date = word.value;
    return {{.kind = PointKind::kDate, .year = date / 10000, .month = date / 100 % 100, .day = date % 100}, i + 1};
  }
  if (words.is(i, WordType::kThe) && words.is(i + 1, WordType::kOrdinal)) {
    if (const FoundPoint found = day_first(words, i + 1)) return found;
    return day_alone(words, i + 1, asked);
  }
  if (is_day_number(word)) return day_first(words, i);
  return {};
}

FoundPoint read_year(const SentenceWords& words, uint32_t i, bool asked) {
  const Word& word = words.at(i);
  if (word.type == WordType::kYears) {
    if (words.before(i).type == WordType::kDeterminer) return {};  // "a woman in her 60s"
    return {{.kind = PointKind::kDecade, .portion = word.portion, .year = word.value}, i + 1};
  }
  if (!is_year_number(word, 1000)) return {};
  const FoundPoint found{{.kind = PointKind::kDate, .portion = word.portion, .year = word.value}, i + 1};
  const bool modern = word.value >= 1900;
  switch (words.before(i).type) {
    case WordType::kIn:
    case WordType::kSince:
    case WordType::kUntil:
      return modern || !is_counted(words.at(i + 1)) ? found : FoundPoint{};
    case WordType::kThe:
    case WordType::kDuring:
      return modern && !words.is(i + 1, WordType::kCounted) ? found : FoundPoint{};
    case WordType::kA:  // "a 1981 interview"
      return modern && words.is(i + 1, WordType::kOther) && !words.at(i + 1).capital ? found : FoundPoint{};
    case WordType::kOpen:
      return modern && words.is(i + 1, WordType::kClose) ? found : FoundPoint{};
    case WordType::kOf:
    case WordType::kBy:
    case WordType::kFrom:
    case WordType::kBefore:
    case WordType::kAfter:
      return modern && !is_counted(words.at(i + 1)) ? found : FoundPoint{};
    default:
      break;
  }
  if (words.is(i + 1, WordType::kPossessive)) return modern ? found : FoundPoint{};
  return asked && (modern || !is_counted(words.at(i + 1))) ? found : FoundPoint{};
}

FoundPoint read_weekday(const SentenceWords& words, uint32_t i) {
  const Word& word = words.at(i);
  const bool is_short = word.type == WordType::kWeekdayShort;
  if (word.type != WordType::kWeekday && !is_short) return {};
  FoundPoint found{{.kind = PointKind::kWeekday, .number = word.value}, i + 1};
  uint32_t j = i + 1;
  while (words.is(j, WordType::kComma) || words.is(j, WordType::kThe) || words.is(j, WordType::kOpen)) {
    if (++j > i + 3) break;
  }
  if (const FoundPoint date = read_date(words, j, false); date && date.point.day != 0 && date.point.month != 0) {
    return words.is(date.end, WordType::kClose) && words.is(i + 1, WordType::kOpen)
               ? FoundPoint{date.point, date.end + 1}
               : date;
  }
  if (is_short && !word.stop) return {};
  if (words.before(i).type == WordType::kThe && words.at(i + 1).capital) return {};  // "the Sunday Chronicle"
  step_over_part(words, found);
  if (const Frame frame = read_frame(words, found.end, Unit::kWeek); frame.end != 0) {
    found.point.framed = true;
    found.point.frame = static_cast<int8_t>(frame.offset);
    found.end = frame.end;
  }
  return found;
}

FoundPoint read_season(const SentenceWords& words, uint32_t i, bool asked) {
  const uint32_t noun = words.is(i, WordType::kThe) ? i + 1 : i;
  const bool doubtful = words.is(noun, WordType::kDoubtfulSeason);
  if (!words.is(noun, WordType::kSeason) && !doubtful) return {};
  FoundPoint found{
      {.kind = PointKind::kSeason, .portion = words.at(noun).portion, .month = words.at(noun).value, .number = 3},
      noun + 1};
  read_year_behind(words, found);
  if (has_year(found.point)) return found;
  const WordType asking = words.before(i).type;
  const bool in = asking == WordType::kIn || asking == WordType::kDuring;
  if (doubtful) return in && noun > i && !words.is(noun + 1, WordType::kOf) ? found : FoundPoint{};
  if (asked || in || asking == WordType::kBy || (asking == WordType::kFor && noun > i)) return found;
  return {};
}

Frame read_frame(const SentenceWords& words, uint32_t i, Unit unit) {
  if (words.is(i, WordType::kOf)) ++i;
  if (!words.is(i, WordType::kWhich) || !words.is(i + 1, WordType::kUnit)) return {};
  if (words.at(i + 1).value != static_cast<int>(unit)) return {};
  switch (static_cast<Which>(words.at(i).value)) {
    case Which::kThis:
      return {0, i + 2};
    case Which::kLast:
      return {-1, i + 2};
    case Which::kNext:
      return {1, i + 2};
    default:
      return {};
  }
}

void step_over_part(const SentenceWords& words, FoundPoint& found) {
  if (words.is(found.end, WordType::kPart) || words.is(found.end, WordType::kMoment)) {
    found.point.part_of_day = true;
    ++found.end;
  }
}

}  // namespace onrecord::times
