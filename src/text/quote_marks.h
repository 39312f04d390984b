#pragma once
// Which characters of a block may be quotation marks, and which way each faces by what stands around it.
//
// Thread-safety: immutable. Lifetime: holds the text by view.

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "text/characters.h"

namespace onrecord::text {

enum class MarkSide : uint8_t { kOpen, kClose, kEither, kStray };
enum class MarkFamily : uint8_t { kStraight, kCurly, kGuillemets };

struct DoubleMark {
  uint32_t begin = 0;
  uint32_t length = 0;  // in bytes; 0: no mark
  MarkFamily family = MarkFamily::kStraight;
  MarkSide side = MarkSide::kEither;
};

class QuoteMarks {
 public:
  QuoteMarks(std::string_view text, Span block) : text_(text), block_(block) {}

  [[nodiscard]] Span block() const { return block_; }
  // Past the ends of the block there is nothing, as at the ends of a text.
  [[nodiscard]] Character at(uint32_t where) const;
  [[nodiscard]] Character before(uint32_t where) const;

  // The first byte of the block that is no white space.
  [[nodiscard]] uint32_t head() const;
  // The first byte from `where` on that may begin a mark; the end of the block when there is none.
  [[nodiscard]] uint32_t next(uint32_t where) const;

  // The double mark that begins at `where`. Two single marks side by side make one.
  [[nodiscard]] DoubleMark double_mark(uint32_t where) const;

  // Where a single mark may open: after a space, bracket, dash or double mark, before a word, and no elision ('tis).
  [[nodiscard]] bool opens_single(uint32_t where) const;
  // Where a single mark may close: after a word or stop, not inside a word.
  [[nodiscard]] bool closes_single(uint32_t where) const;
  // "workers' rights", "goin' home", "5' tall": a close that may be an apostrophe.
  [[nodiscard]] bool closes_weakly(uint32_t where) const;

 private:
  [[nodiscard]] bool opens_left(uint32_t where) const;
  [[nodiscard]] MarkSide side(uint32_t where, uint32_t length, char32_t sign) const;
  [[nodiscard]] bool is_inches(uint32_t where) const;
  [[nodiscard]] bool is_elision(uint32_t where) const;

  std::string_view text_;
  Span block_;
};

}  // namespace onrecord::text
