#include "times/points.h"

#include "times/point_parts.h"

namespace onrecord::times {
namespace {

// "the first half of 2019", "the third quarter of last year".
FoundPoint read_share(const SentenceWords& words, uint32_t i) {
  if (words.is(i, WordType::kThe)) ++i;
  if (!words.is(i, WordType::kOrdinalWord) || !words.is(i + 1, WordType::kShare) || !words.is(i + 2, WordType::kOf)) {
    return {};
  }
  const int length = words.at(i + 1).value;
  const int first = (words.at(i).value - 1) * length + 1;
  if (first > 12) return {};
  FoundPoint found{{.kind = PointKind::kSeason, .month = first, .number = length}, 0};
  uint32_t j = i + 3;
  if (words.is(j, WordType::kThe) && words.is(j + 1, WordType::kUnit) &&
      words.at(j + 1).value == static_cast<int>(Unit::kYear)) {
    found.point.framed = true;
    found.end = j + 2;
  } else if (const FoundPoint year = read_year(words, j, true); year && year.point.kind == PointKind::kDate) {
    found.point.year = year.point.year;
    found.end = year.end;
  } else if (const Frame frame = read_frame(words, j, Unit::kYear); frame.end != 0) {
    found.point.framed = true;
    found.point.frame = static_cast<int8_t>(frame.offset);
    found.end = frame.end;
  }
  return found;
}

// "the year" of "the end of the year".
FoundPoint read_bare_unit(const SentenceWords& words, uint32_t i) {
  if (!words.is(i, WordType::kThe) || !words.is(i + 1, WordType::kUnit)) return {};
  const auto unit = static_cast<Unit>(words.at(i + 1).value);
  if (unit < Unit::kWeekend || words.is(i + 2, WordType::kBefore) || words.is(i + 2, WordType::kAfter)) return {};
  const Which which = unit == Unit::kWeekend ? Which::kUnsaid : Which::kThis;
  return {{.kind = PointKind::kUnit, .unit = unit, .which = which}, i + 2};
}

FoundPoint read_unportioned(const SentenceWords& words, uint32_t i, bool asked);

// "early next week", "the end of April", "the small hours of Monday", "late on Saturday".
FoundPoint read_portion(const SentenceWords& words, uint32_t i) {
  if (words.is(i, WordType::kThe)) ++i;
  const Word& word = words.at(i);
  if (word.type != WordType::kPortion && word.type != WordType::kHoursOf) return {};
  uint32_t j = i + word.length;
  if (words.is(j, WordType::kHyphen)) ++j;
  if (words.is(j, WordType::kThe) && words.is(j + 1, WordType::kYears)) ++j;
  FoundPoint found = read_unportioned(words, j, true);
  const auto portion = static_cast<Portion>(word.value);
  if (!found && portion != Portion::kEarlier && portion != Portion::kLater) found = read_bare_unit(words, j);
  if (!found) return {};
  if (word.type == WordType::kHoursOf) {
    found.point.part_of_day = true;
    return found;
  }
  if (found.point.kind == PointKind::kBefore || found.point.kind == PointKind::kAfter ||
      found.point.kind == PointKind::kWithin)
    return {};
  found.point.portion = portion;
  return found;
}

FoundPoint read_unportioned(const SentenceWords& words, uint32_t i, bool asked) {
  switch (words.type(i)) {
    case WordType::kThe: {
      if (const FoundPoint found = read_which(words, i)) return found;
      if (const FoundPoint found = read_unit_beside(words, i)) return found;
      if (const FoundPoint found = read_season(words, i, asked)) return found;
      if (const FoundPoint found = read_share(words, i)) return found;
      if (const FoundPoint found = read_date(words, i, asked)) return found;
      if (words.is(i + 1, WordType::kYears)) return read_year(words, i + 1, asked);
      return {};
    }
    case WordType::kWeekday:
    case WordType::kWeekdayShort:
      return read_weekday(words, i);
    case WordType::kDay:
    case WordType::kTonight:
    case WordType::kOvernight:
      return read_day_word(words, i);
    case WordType::kSeason:
    case WordType::kDoubtfulSeason:
      return read_season(words, i, asked);
    case WordType::kWhich:
      return read_which(words, i);
    case WordType::kHoliday: {
      FoundPoint found{{.kind = PointKind::kDate, .month = words.at(i).value / 100, .day = words.at(i).value % 100},
                       i + words.at(i).length};
      if (const FoundPoint year = read_year(words, found.end, true)) {
        if (year.point.kind == PointKind::kDate) found = {found.point, year.end}, found.point.year = year.point.year;
      }
      return found;
    }
    case WordType::kOrdinalWord:
      return read_share(words, i);
    default:
      break;
  }
  if (const FoundPoint found = read_date(words, i, asked)) return found;
  if (const FoundPoint found = read_count(words, i)) return found;
  if (const FoundPoint found = read_clock(words, i)) return found;
  return read_year(words, i, asked);
}

}  // namespace

FoundPoint read_point(const SentenceWords& words, uint32_t i, bool asked) {
  if (const FoundPoint found = read_portion(words, i)) return found;
  return read_unportioned(words, i, asked);
}

}  // namespace onrecord::times
