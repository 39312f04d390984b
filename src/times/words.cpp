#include "times/words.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "times/calendar.h"

namespace onrecord::times {
namespace {

constexpr size_t kLongestWord = 24;  // in bytes, of any word of the lexicon

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

size_t leading_digits(std::string_view word) {
  return static_cast<size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
}

void set(Word& word, WordType type, int value) {
  word.type = type;
  word.value = value;
}

// "1960s", "'60s" → the year it begins with; 0 for others. Two figures mean the last century, but for those past.
int decade_of(std::string_view word) {
  for (const std::string_view apostrophe : {"'", "\u2018", "\u2019"}) {
    if (word.starts_with(apostrophe)) word.remove_prefix(apostrophe.size());
  }
  const size_t digits = leading_digits(word);
  if (word.substr(digits) != "s" || (digits != 4 && digits != 2)) return 0;
  const int year = number_of(word.substr(0, digits));
  if (year % 10 != 0) return 0;
  if (digits == 4) return year >= 1000 && year < 2200 ? year : 0;
  return year >= 20 ? 1900 + year : 0;
}

// "2024-03-03" and "3.3.2024" → 20240303; 0 for others.
int date_in_figures(std::string_view word) {
  int parts[3] = {0, 0, 0};
  const char separator = word.size() > 4 && word[4] == '-' ? '-' : '.';
  for (int& part : parts) {
    const size_t digits = leading_digits(word);
    if (digits == 0 || digits > 4) return 0;
    part = number_of(word.substr(0, digits));
    word.remove_prefix(digits);
    if (&part == &parts[2]) break;
    if (!word.starts_with(separator)) return 0;
    word.remove_prefix(1);
  }
  if (!word.empty()) return 0;
  if (separator == '.') std::swap(parts[0], parts[2]);
  if (parts[0] < 1000 || parts[0] > 2199 || !is_day(parts[0], parts[1], parts[2])) return 0;
  return (parts[0] * 100 + parts[1]) * 100 + parts[2];
}

// "14:05", "7.40": a time of day if something says so.
bool is_clock(std::string_view word, char& sign) {
  const size_t hours = leading_digits(word);
  if (hours == 0 || hours > 2 || number_of(word.substr(0, hours)) > 24 || word.size() != hours + 3) return false;
  sign = word[hours];
  return (sign == ':' || sign == '.') && leading_digits(word.substr(hours + 1)) == 2 &&
         number_of(word.substr(hours + 1)) < 60;
}

void classify_figures(std::string_view lower, Word& word) {
  const size_t digits = leading_digits(lower);
  const std::string_view rest = lower.substr(digits);
  char sign = 0;
  if (const int year = decade_of(lower)) {
    set(word, WordType::kYears, year);
  } else if (digits == 0 || digits > 4) {
    return;
  } else if (rest.empty()) {
    set(word, WordType::kFigure, number_of(lower));
    word.digits = static_cast<uint8_t>(digits);
  } else if (digits <= 2 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) {
    set(word, WordType::kOrdinal, number_of(lower.substr(0, digits)));
  } else if (is_clock(lower, sign)) {
    set(word, WordType::kClock, sign == ':' ? 1 : 0);
  } else if (const int date = date_in_figures(lower)) {
    set(word, WordType::kIsoDate, date);
  }
}

class Classifier {
 public:
  Classifier(std::string_view text, const text::Tokens& tokens) : text_(text), tokens_(tokens) {}

  [[nodiscard]] Word word(uint32_t at) const {
    const std::string_view written = tokens_.spans[at].in(text_);
    Word word;
    const char first = written.front();
    word.capital = first >= 'A' && first <= 'Z';
    word.plural = first >= 'a' && first <= 'z' && written.size() > 3 && written.back() == 's';
    word.stop = written.back() == '.';
    if (written == ",") set(word, WordType::kComma, 0);
    if (written.size() > kLongestWord) return word;
    const std::string lower = lower_ascii(written);
    size_t prefix = 0;
    if (const Entry* portion = lexicon().prefix_of(lower, prefix)) {
      word.portion = static_cast<Portion>(portion->value);
      word.capital = prefix < written.size() && written[prefix] >= 'A' && written[prefix] <= 'Z';
    }
    classify_figures(std::string_view(lower).substr(prefix), word);
    for (const Entry& entry : lexicon().starting_with(std::string_view(lower).substr(prefix))) {
      if (needs_capital(entry.type) && !word.capital) continue;
      if (!follows(entry, at)) continue;
      set(word, entry.type, entry.value);
      word.length = static_cast<uint8_t>(1 + entry.rest.size());
      break;
    }
    return word;
  }

 private:
  static bool needs_capital(WordType type) {
    return type == WordType::kMonth || type == WordType::kMonthShort || type == WordType::kDoubtfulMonth ||
           type == WordType::kNameMonth || type == WordType::kWeekdayShort || type == WordType::kHoliday;
  }

  [[nodiscard]] bool follows(const Entry& entry, uint32_t at) const {
    for (const std::string& wanted : entry.rest) {
      if (++at >= tokens_.size() || tokens_.sentence[at] != tokens_.sentence[at - 1]) return false;
      const std::string_view written = tokens_.spans[at].in(text_);
      if (written.size() != wanted.size() || lower_ascii(written) != wanted) return false;
    }
    return true;
  }

  std::string_view text_;
  const text::Tokens& tokens_;
};

}  // namespace

std::vector<Word> classify(std::string_view text, const text::Tokens& tokens) {
  const Classifier classifier(text, tokens);
  std::vector<Word> words;
  words.reserve(tokens.size());
  for (uint32_t at = 0; at < tokens.size(); ++at) words.push_back(classifier.word(at));
  return words;
}

}  // namespace onrecord::times
