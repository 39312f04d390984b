#include "text/quote_marks.h"

#include <algorithm>
#include <array>

namespace onrecord::text {
namespace {

constexpr bool is_guillemet(char32_t c) {
  return c == 0xAB || c == 0xBB;
}
constexpr bool is_double(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || is_guillemet(c) || c == 0x301D || c == 0x301E || c == 0xFF02;
}
constexpr bool is_opening_bracket(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '<';
}
constexpr bool ends_clause(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == ']' || c == '}' ||
         c == 0x2026;
}

}  // namespace

Character QuoteMarks::at(uint32_t where) const {
  return where < block_.end ? character_at(text_, where) : Character{};
}

Character QuoteMarks::before(uint32_t where) const {
  return where > block_.begin ? character_before(text_, where) : Character{};
}

uint32_t QuoteMarks::head() const {
  uint32_t where = block_.begin;
  while (where < block_.end) {
    Character c = character_at(text_, where);
    if (!c.is_space()) break;
    where += c.length;
  }
  return where;
}

// All marks but the ASCII ones begin with one of four bytes.
uint32_t QuoteMarks::next(uint32_t where) const {
  static constexpr auto kMayBegin = [] {
    std::array<bool, 256> table{};
    for (unsigned c : {0x22u, 0x27u, 0x60u, 0xC2u, 0xE2u, 0xE3u, 0xEFu}) table[c] = true;
    return table;
  }();
  while (where < block_.end && !kMayBegin[static_cast<unsigned char>(text_[where])]) ++where;
  return where;
}

DoubleMark QuoteMarks::double_mark(uint32_t where) const {
  Character c = at(where);
  char32_t sign = c.code_point;
  uint32_t length = c.length;
  MarkFamily family = MarkFamily::kStraight;
  if (sign == '\'' || sign == '`' || sign == 0x2018 || sign == 0x2019) {
    Character twin = at(where + length);
    bool pair = twin.code_point == sign || (sign == 0x2018 && twin.code_point == 0x2019);
    if (!pair) return {};
    length += twin.length;
    if (at(where + length).code_point == twin.code_point) return {};  // a rule of them: no mark
  } else if (is_double(sign)) {
    family = sign == '"' || sign == 0xFF02 ? MarkFamily::kStraight
             : is_guillemet(sign)          ? MarkFamily::kGuillemets
                                           : MarkFamily::kCurly;
  } else {
    return {};
  }
  return {where, length, family, side(where, length, sign)};
}

bool QuoteMarks::opens_single(uint32_t where) const {
  Character c = at(where);
  if (c.code_point != '\'' && c.code_point != 0x2018 && c.code_point != 0x201A && c.code_point != '`') return false;
  if (!opens_left(where)) return false;
  uint32_t after = where + c.length;
  Character right = at(after);
  bool starts_word = right.is_word() || is_opening_bracket(right.code_point) || right.code_point == 0x2026 ||
                     right.code_point == '$' || right.code_point == 0xA3 || is_double(right.code_point) ||
                     (right.code_point == '.' && at(after + 1).code_point == '.');
  return starts_word && !is_elision(after);
}

bool QuoteMarks::closes_single(uint32_t where) const {
  Character c = at(where);
  if (c.code_point != '\'' && c.code_point != 0x2019) return false;
  Character left = before(where);
  if (left.is_space() || is_opening_bracket(left.code_point)) return false;
  if ((left.code_point | 32) == 'n' && is_apostrophe(before(where - left.length).code_point)) return false;  // 'n'
  return !at(where + c.length).is_word();
}

bool QuoteMarks::closes_weakly(uint32_t where) const {
  Character c = at(where);
  Character left = before(where);
  if (!left.is_word()) return false;
  Character space = at(where + c.length);
  Character right = at(where + c.length + space.length);
  if (space.length == 0 || !space.is_space() || !right.is_word()) return false;
  char32_t letter = left.code_point | 32;
  if (letter == 's' || letter == 'x' || letter == 'z' || left.is_digit()) return true;
  Character second = before(where - left.length);
  bool dropped_g = letter == 'n' && (second.code_point == 'i' || second.code_point == 'a');
  return dropped_g && right.kind == CharacterKind::kLower;
}

bool QuoteMarks::opens_left(uint32_t where) const {
  Character left = before(where);
  char32_t c = left.code_point;
  if (left.length == 0 || left.is_space() || is_opening_bracket(c) || is_dash(c) || c == '/' || c == '=') return true;
  if (c == '-') {
    Character second = before(where - 1);
    return second.is_space() || second.code_point == '-';
  }
  if (c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB) return true;
  if (c == '"' || c == '\'' || c == 0x201D) {
    Character second = before(where - left.length);
    return second.length == 0 || second.is_space() || is_opening_bracket(second.code_point);
  }
  return false;
}

MarkSide QuoteMarks::side(uint32_t where, uint32_t length, char32_t sign) const {
  if (sign == 0x201E || sign == 0x201F || sign == 0x301D || sign == '`') return MarkSide::kOpen;
  bool opens = opens_left(where);
  Character left = before(where);
  Character right = at(where + length);
  bool word_follows = right.length != 0 && !right.is_space() && !ends_clause(right.code_point);
  if (sign == 0x201C) return word_follows ? MarkSide::kOpen : MarkSide::kEither;
  if (sign == 0x201D || sign == 0x301E) {
    return opens && word_follows && left.is_space() ? MarkSide::kEither : MarkSide::kClose;
  }
  if (sign == 0xAB) return !opens && !word_follows ? MarkSide::kClose : MarkSide::kOpen;
  if (sign == 0xBB) return opens && word_follows ? MarkSide::kOpen : MarkSide::kClose;
  if (left.is_digit() && is_inches(where)) return MarkSide::kStray;
  if (opens) return word_follows ? MarkSide::kOpen : MarkSide::kEither;
  if (!word_follows) return MarkSide::kClose;
  return MarkSide::kEither;
}

// 5'10", 6’ 2": feet stand before the inches.
bool QuoteMarks::is_inches(uint32_t where) const {
  for (int digits = 0; digits < 3 && before(where).is_digit(); ++digits) where -= 1;
  Character mark = before(where);
  if (mark.is_space() && mark.length != 0) {
    where -= mark.length;
    mark = before(where);
  }
  return is_apostrophe(mark.code_point) && before(where - mark.length).is_digit();
}

// 'tis, 'em, '90s, rock 'n' roll: `where` is behind the apostrophe.
bool QuoteMarks::is_elision(uint32_t where) const {
  uint32_t to = where;
  while (to < block_.end && to - where < 8 && at(to).is_word()) to += at(to).length;
  std::string_view word = text_.substr(where, to - where);
  if (word.size() >= 2 && word.size() <= 3 && at(where).is_digit() && at(where + 1).is_digit()) {
    return word.size() == 2 || word[2] == 's';
  }
  if (word.starts_with("Ndrang")) return true;
  static constexpr std::array<std::string_view, 10> kElisions = {"tis", "twas", "Tis",   "Twas", "em",
                                                                 "til", "cos",  "cause", "bout", "s"};
  if (std::find(kElisions.begin(), kElisions.end(), word) != kElisions.end()) return true;
  return word.size() == 1 && (word[0] | 32) == 'n' && is_apostrophe(at(to).code_point);
}

}  // namespace onrecord::text
