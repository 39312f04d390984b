#include "text/words.h"

#include <array>

#include "text/addresses.h"
#include "text/characters.h"
#include "text/lexicon.h"

namespace onrecord::text {
namespace {

constexpr uint32_t kLongestContraction = 8;  // of those without an apostrophe, in bytes

// Where the ASCII letters that begin at `at` end.
uint32_t letters_end(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end && is_ascii_letter(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

// Where a contraction without an apostrophe is cut; 0 when the word is none.
uint32_t contraction(std::string_view word) {
  return word.size() > kLongestContraction ? 0 : contraction_cut(LowerCase(word).view());
}

// One stretch of text without white space.
class Splitter {
 public:
  Splitter(std::string_view text, Span block, size_t max_words, std::vector<Span>& words)
      : text_(text.substr(0, block.end)), max_words_(max_words), words_(words) {}

  void split(Span stretch) {
    begin_ = stretch.begin;
    end_ = stretch.end;
    std::string_view letters = stretch.in(text_);
    may_be_address_ = letters.find_first_of(".:@") < letters.size() - 1;
    uint32_t at = begin_;
    while (at < end_ && words_.size() < max_words_) at = next(at);
  }

 private:
  [[nodiscard]] Character at(uint32_t where) const { return where < end_ ? character_at(text_, where) : Character{}; }
  [[nodiscard]] Character before(uint32_t where) const {
    return where > begin_ ? character_before(text_, where) : Character{};
  }
  [[nodiscard]] std::string_view slice(uint32_t from, uint32_t to) const { return text_.substr(from, to - from); }

  uint32_t emit(uint32_t from, uint32_t to) {
    words_.push_back({from, to});
    return to;
  }

  // Past combining marks and joiners; an emoji behind a joiner is the same emoji.
  [[nodiscard]] uint32_t extend(uint32_t where) const {
    while (true) {
      Character c = at(where);
      if (c.length == 0 || c.kind != CharacterKind::kExtend) return where;
      where += c.length;
      if (c.code_point == 0x200D) {
        Character joined = at(where);
        if (joined.kind == CharacterKind::kSymbol) where += joined.length;
      }
    }
  }

  uint32_t next(uint32_t from) {
    Character c = at(from);
    if (c.is_word()) {
      if (may_be_address_) {
        uint32_t to = address_end(text_.substr(0, end_), from);
        if (to > from) return emit(from, to);
      }
      return word(from, c);
    }
    if (c.kind == CharacterKind::kExtend) {
      uint32_t to = extend(from);
      return emit(from, to);
    }
    return symbol(from, c);
  }

  uint32_t word(uint32_t from, Character first) {
    uint32_t to = run(from);
    if (first.is_digit()) {
      if (uint32_t cut = unit_cut(from, to)) return emit(from, cut);
    }
    while (to < end_) {
      uint32_t longer = join(from, to);
      if (longer == to) break;
      to = longer;
    }
    return finish(from, to);
  }

  // Letters, digits, marks and low lines from here on.
  [[nodiscard]] uint32_t run(uint32_t where) const {
    while (where < end_) {
      Character c = character_at(text_, where);
      if (!c.is_word() && c.kind != CharacterKind::kExtend && c.code_point != '_') break;
      where += c.length;
    }
    return where;
  }

  [[nodiscard]] uint32_t digits_end(uint32_t where) const {
    while (where < end_ && text_[where] >= '0' && text_[where] <= '9') ++where;
    return where;
  }

  // "10km" is 10|km; "1980s", "4th", "3D" are one word.
  [[nodiscard]] uint32_t unit_cut(uint32_t from, uint32_t to) const {
    uint32_t digits = digits_end(from);
    if (digits >= to || digits == from) return 0;
    return is_unit(LowerCase(slice(digits, to)).view()) ? digits : 0;
  }

  // Where the word goes on to over the joint at `to`; `to` itself when it ends there.
  [[nodiscard]] uint32_t join(uint32_t from, uint32_t to) const {
    Character joint = at(to);
    uint32_t after = to + joint.length;
    Character right = at(after);
    if (!right.is_word()) return to;
    Character left = before(to);
    char32_t c = joint.code_point;
    bool joins = false;
    if (c == '.')
      joins = joins_stop(from, to, left, after, right);
    else if (c == ',')
      joins = left.is_digit() && right.is_digit() && digits_end(after) == after + 3;
    else if (c == ':')
      joins = left.is_digit() && right.is_digit();
    else if (c == '/')
      joins = joins_slash(from, to, left, after, right);
    else if (c == '&')
      joins = left.is_upper() && right.is_upper() && to - from <= 4;
    else if (is_hyphen(c))
      joins = joins_hyphen(from, to, after);
    else if (is_apostrophe(c) || c == '`')
      joins = joins_apostrophe(from, to, after);
    if (!joins) return to;
    uint32_t end = run(after);
    if (!right.is_digit()) return end;
    uint32_t cut = unit_cut(after, end);
    return cut != 0 ? cut : end;
  }

  // "U.S", "3.5", "e.g", "notes.doc"; but not "street.Then" and not the note mark in "products.24".
  [[nodiscard]] bool joins_stop(uint32_t from, uint32_t to, Character left, uint32_t after, Character right) const {
    if (left.is_digit()) return true;
    if (right.is_digit()) return false;
    uint32_t letters = 0;
    for (uint32_t where = to; where > from && letters < 2; ++letters) {
      Character c = character_before(text_, where);
      if (!c.is_word()) break;
      where -= c.length;
    }
    uint32_t end = run(after);
    if (to - from <= 2 && end - after <= 2 && at(end).code_point == '.') return true;  // Ph.D.
    if (letters < 2) return end - after <= 2 || at(end).code_point == '.' || !right.is_upper();
    return !right.is_upper() || at(after + right.length).is_upper();
  }

  // Dates and fractions ("9/11"); "b/c", "w/o", "I/O".
  [[nodiscard]] bool joins_slash(uint32_t from, uint32_t to, Character left, uint32_t after, Character right) const {
    if (left.is_digit() && right.is_digit()) return true;
    if (to - from != 1 || run(after) != after + 1 || !left.is_letter() || !right.is_letter()) return false;
    return left.is_upper() || text_[from] == 'b' || text_[from] == 'w' || text_[from] == 'l';
  }

  [[nodiscard]] bool joins_hyphen(uint32_t from, uint32_t to, uint32_t after) const {
    std::string_view left = slice(from, to);
    uint32_t right_end = run(after);
    std::string_view right = slice(after, right_end);
    if (is_number(left.substr(left.find_last_of('-') + 1)) && is_number(right)) {
      if (left.find('-') != std::string_view::npos) return true;  // 713-555-0199, 02-05-02
      if (at(right_end).code_point == '-' && is_number(slice(right_end + 1, run(right_end + 1)))) return true;
      return left.size() >= 3 && right.size() == 4 && left.size() != 4;  // 555-0199, not 1969-1970
    }
    return is_bound_prefix(LowerCase(left).view());
  }

  [[nodiscard]] static bool is_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // "O'Connell", "d'état", "o'clock"; the clitics of English cut.
  [[nodiscard]] bool joins_apostrophe(uint32_t from, uint32_t to, uint32_t after) const {
    uint32_t right_end = run(after);
    LowerCase lower(slice(after, right_end));
    std::string_view right = lower.view();
    if (right == "s") {
      bool decade = to - from >= 2 && text_[to - 1] == '0' && text_[from] >= '0' && text_[from] <= '9';
      return decade;
    }
    if (right == "m" || right == "d" || right == "re" || right == "ve" || right == "ll") return false;
    return true;
  }

  // Emits the word in its parts: a contraction in two; an abbreviation with its stop.
  uint32_t finish(uint32_t from, uint32_t to) {
    Character next_character = at(to);
    if (next_character.code_point == '.' && keeps_stop(from, to)) return emit(from, to + 1);
    if (next_character.code_point == '$' && is_dollar(slice(from, to))) return emit(from, to + 1);
    if (next_character.code_point == '+' && to - from == 1 && slice(to, std::min(to + 2, end_)) == "++") {
      return emit(from, to + 2);  // C++
    }
    if (is_fragment(from, to)) return emit(from, to + 1);
    uint32_t cut = negation_cut(from, to);
    if (cut == 0) {
      if (uint32_t length = contraction(slice(from, to))) cut = from + length;
    }
    if (cut != 0) emit(from, cut);
    return emit(cut != 0 ? cut : from, to);
  }

  // "th- the": a word broken off keeps its hyphen.
  [[nodiscard]] bool is_fragment(uint32_t from, uint32_t to) const {
    if (at(to).code_point != '-' || to - from > 2 || !before(to).is_letter()) return false;
    char32_t behind = at(to + 1).code_point;
    return behind == 0 || behind == '.' || behind == ',' || behind == '?';
  }

  [[nodiscard]] static bool is_dollar(std::string_view word) {
    return word == "US" || word == "A" || word == "AU" || word == "C" || word == "CA" || word == "HK" || word == "NZ" ||
           word == "S" || word == "U" || word == "NT" || word == "R";
  }

  // "do|n't"; 0 when there is no such cut.
  [[nodiscard]] uint32_t negation_cut(uint32_t from, uint32_t to) const {
    if (to - from < 4 || (text_[to - 1] | 32) != 't') return 0;
    Character mark = character_before(text_, to - 1);
    if (!is_apostrophe(mark.code_point) && mark.code_point != '`') return 0;
    uint32_t n = to - 1 - mark.length - 1;
    return n > from && (text_[n] | 32) == 'n' ? n : 0;
  }

  // True when the stop at `to` belongs to the word and does not end the sentence alone.
  [[nodiscard]] bool keeps_stop(uint32_t from, uint32_t to) const {
    std::string_view with_stop = slice(from, to + 1);
    if (with_stop.size() > 16) return false;
    if (is_dotted(with_stop)) return true;
    Character behind = at(to + 1);
    if (behind.code_point == '.' && at(to + 2).code_point == '.') return false;  // an ellipsis
    Character after = after_space(to + 1);
    if (behind.code_point == ',' || behind.code_point == ';') return before(to).is_letter();
    if (with_stop.size() == 2 && with_stop[0] >= 'A' && with_stop[0] <= 'Z') {
      return after.is_letter() && with_stop[0] != 'I';
    }
    switch (abbreviation(with_stop)) {
      case Abbreviation::kNone:
        return false;
      case Abbreviation::kNumber:
        return after.is_digit() || after.code_point == '#';
      case Abbreviation::kTitle:
        return after.length != 0;
      case Abbreviation::kMonth:
        return after.is_digit() || !after.is_upper() || with_stop.size() > 4;
      case Abbreviation::kPlace:
        return after.length != 0;
      default:
        return true;
    }
  }

  // "U.S.", "p.m.", "Ph.D.": stops after one or two letters each.
  [[nodiscard]] static bool is_dotted(std::string_view word) {
    size_t stops = 0;
    size_t letters = 0;
    for (char c : word) {
      auto byte = static_cast<unsigned char>(c);
      if (c == '.') {
        if (letters == 0 || letters > 2) return false;
        ++stops;
        letters = 0;
      } else if (is_ascii_letter(byte) || byte >= 0x80) {
        ++letters;
      } else {
        return false;
      }
    }
    return stops >= 2 && letters == 0;
  }

  // The first character from `where` on that is no white space; of length 0 when the block ends first, or after a few.
  [[nodiscard]] Character after_space(uint32_t where) const {
    for (int i = 0; i < 4; ++i) {
      Character c = character_at(text_, where);
      if (c.length == 0 || !c.is_space()) return c;
      where += c.length;
    }
    return {};
  }

  uint32_t symbol(uint32_t from, Character c) {
    if (uint32_t to = emoticon(from)) return emit(from, to);
    char32_t sign = c.code_point;
    uint32_t after = from + c.length;
    Character right = at(after);
    if (is_apostrophe(sign) || sign == '`') return apostrophe(from, c);
    if ((sign == '@' || sign == '#') && (right.is_letter() || (sign == '@' && right.code_point == '_')) &&
        !before(from).is_word()) {
      return emit(from, run(after));
    }
    if (sign == '.' && right.is_digit() && !before(from).is_word()) {  // .265
      uint32_t to = run(after);
      return emit(from, to);
    }
    if (sign == '+' && right.is_digit()) return emit(from, run(after));
    if (sign == '.' || sign == '!' || sign == '?' || sign == 0x2026) return emit(from, stops(from));
    if (sign == '-' || sign == '=' || sign == '*' || sign == '~' || sign == '_' || sign == '<' || sign == '>' ||
        sign == '+' || sign == '$' || sign == '#') {
      uint32_t to = after;
      while (to < end_ && text_[to] == static_cast<char>(sign)) ++to;
      return emit(from, to);
    }
    return emit(from, extend(after));
  }

  // A run of sentence ends ("...", "?!") is one word.
  [[nodiscard]] uint32_t stops(uint32_t where) const {
    while (where < end_) {
      Character c = character_at(text_, where);
      if (c.code_point != '.' && c.code_point != '!' && c.code_point != '?' && c.code_point != 0x2026) break;
      where += c.length;
    }
    return where;
  }

  uint32_t apostrophe(uint32_t from, Character c) {
    uint32_t after = from + c.length;
    Character right = at(after);
    if (right.code_point == c.code_point) return emit(from, after + right.length);  // '' for a double mark
    uint32_t to = run(after);
    LowerCase lower(slice(after, to));
    std::string_view tail = lower.view();
    bool clitic = tail == "s" || tail == "m" || tail == "d" || tail == "re" || tail == "ve" || tail == "ll" ||
                  tail == "em" || tail == "til" || tail == "cause" || tail == "n" || tail == "t";
    bool decade = right.is_digit() && to - after >= 2 && to - after <= 3;
    if (clitic || (decade && !before(from).is_word())) return emit(from, to);
    if ((tail == "tis" || tail == "twas") && c.code_point != '`') {
      emit(from, after + 1);
      return emit(after + 1, to);
    }
    return emit(from, after);
  }

  [[nodiscard]] uint32_t emoticon(uint32_t from) const {
    if (before(from).length != 0) return 0;
    static constexpr std::array<std::string_view, 19> kFaces = {
        ":)", ":-)", ";)", ";-)", ":(",  ":-(", ":D", ":-D", ":P", ":p",
        ":/", "=)",  "=(", "(:",  "^_^", "-_-", "<3", ":O",  ":'("};
    std::string_view rest = slice(from, std::min(end_, from + 6));
    for (std::string_view face : kFaces) {
      if (!rest.starts_with(face)) continue;
      auto to = static_cast<uint32_t>(from + face.size());
      if (!at(to).is_word()) return to;
    }
    return 0;
  }

  std::string_view text_;
  size_t max_words_;
  std::vector<Span>& words_;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
  bool may_be_address_ = false;
};

}  // namespace

void append_words(std::string_view text, Span block, size_t max_words, std::vector<Span>& words) {
  Splitter splitter(text, block, max_words, words);
  uint32_t at = block.begin;
  while (at < block.end && words.size() < max_words) {
    Character c = character_at(text, at);
    if (c.is_space()) {
      at += c.length;
      continue;
    }
    uint32_t end = letters_end(text, at, block.end);
    if (end > at && (end == block.end || text[end] == ' ') && contraction(text.substr(at, end - at)) == 0) {
      words.push_back({at, end});  // by far the commonest case
      at = end;
      continue;
    }
    for (; end < block.end; end += c.length) {
      c = character_at(text, end);
      if (c.is_space()) break;
    }
    splitter.split({at, end});
    at = end;
  }
  if (words.size() > max_words) words.resize(max_words);
}

}  // namespace onrecord::text
