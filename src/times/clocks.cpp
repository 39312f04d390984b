// Days by a word of their own, and times of day.

#include "times/point_parts.h"

namespace onrecord::times {
namespace {

// "14:05", "9 pm", "noon", "four o'clock": the word after it, 0 when there is none. sure: it is a time of day whatever
// stands before.
uint32_t clock_end(const SentenceWords& words, uint32_t i, bool& sure) {
  const Word& word = words.at(i);
  const bool number = word.type == WordType::kFigure || word.type == WordType::kNumber || word.type == WordType::kClock;
  if (word.type == WordType::kMoment) return i + 1;
  if (!number) return 0;
  uint32_t end = i + 1;
  if (words.is(end, WordType::kHalfDay) || words.is(end, WordType::kOClock)) {
    sure = true;
    ++end;
  } else if (word.type != WordType::kClock) {
    return 0;
  }
  if (words.is(end, WordType::kZone)) {
    sure = true;
    end += words.at(end).length;
  }
  return sure || word.value == 1 ? end : 0;  // "7.40" alone is a number
}

bool asks_for_clock(WordType type) {
  return type == WordType::kAt || type == WordType::kBy || type == WordType::kBefore || type == WordType::kAfter ||
         type == WordType::kUntil || type == WordType::kFrom || type == WordType::kSince;
}

}  // namespace

FoundPoint read_day_word(const SentenceWords& words, uint32_t i) {
  const Word& word = words.at(i);
  switch (word.type) {
    case WordType::kDay: {
      FoundPoint found{{.kind = PointKind::kDay, .number = word.value}, i + word.length};
      step_over_part(words, found);
      return found;
    }
    case WordType::kTonight:
      return {{.kind = PointKind::kDay, .part_of_day = true}, i + 1};
    case WordType::kOvernight:  // "an overnight train"
      if (words.before(i).type == WordType::kA) return {};
      return {{.kind = PointKind::kOvernight, .part_of_day = true}, i + 1};
    default:
      return {};
  }
}

FoundPoint read_clock(const SentenceWords& words, uint32_t i) {
  bool sure = false;
  const uint32_t end = clock_end(words, i, sure);
  if (end == 0) return {};
  FoundPoint day = read_weekday(words, end);
  if (!day) day = read_day_word(words, end);
  if (!day && words.is(end, WordType::kWhich) && words.is(end + 1, WordType::kPart)) day = read_which(words, end);
  if (day) {
    day.point.part_of_day = true;
    return day;
  }
  if (words.is(end, WordType::kOn) || words.is(end, WordType::kComma)) {
    // "at noon on Thursday" is found by its day
    if (read_weekday(words, end + 1) || read_day_word(words, end + 1) || read_date(words, end + 1, true)) return {};
  }
  if (!sure && !asks_for_clock(words.before(i).type)) return {};
  return {{.kind = PointKind::kClock, .part_of_day = true}, end};
}

}  // namespace onrecord::times
