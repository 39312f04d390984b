#include "text/sentence_features.h"

#include <algorithm>

#include "text/characters.h"

namespace onrecord::text {
namespace {

constexpr WordLook kNothing;
constexpr FeatureValue kNoWord("none");

template <class Enum, size_t N>
constexpr const FeatureValue& value_of(const FeatureValue (&values)[N], Enum which) {
  return values[static_cast<size_t>(which)];
}

// In the order of their enumerations; the names stand in data/sentences/weights.tsv.
constexpr FeatureValue kShapes[] = {FeatureValue("none"), FeatureValue("Aa"), FeatureValue("A"),   FeatureValue("AA"),
                                    FeatureValue("a"),    FeatureValue("0"),  FeatureValue("sign")};
constexpr FeatureValue kKinds[] = {FeatureValue("none"),  FeatureValue("word"),      FeatureValue("number"),
                                   FeatureValue("abbr"),  FeatureValue("stop"),      FeatureValue("ellipsis"),
                                   FeatureValue("colon"), FeatureValue("semicolon"), FeatureValue("comma"),
                                   FeatureValue("dash"),  FeatureValue("open"),      FeatureValue("close"),
                                   FeatureValue("mark"),  FeatureValue("sign")};
constexpr FeatureValue kAbbreviations[] = {FeatureValue("none"),   FeatureValue("title"),   FeatureValue("month"),
                                           FeatureValue("number"), FeatureValue("within"),  FeatureValue("company"),
                                           FeatureValue("place"),  FeatureValue("anywhere")};
constexpr FeatureValue kNoYes[] = {FeatureValue("no"), FeatureValue("yes")};
constexpr FeatureValue kClasses[] = {FeatureValue("other"), FeatureValue("function"), FeatureValue("calendar"),
                                     FeatureValue("reporting")};

// How many words, roughly.
const FeatureValue& bucket(size_t count) {
  static constexpr FeatureValue kBuckets[] = {FeatureValue("0"),     FeatureValue("1"),     FeatureValue("2"),
                                              FeatureValue("3"),     FeatureValue("4"),     FeatureValue("5-6"),
                                              FeatureValue("7-9"),   FeatureValue("10-14"), FeatureValue("15-24"),
                                              FeatureValue("25-39"), FeatureValue("40-")};
  static constexpr size_t kFirst[] = {0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 40};
  size_t which = std::size(kFirst) - 1;
  while (kFirst[which] > count) --which;
  return kBuckets[which];
}

FeatureValue normal(std::string_view word) {
  FeatureValue value;
  for (char c : word.substr(0, value.letters.size())) {
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c + 32);
    else if (c >= '0' && c <= '9')
      c = '0';
    value.letters[value.size++] = c;
  }
  value.hash = hash_bytes(value.view());
  return value;
}

WordShape shape_of(std::string_view word) {
  if (word[0] >= 'a' && word[0] <= 'z') return WordShape::kLower;
  Character first = character_at(word, 0);
  if (first.is_digit()) return WordShape::kDigits;
  if (first.kind == CharacterKind::kLower) return WordShape::kLower;
  if (!first.is_upper()) return WordShape::kSign;
  Character second = character_at(word, first.length);
  if (!second.is_word()) return WordShape::kInitial;
  return second.is_upper() || second.is_digit() ? WordShape::kCapitals : WordShape::kTitled;
}

bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x3002;
}

WordKind kind_of_stops(std::string_view word) {
  bool asks = false;
  uint32_t at = 0;
  for (; at < word.size();) {
    Character c = character_at(word, at);
    if (!is_stop(c.code_point) && c.code_point != 0x2026) return WordKind::kSign;
    asks |= c.code_point == '!' || c.code_point == '?';
    at += c.length;
  }
  bool one = character_at(word, 0).length == at && word != "\u2026";
  return asks || one ? WordKind::kStop : WordKind::kEllipsis;
}

// Kind of a word that begins with a sign.
void look_at_sign(std::string_view word, WordLook& look) {
  Character first = character_at(word, 0);
  char32_t c = first.code_point;
  look.kind = WordKind::kSign;
  if (is_stop(c) || c == 0x2026) {
    look.kind = kind_of_stops(word);
  } else if (word == "''" || word == "``") {
    look.kind = WordKind::kMark;
    look.closes = c == '\'';
    look.opens = true;
  } else if (word.find_first_not_of('-') == std::string_view::npos || is_dash(c)) {
    look.kind = WordKind::kDash;
  } else if (first.length != word.size()) {
    return;
  } else if (c == ',' || c == ';' || c == ':') {
    look.kind = c == ',' ? WordKind::kComma : c == ';' ? WordKind::kSemicolon : WordKind::kColon;
  } else if (c == '(' || c == '[' || c == '{') {
    look.kind = WordKind::kOpen;
    look.opens = true;
  } else if (c == ')' || c == ']' || c == '}') {
    look.kind = WordKind::kClose;
    look.closes = true;
  } else if (c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB) {
    look.kind = WordKind::kMark;
    look.closes = c != 0x2018 && c != 0x201C && c != 0x201E && c != 0xAB;
    look.opens = c != 0x2019 && c != 0x201D && c != 0xBB;
  }
}

WordLook look_at(std::string_view word) {
  WordLook look;
  look.shape = shape_of(word);
  if (look.shape == WordShape::kSign)
    look_at_sign(word, look);
  else if (word.back() == '.')
    look.kind = WordKind::kAbbreviation;
  else
    look.kind = look.shape == WordShape::kDigits ? WordKind::kNumber : WordKind::kWord;
  return look;
}

// Up to three marks and brackets as one value: `)"`.
class Marks {
 public:
  void add(const WordLook& look) {
    signs_[size_++] = look.kind == WordKind::kMark ? '"' : look.kind == WordKind::kOpen ? '(' : ')';
  }
  void add_stop(char stop) {
    if (stop == '?' || stop == '!') signs_[size_++] = '?';
  }
  [[nodiscard]] bool full() const { return size_ == signs_.size(); }
  [[nodiscard]] FeatureValue value() const { return FeatureValue({signs_.data(), size_}); }

 private:
  std::array<char, 3> signs_{};
  size_t size_ = 0;
};

}  // namespace

SentenceFeatures::SentenceFeatures(std::string_view text, std::span<const Span> words, const QuoteMap& quotes)
    : text_(text), words_(words), quotes_(quotes) {
  looks_.reserve(words.size());
  size_t open_bracket = 0;                // one past the word that opened it
  constexpr size_t kLongestBracket = 60;  // words; one that stands open longer was never closed
  size_t stops = 0;
  size_t small = 0;
  size_t large = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    WordLook look = look_at(words[i].in(text));
    look.after_space = i > 0 && words[i - 1].end != words[i].begin;
    look.in_brackets = open_bracket != 0 && i - open_bracket < kLongestBracket;
    if (look.kind == WordKind::kOpen) open_bracket = i + 1;
    if (look.kind == WordKind::kClose) open_bracket = 0;
    stops += look.kind == WordKind::kStop;
    small += look.shape == WordShape::kLower;
    large += look.shape == WordShape::kTitled || look.shape == WordShape::kCapitals;
    looks_.push_back(look);
  }
  size_t last = looks_.size();
  while (last > 1 && looks_[last - 1].closes) --last;
  bool ends = last > 0 && (looks_[last - 1].kind == WordKind::kStop || looks_[last - 1].kind == WordKind::kEllipsis);
  headline_ = large > small;
  style_ = FeatureValue(ends ? (stops > 1 ? "stops" : "one stop") : (stops > 0 ? "open end" : "no stop"));
}

bool SentenceFeatures::is_candidate(size_t word) const {
  const WordLook& right = looks_[word];
  const WordLook& left = looks_[word - 1];
  const WordLook& before = look(word - 2);
  switch (left.kind) {
    case WordKind::kComma:
    case WordKind::kColon:  // what is said stays with who says it
    case WordKind::kOpen:
      return false;
    case WordKind::kWord:  // capitals tell nothing in a headline
      return right.after_space && right.shape != WordShape::kLower && !headline_;
    case WordKind::kDash:
      return right.after_space && before.kind != WordKind::kMark;  // "I will." - A reader
    default:
      break;
  }
  if (left.closes && (right.shape == WordShape::kLower || right.kind == WordKind::kDash))
    return false;  // "Why?" he asked
  if (right.after_space) return true;
  bool stop = left.kind == WordKind::kStop || (left.kind == WordKind::kMark && before.kind == WordKind::kStop);
  return stop && right.shape == WordShape::kTitled;  // a forgotten space
}

const WordLook& SentenceFeatures::look(size_t word) const {
  return word < looks_.size() ? looks_[word] : kNothing;
}

FeatureValue SentenceFeatures::letters(size_t word) const {
  return word < words_.size() ? normal(words_[word].in(text_)) : kNoWord;
}

// Whether the gap before the word stands inside a quotation: both its sides do, and in the same one.
const FeatureValue& SentenceFeatures::quoted(size_t word) const {
  static constexpr FeatureValue kOut("out"), kIn("in"), kSingle("single");
  uint32_t quotation = quotes_.quotation[words_[word].begin];
  if (quotation == 0 || quotes_.quotation[words_[word - 1].begin] != quotation) return kOut;
  return quotes_.state[words_[word].begin] == QuoteState::kInsideSingle ? kSingle : kIn;
}

// A verb of saying stands a few words on: "Why?" Mr. Jones asked.
bool SentenceFeatures::reports(size_t word) const {
  constexpr size_t kReach = 5;
  for (size_t i = word + 1; i < std::min(word + kReach, looks_.size()); ++i) {
    if (looks_[i].shape == WordShape::kSign) return false;
    if (word_class(letters(i).view()) == WordClass::kReporting) return true;
  }
  return false;
}

SentenceFeatures::Gap SentenceFeatures::gap(size_t word, size_t begin) const {
  size_t left = word - 1;
  Marks closers;
  for (; left > begin && looks_[left].closes && !closers.full(); --left) closers.add(looks_[left]);
  if (!closers.full()) closers.add_stop(words_[left].in(text_).back());
  size_t before = left > begin ? left - 1 : looks_.size();
  size_t right = word;
  Marks openers;
  for (; right + 1 < looks_.size() && looks_[right].opens && !openers.full(); ++right) openers.add(looks_[right]);

  Gap g{};
  g.before = letters(before);
  g.left = letters(left);
  g.right = letters(right);
  g.next = letters(right + 1);
  g.third = letters(right + 2);
  g.closers = closers.value();
  g.openers = openers.value();
  g.left_kind = &value_of(kKinds, looks_[left].kind);
  g.left_shape = &value_of(kShapes, looks_[left].shape);
  g.before_shape = &value_of(kShapes, look(before).shape);
  g.right_shape = &value_of(kShapes, looks_[right].shape);
  g.next_shape = &value_of(kShapes, look(right + 1).shape);
  g.next_kind = &value_of(kKinds, look(right + 1).kind);
  g.quote = &quoted(word);
  g.bracket = &value_of(kNoYes, looks_[word].in_brackets);
  g.length = &bucket(word - begin);
  g.rest = &bucket(looks_.size() - word);
  bool short_form = looks_[left].kind == WordKind::kAbbreviation;
  g.abbreviation = &value_of(kAbbreviations, short_form ? abbreviation(words_[left].in(text_)) : Abbreviation::kNone);
  bool capital = looks_[right].shape == WordShape::kTitled || looks_[right].shape == WordShape::kCapitals;
  g.right_class = &value_of(kClasses, capital ? word_class(g.right.view()) : WordClass::kOther);
  g.reports = &value_of(kNoYes, reports(right));
  g.space = &value_of(kNoYes, looks_[word].after_space);
  g.start = &value_of(kShapes, looks_[begin].shape);
  return g;
}

}  // namespace onrecord::text
