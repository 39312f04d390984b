#include "text/quotation.h"

#include <algorithm>
#include <array>

#include "text/quote_marks.h"
#include "text/tokens.h"

namespace onrecord::text {
namespace {

// One quotation's part in one block: from its opening mark to its closing mark, or to the end of the block.
struct Region {
  Span span;
  uint32_t open_length = 0;   // of the opening mark; always there
  uint32_t close_length = 0;  // 0: the block ends first
  bool single = false;
  bool reopened = false;  // carries on the quotation that the block before left open
};

constexpr bool is_single(char32_t c) {
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B);
}

// Double marks of one block, outermost only. `carried` says that the block goes on with an open quotation.
class DoubleMarks {
 public:
  DoubleMarks(const QuoteMarks& marks, bool carried) : marks_(marks) {
    uint32_t where = marks.head();
    while ((where = marks.next(where)) < marks.block().end) {
      DoubleMark mark = marks.double_mark(where);
      if (mark.length == 0) {
        where += std::max(1u, marks.at(where).length);
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
      regions_.back().span.end = marks.block().end;
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

  [[nodiscard]] bool is_open(MarkFamily family) const {
    return std::find(families_.begin(), families_.begin() + static_cast<std::ptrdiff_t>(depth_), family) !=
           families_.begin() + static_cast<std::ptrdiff_t>(depth_);
  }

  void take(const DoubleMark& mark) {
    MarkSide side = mark.side;
    bool low_open = depth_ > 0 && low_german_;
    if (low_open && mark.family == MarkFamily::kCurly) side = MarkSide::kClose;  // „…“
    if (side == MarkSide::kStray) return;
    if (side == MarkSide::kEither)
      side = depth_ > 0 ? MarkSide::kClose : either_opens(mark) ? MarkSide::kOpen : MarkSide::kStray;
    if (side == MarkSide::kOpen) {
      if (is_open(mark.family)) return;  // a close was forgotten, or the mark is nested: it belongs to what is open
      if (depth_ == 0) low_german_ = marks_.at(mark.begin).code_point == 0x201E;
      open(mark, false);
    } else if (side == MarkSide::kClose && depth_ > 0) {
      size_t depth = depth_;
      while (depth > 0 && families_[depth - 1] != mark.family) --depth;
      close(mark, depth > 0 ? depth - 1 : depth_ - 1);
    }
  }

  // A mark between two letters or two spaces with nothing open.
  [[nodiscard]] bool either_opens(const DoubleMark& mark) const { return !marks_.before(mark.begin).is_digit(); }

  const QuoteMarks& marks_;
  std::vector<Region> regions_;
  std::array<MarkFamily, 4> families_{};
  size_t depth_ = 0;
  bool reopened_ = false;
  bool left_open_ = false;
  bool low_german_ = false;
};

// Single marks of one block that pair up outside of double ones.
class SingleMarks {
 public:
  SingleMarks(const QuoteMarks& marks, const std::vector<Region>& doubles, bool carried) : marks_(marks) {
    size_t next_double = 0;
    uint32_t where = marks.head();
    if (carried) {
      Character mark = marks.at(where);
      pending_.push_back({where, mark.length});
      pending_.back().reopened = true;
      where += mark.length;
    }
    while ((where = marks.next(where)) < marks.block().end) {
      while (next_double < doubles.size() && doubles[next_double].span.end <= where) ++next_double;
      if (next_double < doubles.size() && doubles[next_double].span.begin <= where) {
        where = doubles[next_double].span.end;
        continue;
      }
      Character c = marks.at(where);
      if (is_single(c.code_point)) take(where, c);
      where += c.length;
    }
    if (!pending_.empty()) settle_weak();
    if (!pending_.empty()) finish();
  }

  [[nodiscard]] std::vector<Region>& regions() { return regions_; }
  // The mark that was left open outermost may be carried on by the next block; its region is then the last one.
  [[nodiscard]] bool left_open() const { return left_open_; }

  // The open mark turned out to be an apostrophe: what stood inside stands for itself.
  void drop_open() {
    if (regions_.back().reopened) return;
    regions_.pop_back();
    regions_.insert(regions_.end(), inner_.rbegin(), inner_.rend());
  }

 private:
  struct Pending {
    uint32_t begin;
    uint32_t length;
    uint32_t first_weak = 0, last_weak = 0;  // 0: none
    uint32_t weak_length = 0;
    bool reopened = false;
  };

  void take(uint32_t where, Character c) {
    if (marks_.opens_single(where)) {
      settle_weak();
      pending_.push_back({where, c.length});
    } else if (!pending_.empty() && marks_.closes_single(where)) {
      Pending& top = pending_.back();
      if (marks_.closes_weakly(where)) {
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
    regions_.push_back({{outermost.begin, marks_.block().end}, outermost.length, 0, true, outermost.reopened});
    left_open_ = true;
  }

  const QuoteMarks& marks_;
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
  std::fill_n(map.state.begin() + (region.span.end - region.close_length), region.close_length, QuoteState::kCloseMark);
}

struct Heads {
  bool double_mark = false;  // the block begins with a mark that may re-open a quotation
  bool single_mark = false;
};

Heads heads(std::string_view text, Span block) {
  QuoteMarks marks(text, block);
  uint32_t head = marks.head();
  DoubleMark mark = marks.double_mark(head);
  if (mark.length != 0) return {mark.side == MarkSide::kOpen || mark.side == MarkSide::kEither, false};
  return {false, marks.opens_single(head)};
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
    QuoteMarks marks(text, blocks[i].span);
    DoubleMarks doubles(marks, !aside && carried_double != 0);
    SingleMarks singles(marks, doubles.regions(), !aside && carried_single != 0);
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
