#include "text/quotation.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/tokens.h"

namespace onrecord::text {
namespace {

// One quotation's part in one block: from its opening mark to its closing mark, or to the end of the block.
struct Region {
  Span span;
  uint32_t open_length = 0;   // of the opening mark; always there
  uint32_t close_length = 0;  // 0: the block ends first
  bool single = false;
  bool reopened = false;      // carries on the quotation that the block before left open
};

enum class Side : uint8_t { kOpen, kClose, kEither, kStray };
enum class Family : uint8_t { kStraight, kCurly, kGuillemets };

struct DoubleMark {
  uint32_t begin = 0;
  uint32_t length = 0;
  Family family = Family::kStraight;
  Side side = Side::kEither;
};

constexpr bool is_guillemet(char32_t c) { return c == 0xAB || c == 0xBB; }
constexpr bool is_double(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || is_guillemet(c) || c == 0x301D || c == 0x301E || c == 0xFF02;
}
constexpr bool is_single(char32_t c) { return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B); }
constexpr bool is_opening_bracket(char32_t c) { return c == '(' || c == '[' || c == '{' || c == '<'; }
constexpr bool ends_clause(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == ']' || c == '}' ||
         c == 0x2026;
}

// The marks of one block.
class BlockReader {
 public:
  BlockReader(std::string_view text, Span block) : text_(text), block_(block) {}

  [[nodiscard]] Character at(uint32_t where) const {
    return where < block_.end ? character_at(text_, where) : Character{};
  }
  [[nodiscard]] Character before(uint32_t where) const {
    return where > block_.begin ? character_before(text_, where) : Character{};
  }
  // The first byte of the block that is no white space.
  [[nodiscard]] uint32_t head() const {
    uint32_t where = block_.begin;
    while (where < block_.end) {
      Character c = character_at(text_, where);
      if (!c.is_space()) break;
      where += c.length;
    }
    return where;
  }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Span block() const { return block_; }

  // The first byte from `where` on that may begin a mark. All marks but the ASCII ones begin with one of four bytes.
  [[nodiscard]] uint32_t next_mark(uint32_t where) const {
    static constexpr auto kMayBegin = [] {
      std::array<bool, 256> table{};
      for (unsigned c : {0x22u, 0x27u, 0x60u, 0xC2u, 0xE2u, 0xE3u, 0xEFu}) table[c] = true;
      return table;
    }();
    while (where < block_.end && !kMayBegin[static_cast<unsigned char>(text_[where])]) ++where;
    return where;
  }

  // The double mark that begins at `where`; length 0 when none does. Two single marks side by side make one.
  [[nodiscard]] DoubleMark double_mark(uint32_t where) const {
    Character c = at(where);
    char32_t sign = c.code_point;
    uint32_t length = c.length;
    Family family = Family::kStraight;
    if (sign == '\'' || sign == '`' || sign == 0x2018 || sign == 0x2019) {
      Character twin = at(where + length);
      bool pair = twin.code_point == sign || (sign == 0x2018 && twin.code_point == 0x2019);
      if (!pair) return {};
      length += twin.length;
      if (at(where + length).code_point == twin.code_point) return {};  // a rule of them: no mark
    } else if (is_double(sign)) {
      family = sign == '"' || sign == 0xFF02 ? Family::kStraight
               : is_guillemet(sign)          ? Family::kGuillemets
                                             : Family::kCurly;
    } else {
      return {};
    }
    return {where, length, family, side(where, length, sign)};
  }

  // Where a single mark may open: after a space, bracket, dash or double mark, before a word.
  [[nodiscard]] bool opens_single(uint32_t where) const {
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

  // Where a single mark may close: after a word or stop, not inside a word.
  [[nodiscard]] bool closes_single(uint32_t where) const {
    Character c = at(where);
    if (c.code_point != '\'' && c.code_point != 0x2019 && c.code_point != 0x2018) return false;
    Character left = before(where);
    if (left.is_space() || is_opening_bracket(left.code_point)) return false;
    if (c.code_point == 0x2018 && !lowest_closer_) return false;
    return !at(where + c.length).is_word();
  }

  // "workers' rights", "goin' home", "5' tall": a close that may be an apostrophe.
  [[nodiscard]] bool closes_weakly(uint32_t where) const {
    Character c = at(where);
    Character left = before(where);
    if (!left.is_word()) return false;
    uint32_t after = where + c.length;
    if (at(after).code_point != ' ' || !at(after + 1).is_word()) return false;
    char32_t letter = left.code_point | 32;
    if (letter == 's' || letter == 'x' || letter == 'z' || left.is_digit()) return true;
    Character second = before(where - left.length);
    return letter == 'n' && (second.code_point == 'i' || second.code_point == 'a') && at(after + 1).is_letter() &&
           !at(after + 1).is_upper();
  }

 private:
  [[nodiscard]] bool opens_left(uint32_t where) const {
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

  [[nodiscard]] Side side(uint32_t where, uint32_t length, char32_t sign) const {
    if (sign == 0x201E || sign == 0x201F || sign == 0x301D || sign == '`') return Side::kOpen;
    bool opens = opens_left(where);
    Character left = before(where);
    Character right = at(where + length);
    bool word_follows = right.length != 0 && !right.is_space() && !ends_clause(right.code_point);
    if (sign == 0x201C) return opens || word_follows || left.is_space() ? Side::kOpen : Side::kEither;
    if (sign == 0x201D || sign == 0x301E) return opens && word_follows && left.is_space() ? Side::kEither : Side::kClose;
    if (sign == 0xAB) return !opens && !word_follows ? Side::kClose : Side::kOpen;
    if (sign == 0xBB) return opens && word_follows ? Side::kOpen : Side::kClose;
    if (left.is_digit() && is_inches(where)) return Side::kStray;
    if (opens) return word_follows ? Side::kOpen : Side::kEither;
    if (!word_follows) return Side::kClose;
    return Side::kEither;
  }

  // 5'10", 6’ 2": feet stand before the inches.
  [[nodiscard]] bool is_inches(uint32_t where) const {
    for (int digits = 0; digits < 3 && before(where).is_digit(); ++digits) where -= 1;
    Character mark = before(where);
    if (mark.is_space() && mark.length != 0) {
      where -= mark.length;
      mark = before(where);
    }
    return is_apostrophe(mark.code_point) && before(where - mark.length).is_digit();
  }

  // 'tis, 'em, '90s, rock 'n' roll: `where` is behind the apostrophe.
  [[nodiscard]] bool is_elision(uint32_t where) const {
    uint32_t to = where;
    while (to < block_.end && to - where < 8 && at(to).is_word()) to += at(to).length;
    std::string_view word = text_.substr(where, to - where);
    if (word.size() >= 2 && word.size() <= 3 && at(where).is_digit() && at(where + 1).is_digit()) {
      return word.size() == 2 || word[2] == 's';
    }
    static constexpr std::array<std::string_view, 12> kElisions = {"tis", "twas", "Tis", "Twas", "em",  "til",
                                                                  "cos", "cause", "bout", "s",  "Ndrang", "Ndrangh"};
    if (std::find(kElisions.begin(), kElisions.end(), word) != kElisions.end()) return true;
    return word.size() == 1 && (word[0] | 32) == 'n' && is_apostrophe(at(to).code_point);
  }

  std::string_view text_;
  Span block_;
  bool lowest_closer_ = false;
};

// Double marks of one block, outermost only. `carried` says that the block goes on with an open quotation.
class DoubleMarks {
 public:
  DoubleMarks(const BlockReader& reader, bool carried) : reader_(reader) {
    uint32_t head = reader.head();
    uint32_t where = head;
    while ((where = reader.next_mark(where)) < reader.block().end) {
      DoubleMark mark = reader.double_mark(where);
      if (mark.length == 0) {
        where += std::max(1u, reader.at(where).length);
        continue;
      }
      if (carried && !reopened_) {
        open(mark, true);
        reopened_ = true;
      } else {
        take(mark);
      }
      where += mark.length;
    }
    if (depth_ > 0) {
      regions_.back().span.end = reader.block().end;
      left_open_ = true;
    }
  }

  [[nodiscard]] std::vector<Region>& regions() { return regions_; }
  [[nodiscard]] bool left_open() const { return left_open_; }

 private:
  void open(const DoubleMark& mark, bool reopened) {
    if (depth_ == 0) regions_.push_back({{mark.begin, mark.begin}, mark.length, 0, false, reopened});
    families_[depth_++] = mark.family;
  }

  void close(const DoubleMark& mark, size_t depth) {
    depth_ = depth;
    if (depth_ > 0) return;
    regions_.back().span.end = mark.begin + mark.length;
    regions_.back().close_length = mark.length;
  }

  [[nodiscard]] bool is_open(Family family) const {
    return std::find(families_.begin(), families_.begin() + static_cast<std::ptrdiff_t>(depth_), family) !=
           families_.begin() + static_cast<std::ptrdiff_t>(depth_);
  }

  void take(const DoubleMark& mark) {
    Side side = mark.side;
    bool low_open = depth_ > 0 && low_german_;
    if (low_open && mark.family == Family::kCurly) side = Side::kClose;  // „…“
    if (side == Side::kStray) return;
    if (side == Side::kEither) side = depth_ > 0 ? Side::kClose : either_opens(mark) ? Side::kOpen : Side::kStray;
    if (side == Side::kOpen) {
      if (is_open(mark.family)) return;  // a close was forgotten, or the mark is nested: it belongs to what is open
      if (depth_ == 0) low_german_ = reader_.at(mark.begin).code_point == 0x201E;
      open(mark, false);
    } else if (side == Side::kClose && depth_ > 0) {
      size_t depth = depth_;
      while (depth > 0 && families_[depth - 1] != mark.family) --depth;
      close(mark, depth > 0 ? depth - 1 : depth_ - 1);
    }
  }

  // A mark between two letters or two spaces with nothing open.
  [[nodiscard]] bool either_opens(const DoubleMark& mark) const { return !reader_.before(mark.begin).is_digit(); }

  const BlockReader& reader_;
  std::vector<Region> regions_;
  std::array<Family, 4> families_{};
  size_t depth_ = 0;
  bool reopened_ = false;
  bool left_open_ = false;
  bool low_german_ = false;
};

// Single marks of one block that pair up outside of double ones.
class SingleMarks {
 public:
  SingleMarks(const BlockReader& reader, const std::vector<Region>& doubles, bool carried) : reader_(reader) {
    size_t next_double = 0;
    uint32_t where = reader.head();
    if (carried) {
      Character mark = reader.at(where);
      pending_.push_back({where, mark.length});
      pending_.back().reopened = true;
      where += mark.length;
    }
    while ((where = reader.next_mark(where)) < reader.block().end) {
      while (next_double < doubles.size() && doubles[next_double].span.end <= where) ++next_double;
      if (next_double < doubles.size() && doubles[next_double].span.begin <= where) {
        where = doubles[next_double].span.end;
        continue;
      }
      Character c = reader.at(where);
      if (is_single(c.code_point)) take(where, c);
      where += c.length;
    }
    if (!pending_.empty()) settle_weak();
    if (!pending_.empty()) finish();
  }

  [[nodiscard]] std::vector<Region>& regions() { return regions_; }
  // The mark that was left open outermost may be carried on by the next block; its region is then the last one.
  [[nodiscard]] bool left_open() const { return left_open_; }

 private:
  struct Pending {
    uint32_t begin;
    uint32_t length;
    uint32_t first_weak = 0, last_weak = 0;  // 0: none
    uint32_t weak_length = 0;
    bool reopened = false;
  };

  void take(uint32_t where, Character c) {
    if (reader_.opens_single(where)) {
      settle_weak();
      pending_.push_back({where, c.length});
    } else if (!pending_.empty() && reader_.closes_single(where)) {
      Pending& top = pending_.back();
      if (reader_.closes_weakly(where)) {
        if (top.first_weak == 0) top.first_weak = where;
        top.last_weak = where;
        top.weak_length = c.length;
      } else {
        close(where, c.length);
      }
    }
  }

  // Closes the innermost mark at a place that might have been an apostrophe, for want of a better one. A quotation of
  // a few words ends at the first such place ('Rebels' attacked the workers' camp), a longer one at the last.
  void settle_weak() {
    if (pending_.empty() || pending_.back().first_weak == 0) return;
    Pending& top = pending_.back();
    constexpr uint32_t kFewWords = 24;  // bytes
    close(top.first_weak - top.begin <= kFewWords ? top.first_weak : top.last_weak, top.weak_length);
  }

  void close(uint32_t where, uint32_t length) {
    Pending top = pending_.back();
    pending_.pop_back();
    while (!regions_.empty() && regions_.back().span.begin > top.begin) regions_.pop_back();  // nested: belong to it
    regions_.push_back({{top.begin, where + length}, top.length, length, true, top.reopened});
  }

  void finish() {
    const Pending& outermost = pending_.front();
    while (!regions_.empty() && regions_.back().span.begin > outermost.begin) {
      inner_.push_back(regions_.back());
      regions_.pop_back();
    }
    regions_.push_back(
        {{outermost.begin, reader_.block().end}, outermost.length, 0, true, outermost.reopened});
    left_open_ = true;
  }

 public:
  // The open mark turned out to be an apostrophe: what stood inside stands for itself.
  void drop_open() {
    bool reopened = regions_.back().reopened;
    if (reopened) return;
    regions_.pop_back();
    regions_.insert(regions_.end(), inner_.rbegin(), inner_.rend());
  }

 private:
  const BlockReader& reader_;
  std::vector<Pending> pending_;
  std::vector<Region> regions_;
  std::vector<Region> inner_;
  bool left_open_ = false;
};

// Both kinds in order; double marks inside single ones belong to them.
std::vector<Region> merged(const std::vector<Region>& doubles, const std::vector<Region>& singles) {
  std::vector<Region> all;
  size_t next_double = 0;
  for (const Region& single : singles) {
    while (next_double < doubles.size() && doubles[next_double].span.begin < single.span.begin) {
      all.push_back(doubles[next_double++]);
    }
    while (next_double < doubles.size() && doubles[next_double].span.begin < single.span.end) ++next_double;
    all.push_back(single);
  }
  all.insert(all.end(), doubles.begin() + static_cast<std::ptrdiff_t>(next_double), doubles.end());
  return all;
}

void paint(const Region& region, uint32_t number, QuoteMap& map) {
  QuoteState inside = region.single     ? QuoteState::kInsideSingle
                      : region.reopened ? QuoteState::kInsideReopened
                                        : QuoteState::kInside;
  std::fill(map.state.begin() + region.span.begin, map.state.begin() + region.span.end, inside);
  std::fill(map.quotation.begin() + region.span.begin, map.quotation.begin() + region.span.end, number);
  if (region.single) return;
  QuoteState open = region.reopened ? QuoteState::kReopenMark : QuoteState::kOpenMark;
  std::fill_n(map.state.begin() + region.span.begin, region.open_length, open);
  std::fill_n(map.state.begin() + (region.span.end - region.close_length), region.close_length,
              QuoteState::kCloseMark);
}

struct Heads {
  bool double_mark = false;  // the block begins with a mark that may re-open a quotation
  bool single_mark = false;
};

Heads heads(std::string_view text, Span block) {
  BlockReader reader(text, block);
  uint32_t head = reader.head();
  DoubleMark mark = reader.double_mark(head);
  if (mark.length != 0) return {mark.side == Side::kOpen || mark.side == Side::kEither, false};
  return {false, reader.opens_single(head)};
}

}  // namespace

QuoteMap find_quotations(std::string_view text, std::span<const TextBlock> blocks) {
  QuoteMap map;
  map.state.assign(text.size(), QuoteState::kOutside);
  map.quotation.assign(text.size(), 0);
  uint32_t last_number = 0;
  uint32_t carried_double = 0;  // the number of the quotation that the block before left open
  uint32_t carried_single = 0;

  std::vector<size_t> next_paragraph(blocks.size(), blocks.size());
  for (size_t i = blocks.size(), next = blocks.size(); i-- > 0;) {
    next_paragraph[i] = next;
    if (!blocks[i].aside) next = i;
  }
  for (size_t i = 0; i < blocks.size(); ++i) {
    bool aside = blocks[i].aside;
    Heads next;
    if (!aside && next_paragraph[i] < blocks.size()) next = heads(text, blocks[next_paragraph[i]].span);
    BlockReader reader(text, blocks[i].span);
    DoubleMarks doubles(reader, !aside && carried_double != 0);
    SingleMarks singles(reader, doubles.regions(), !aside && carried_single != 0);
    bool carry_single = singles.left_open() && next.single_mark;
    if (singles.left_open() && !carry_single) singles.drop_open();
    uint32_t number = 0;
    for (const Region& region : merged(doubles.regions(), singles.regions())) {
      number = region.reopened ? (region.single ? carried_single : carried_double) : ++last_number;
      paint(region, number, map);
    }
    if (aside) continue;
    carried_double = doubles.left_open() && next.double_mark && !carry_single ? number : 0;
    carried_single = carry_single ? number : 0;
  }
  return map;
}

}  // namespace onrecord::text
