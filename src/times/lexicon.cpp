#include "times/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "times/expression.h"
#include "base/tables.h"
#include "times/tables.inc"

namespace onrecord::times {
namespace {

using Names = std::span<const std::pair<std::string_view, int>>;

constexpr std::pair<std::string_view, WordType> kTypes[] = {
    {"weekday", WordType::kWeekday},
    {"weekday-short", WordType::kWeekdayShort},
    {"doubtful-month", WordType::kDoubtfulMonth},
    {"name-month", WordType::kNameMonth},
    {"day", WordType::kDay},
    {"tonight", WordType::kTonight},
    {"overnight", WordType::kOvernight},
    {"part", WordType::kPart},
    {"moment", WordType::kMoment},
    {"half-day", WordType::kHalfDay},
    {"o-clock", WordType::kOClock},
    {"zone", WordType::kZone},
    {"hours-of", WordType::kHoursOf},
    {"unit", WordType::kUnit},
    {"season", WordType::kSeason},
    {"doubtful-season", WordType::kDoubtfulSeason},
    {"holiday", WordType::kHoliday},
    {"number", WordType::kNumber},
    {"ordinal-word", WordType::kOrdinalWord},
    {"share", WordType::kShare},
    {"portion", WordType::kPortion},
    {"portion-prefix", WordType::kPortionPrefix},
    {"which", WordType::kWhich},
    {"ago", WordType::kAgo},
    {"hence", WordType::kHence},
    {"time-noun", WordType::kTimeNoun},
    {"before", WordType::kBefore},
    {"after", WordType::kAfter},
    {"since", WordType::kSince},
    {"until", WordType::kUntil},
    {"by", WordType::kBy},
    {"within", WordType::kWithin},
    {"from", WordType::kFrom},
    {"between", WordType::kBetween},
    {"to", WordType::kTo},
    {"and", WordType::kAnd},
    {"hyphen", WordType::kHyphen},
    {"slash", WordType::kSlash},
    {"of", WordType::kOf},
    {"in", WordType::kIn},
    {"on", WordType::kOn},
    {"at", WordType::kAt},
    {"during", WordType::kDuring},
    {"for", WordType::kFor},
    {"the", WordType::kThe},
    {"a", WordType::kA},
    {"open", WordType::kOpen},
    {"close", WordType::kClose},
    {"possessive", WordType::kPossessive},
    {"frequency", WordType::kFrequency},
    {"determiner", WordType::kDeterminer},
    {"than", WordType::kThan},
    {"counted", WordType::kCounted},
    {"name", WordType::kName},
};

constexpr int of(Unit unit) {
  return static_cast<int>(unit);
}
constexpr int of(Portion portion) {
  return static_cast<int>(portion);
}
constexpr int of(Which which) {
  return static_cast<int>(which);
}

constexpr std::pair<std::string_view, int> kUnits[] = {
    {"minute", of(Unit::kMinute)}, {"hour", of(Unit::kHour)},           {"day", of(Unit::kDay)},
    {"week", of(Unit::kWeek)},     {"weekend", of(Unit::kWeekend)},     {"month", of(Unit::kMonth)},
    {"year", of(Unit::kYear)},     {"fortnight", of(Unit::kFortnight)}, {"decade", of(Unit::kDecade)}};
constexpr std::pair<std::string_view, int> kPortions[] = {
    {"start", of(Portion::kStart)}, {"early", of(Portion::kEarly)}, {"middle", of(Portion::kMiddle)},
    {"late", of(Portion::kLate)},   {"end", of(Portion::kEnd)},     {"earlier", of(Portion::kEarlier)},
    {"later", of(Portion::kLater)}};
constexpr std::pair<std::string_view, int> kWhiches[] = {
    {"this", of(Which::kThis)},          {"last", of(Which::kLast)},
    {"next", of(Which::kNext)},          {"past", of(Which::kPast)},
    {"coming", of(Which::kComing)},      {"previous", of(Which::kPrevious)},
    {"that", of(Which::kThat)},          {"same", kSame},
    {"following", of(Which::kFollowing)}};

int value_of(WordType type, std::string_view word) {
  const auto named = [word](Names names) {
    const auto at = std::find_if(names.begin(), names.end(), [word](const auto& name) { return name.first == word; });
    return at == names.end() ? 0 : at->second;
  };
  switch (type) {
    case WordType::kUnit:
      return named(kUnits);
    case WordType::kPortion:
    case WordType::kPortionPrefix:
      return named(kPortions);
    case WordType::kWhich:
      return named(kWhiches);
    case WordType::kHoliday: {  // "12-25"
      const size_t hyphen = std::min(word.find('-'), word.size() - 1);
      return number_of(word.substr(0, hyphen)) * 100 + number_of(word.substr(hyphen + 1));
    }
    default:
      return number_of(word);
  }
}

}  // namespace

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Lexicon::Lexicon() {
  read_months();
  read_words();
  for (auto& [word, entries] : entries_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.rest.size() > b.rest.size(); });
  }
}

void Lexicon::read_words() {
  for (const std::string_view line : lines_of(kTimesTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.empty()) continue;
    const auto type = std::find_if(std::begin(kTypes), std::end(kTypes),
                                   [&](const auto& named) { return named.first == heading.words.front(); });
    if (type == std::end(kTypes)) continue;
    const int value = heading.words.size() > 1 ? value_of(type->second, heading.words[1]) : 0;
    for (const std::string_view phrase : heading.entries) {
      const std::vector<std::string_view> words = parts_of(phrase, ' ');
      Entry entry{{words.begin() + 1, words.end()}, type->second, value};
      std::vector<Entry>& entries = entries_[std::string(words.front())];
      if (entry.type == WordType::kPortionPrefix) {
        entry.rest = {std::string(words.front())};
        prefixes_.push_back(std::move(entry));
      } else if (entry.type == WordType::kDoubtfulMonth || entry.type == WordType::kNameMonth) {
        for (Entry& month : entries) month.type = entry.type;
      } else {
        entries.push_back(std::move(entry));
      }
    }
  }
}

// "march = 3"; of the names of one month the longest is the full one.
void Lexicon::read_months() {
  std::array<std::string_view, 13> full{};
  for (const bool reading_full : {true, false}) {
    for (const std::string_view line : lines_of(kMonthTable)) {
      const std::vector<std::string_view> sides = parts_of(line, '=');
      if (sides.size() != 2) continue;
      const int number = number_of(sides[1]);
      if (number < 1 || number > 12) continue;
      std::string_view& longest = full[static_cast<size_t>(number)];
      if (reading_full) {
        if (sides[0].size() > longest.size()) longest = sides[0];
        continue;
      }
      const WordType type = sides[0] == longest ? WordType::kMonth : WordType::kMonthShort;
      entries_[std::string(sides[0])].push_back({{}, type, number});
      if (type == WordType::kMonthShort) entries_[std::string(sides[0]) + '.'].push_back({{}, type, number});
    }
  }
}

std::span<const Entry> Lexicon::starting_with(std::string_view word) const {
  const auto at = entries_.find(std::string(word));
  if (at == entries_.end()) return {};
  return at->second;
}

const Entry* Lexicon::prefix_of(std::string_view word, size_t& bytes) const {
  for (const Entry& prefix : prefixes_) {
    if (!word.starts_with(prefix.rest.front())) continue;
    bytes = prefix.rest.front().size();
    return &prefix;
  }
  return nullptr;
}

const Lexicon& lexicon() {
  static const Lexicon kLexicon;
  return kLexicon;
}

}  // namespace onrecord::times
