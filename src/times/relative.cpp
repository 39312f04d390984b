// Times counted from publication or from what was told before.

#include "times/point_parts.h"

namespace onrecord::times {
namespace {

struct Count {
  int number = 0;
  bool said = false;
  uint32_t end = 0;
};

// "two", "12", "a few"; "a" is one.
Count read_number(const SentenceWords& words, uint32_t i) {
  const Word& word = words.at(i);
  switch (word.type) {
    case WordType::kNumber:
      return {word.value, true, i + word.length};
    case WordType::kFigure:
      return {word.value, true, i + 1};
    case WordType::kA:
      return {1, true, i + 1};
    default:
      return {0, false, i};
  }
}

Unit unit_of(const Word& word) {
  return static_cast<Unit>(word.value);
}

bool begins_noun_phrase(const SentenceWords& words, uint32_t i) {
  const Word& word = words.at(i);
  return word.type == WordType::kThe || word.type == WordType::kA || word.type == WordType::kDeterminer ||
         word.type == WordType::kFigure || word.type == WordType::kNumber ||
         (word.capital && word.type == WordType::kOther);
}

// "last April", "that autumn", "the previous Sunday", "next Christmas".
FoundPoint named(const SentenceWords& words, uint32_t i, Which which) {
  const Word& word = words.at(i);
  const auto end = i + word.length;
  const bool counted_from_told = which == Which::kThat;  // "said that Monday was"
  switch (word.type) {
    case WordType::kWeekday: {
      if (counted_from_told) return {};
      FoundPoint found{{.kind = PointKind::kWeekday, .which = which, .number = word.value}, end};
      step_over_part(words, found);
      return found;
    }
    case WordType::kMonth:
    case WordType::kDoubtfulMonth:
    case WordType::kNameMonth:
      if (counted_from_told) return {};
      return {{.kind = PointKind::kDate, .which = which, .month = word.value}, end};
    case WordType::kHoliday:
      return {{.kind = PointKind::kDate, .which = which, .month = word.value / 100, .day = word.value % 100}, end};
    case WordType::kSeason:
    case WordType::kDoubtfulSeason:
      return {{.kind = PointKind::kSeason, .which = which, .month = word.value, .number = 3}, end};
    default:
      return {};
  }
}

// "this morning", "last night", "that evening", "the following night".
FoundPoint part_of_day(Which which, uint32_t end) {
  switch (which) {
    case Which::kThis:
      return {{.kind = PointKind::kDay, .part_of_day = true, .number = 0}, end};
    case Which::kLast:
      return {{.kind = PointKind::kDay, .part_of_day = true, .number = -1}, end};
    case Which::kNext:
    case Which::kFollowing:
      return {{.kind = PointKind::kUnit, .which = Which::kFollowing, .part_of_day = true}, end};
    case Which::kThat:
    case Which::kPrevious:
      return {{.kind = PointKind::kUnit, .which = which, .part_of_day = true}, end};
    default:
      return {};
  }
}

// "last week", "the next day", "the past month".
FoundPoint whole_unit(const Word& word, Which which, bool article, uint32_t end) {
  const Unit unit = unit_of(word);
  if (which == Which::kPast || which == Which::kComing) {
    return {{.kind = PointKind::kSpan, .unit = unit, .which = which, .number = 1}, end};
  }
  if (unit < Unit::kDay) return {};
  if (which == Which::kNext && (unit == Unit::kDay || article)) which = Which::kFollowing;
  if (unit == Unit::kDay && (which == Which::kThis || which == Which::kLast)) return {};  // "the last day"
  return {{.kind = PointKind::kUnit, .unit = unit, .which = which}, end};
}

// "the last three days", "next two weeks".
FoundPoint span(const SentenceWords& words, uint32_t i, Which which) {
  const Count count = read_number(words, i);
  if (!count.said || !words.is(count.end, WordType::kUnit)) return {};
  const bool past = which == Which::kPast || which == Which::kLast;
  if (!past && which != Which::kComing && which != Which::kNext) return {};
  return {{.kind = PointKind::kSpan,
           .unit = unit_of(words.at(count.end)),
           .which = past ? Which::kPast : Which::kComing,
           .number = count.number},
          count.end + 1};
}

}  // namespace

FoundPoint read_which(const SentenceWords& words, uint32_t i) {
  const bool article = words.is(i, WordType::kThe);
  uint32_t j = article ? i + 1 : i;
  if (!words.is(j, WordType::kWhich)) return {};
  int value = words.at(j).value;
  j += words.at(j).length;
  if (value == kSame && !article) return {};
  if (value == static_cast<int>(Which::kThat) && words.is(j, WordType::kWhich) && words.at(j).value == kSame) {
    j += words.at(j).length;
  }
  const Which which = value == kSame ? Which::kThat : static_cast<Which>(value);
  if (words.is(j, WordType::kPart)) return part_of_day(which, j + 1);
  if (words.is(j, WordType::kUnit)) return whole_unit(words.at(j), which, article, j + 1);
  if (const FoundPoint found = span(words, j, which)) return found;
  return named(words, j, which);
}

FoundPoint read_count(const SentenceWords& words, uint32_t i) {
  const bool within = words.is(i, WordType::kWithin);
  const Count count = read_number(words, within ? i + 1 : i);
  if (!(count.said || within) || !words.is(count.end, WordType::kUnit)) return {};
  const uint32_t unit = count.end;
  FoundPoint found{{.kind = PointKind::kWithin, .unit = unit_of(words.at(unit)), .number = count.number}, unit + 1};
  if (within) return found;
  const WordType opening = words.before(i).type;
  // "for ten years after his release", "the two years after": durations
  const bool duration = opening == WordType::kFor || opening == WordType::kThe || opening == WordType::kFrequency;
  const Word& behind = words.at(unit + 1);
  found.end = unit + 1 + behind.length;
  switch (behind.type) {
    case WordType::kAgo:
      found.point.kind = PointKind::kAgo;
      return found;
    case WordType::kHence:
      found.point.kind = PointKind::kHence;
      return found;
    case WordType::kPossessive:  // "in two weeks' time"
      found.point.kind = PointKind::kHence;
      return words.is(unit + 2, WordType::kTimeNoun) ? FoundPoint{found.point, unit + 3} : FoundPoint{};
    case WordType::kPortion:
      if (words.is(unit + 2, WordType::kThan)) return {};  // "a month earlier than agreed"
      if (behind.value == static_cast<int>(Portion::kEarlier)) found.point.kind = PointKind::kEarlier;
      if (behind.value == static_cast<int>(Portion::kLater)) found.point.kind = PointKind::kLater;
      return found.point.kind == PointKind::kWithin ? FoundPoint{} : FoundPoint{found.point, unit + 2};
    case WordType::kBefore:
    case WordType::kAfter: {
      if (duration) return {};
      const bool before = behind.type == WordType::kBefore;
      const bool event =
          !before || begins_noun_phrase(words, unit + 2);  // else "two days before" is "two days earlier"
      found.point.kind = !before ? PointKind::kAfter : event ? PointKind::kBefore : PointKind::kEarlier;
      return found;
    }
    default:
      break;
  }
  found.point.kind = PointKind::kInSpan;
  found.end = unit + 1;
  const bool in = opening == WordType::kIn && behind.type != WordType::kOf;  // "in a week of protest"
  return in && found.point.unit >= Unit::kDay ? found : FoundPoint{};
}

FoundPoint read_unit_beside(const SentenceWords& words, uint32_t i) {
  if (!words.is(i, WordType::kThe)) return {};
  const Word& word = words.at(i + 1);
  const bool part = word.type == WordType::kPart;
  if (!part && word.type != WordType::kUnit) return {};
  const Unit unit = part ? Unit::kDay : unit_of(word);
  const WordType behind = words.type(i + 2);
  if (behind == WordType::kBefore || behind == WordType::kAfter) {
    FoundPoint found{{.kind = PointKind::kUnit, .unit = unit, .part_of_day = part}, i + 3};
    found.point.which = behind == WordType::kBefore ? Which::kPrevious : Which::kFollowing;
    if (begins_noun_phrase(words, i + 3)) {
      found.point = {
          .kind = behind == WordType::kBefore ? PointKind::kBefore : PointKind::kAfter, .unit = unit, .number = 1};
    }
    return found;
  }
  const WordType asking = words.before(i).type;
  if (part && (asking == WordType::kIn || asking == WordType::kDuring)) {
    return {{.kind = PointKind::kClock, .part_of_day = true}, i + 2};
  }
  if (unit == Unit::kWeekend) return {{.kind = PointKind::kUnit, .unit = unit}, i + 2};
  return {};
}

}  // namespace onrecord::times
