#pragma once
// Spans of sources, cues and contents as marks on the text, and the text cut where marks begin and end. Statements
// nest ("X accused Y, the embassy tweeted") and share words ("X said A and warned of B"), so a stretch of text carries
// a set of marks, never one.
//
//   const ByteOffsets text(record.report.text);
//   const std::vector<Mark> marks = marks_of(record, text.size());
//   const std::vector<RecordBlock> blocks = blocks_to_show(record.report, text);
//   const std::vector<std::vector<Stretch>> stretches = cut(marks, blocks);  // one inner vector a block
//   for (const Stretch& stretch : stretches[0]) use(text(stretch.span), stretch.open);
//
// Thread-safety: pure functions; ByteOffsets is immutable. Time: linear but for sorting, times the marks that are open
// at once (a handful in any real report).

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/record.h"

namespace onrecord::exports {

enum class Role : uint8_t { kSource, kCue, kContent };
[[nodiscard]] std::string_view name(Role role);

struct Mark {
  TextSpan span;
  Role role = Role::kContent;
  uint32_t statement = 0;  // index in Record::statements
  uint32_t depth = 0;      // marks under it: 0 for one that covers no other, 1 for one that covers such a one …
};

// All marks of a record, the outer before the inner: by begin, then the longer first. Spans are clipped to the text;
// empty ones are left out.
[[nodiscard]] std::vector<Mark> marks_of(const Record& record, uint32_t text_size);

struct Stretch {
  TextSpan span;
  std::vector<uint32_t> open;    // indices of the marks that cover it, outermost first
  std::vector<uint32_t> begins;  // those of them that begin here, outermost first
  std::vector<uint32_t> ends;    // those of them that end here, innermost first
};

// Code point offset → byte offset of one valid UTF-8 text. Holds the text by view: use it only while the text lives.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text);
  [[nodiscard]] uint32_t size() const { return size_; }            // of the text, in code points
  [[nodiscard]] std::string_view operator()(TextSpan span) const;  // the words of a span, clipped to the text

 private:
  [[nodiscard]] size_t byte(uint32_t code_point) const;
  std::string_view text_;
  std::vector<uint32_t> line_;  // byte of each 64th code point
  uint32_t size_ = 0;
};

// The blocks of a report in order, clipped to its text, and as paragraphs whatever words stand outside of all blocks.
[[nodiscard]] std::vector<RecordBlock> blocks_to_show(const Report& report, const ByteOffsets& text);

// Each block cut at every begin and end of a mark; the stretches of a block join without a gap. A mark that runs
// through several blocks begins in the first and ends in the last. marks as marks_of gives them, blocks in order.
[[nodiscard]] std::vector<std::vector<Stretch>> cut(const std::vector<Mark>& marks,
                                                    const std::vector<RecordBlock>& blocks);

// True for an item of a list that does not bring its own dash, bullet or number: it is shown with a bullet.
[[nodiscard]] bool wants_bullet(const RecordBlock& block, const ByteOffsets& text);

// Blocks [first, end) that stand on one line of the text, as a dateline and the paragraph that it heads: they are shown
// as one paragraph.
struct Paragraph {
  size_t first = 0, end = 0;
};
[[nodiscard]] std::vector<Paragraph> paragraphs(const std::vector<RecordBlock>& blocks, const ByteOffsets& text);

}  // namespace onrecord::exports
