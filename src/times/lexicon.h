#pragma once
// The words of data/lexicons/times-en.txt and the names of months. Lookups take lower case. Thread-safety: immutable.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onrecord::times {

enum class WordType : uint8_t {
  kOther,
  kWeekday,  // value 1 to 7
  kWeekdayShort,
  kMonth,  // value 1 to 12
  kMonthShort,
  kDoubtfulMonth,
  kNameMonth,
  kDay,  // value: days from publication
  kTonight,
  kOvernight,
  kPart,
  kMoment,
  kHalfDay,
  kOClock,
  kZone,
  kHoursOf,
  kUnit,            // value: Unit
  kSeason,          // value: first month
  kDoubtfulSeason,  // likewise
  kHoliday,         // value: month * 100 + day
  kNumber,
  kOrdinalWord,
  kShare,    // value: months
  kPortion,  // value: Portion
  kPortionPrefix,
  kWhich,  // value: Which, or kSame
  kAgo,
  kHence,
  kTimeNoun,
  kBefore,
  kAfter,
  kSince,
  kUntil,
  kBy,
  kWithin,
  kFrom,
  kBetween,
  kTo,
  kAnd,
  kHyphen,
  kSlash,
  kOf,
  kIn,
  kOn,
  kAt,
  kDuring,
  kFor,
  kThe,
  kA,
  kOpen,
  kClose,
  kPossessive,
  kFrequency,
  kDeterminer,
  kThan,
  kCounted,
  kName,
  // Told by their looks, not by the lexicon:
  kComma,
  kFigure,   // up to four digits, value
  kOrdinal,  // "19th", value
  kYears,    // "1960s", value
  kClock,    // "14:05"
  kIsoDate,  // value: year * 10000 + month * 100 + day
};

inline constexpr int kSame = 100;  // "the same day": value of a kWhich that goes with "the" and "that"

struct Entry {
  std::vector<std::string> rest;  // words that must follow
  WordType type = WordType::kOther;
  int value = 0;
};

class Lexicon {
 public:
  Lexicon();  // reads the tables that were compiled in

  // What begins with this word, the longest first; empty for other words.
  [[nodiscard]] std::span<const Entry> starting_with(std::string_view word) const;
  // "mid-" of "mid-June", and its bytes; null when there is none.
  [[nodiscard]] const Entry* prefix_of(std::string_view word, size_t& bytes) const;

 private:
  void read_words();
  void read_months();
  std::unordered_map<std::string, std::vector<Entry>> entries_;
  std::vector<Entry> prefixes_;
};

[[nodiscard]] const Lexicon& lexicon();

// The number that the text begins with, in figures; 0 when it begins with none.
[[nodiscard]] int number_of(std::string_view digits);

}  // namespace onrecord::times
