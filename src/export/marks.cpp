#include "export/marks.h"

#include <algorithm>
#include <numeric>

#include "export/characters.h"

namespace onrecord::exports {
namespace {

constexpr uint32_t kStride = 64;

bool outer_first(const Mark& a, const Mark& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.statement < b.statement;
}

// The longer of two overlapping marks is drawn under the shorter; of two equal ones the first.
void set_depths(std::vector<Mark>& marks) {
  std::vector<std::vector<uint32_t>> over(marks.size());  // shorter marks that overlap a mark
  std::vector<uint32_t> open;
  const auto size = [&](uint32_t mark) { return marks[mark].span.end - marks[mark].span.begin; };
  for (uint32_t mark = 0; mark < marks.size(); ++mark) {
    std::erase_if(open, [&](uint32_t other) { return marks[other].span.end <= marks[mark].span.begin; });
    for (const uint32_t other : open) {
      if (size(other) >= size(mark)) {
        over[other].push_back(mark);
      } else {
        over[mark].push_back(other);
      }
    }
    open.push_back(mark);
  }
  std::vector<uint32_t> by_size(marks.size());
  std::iota(by_size.rbegin(), by_size.rend(), 0U);  // of equal marks the last comes first
  std::stable_sort(by_size.begin(), by_size.end(), [&](uint32_t a, uint32_t b) { return size(a) < size(b); });
  for (const uint32_t mark : by_size) {
    for (const uint32_t other : over[mark]) marks[mark].depth = std::max(marks[mark].depth, marks[other].depth + 1);
  }
}

bool is_blank(std::string_view words) {
  return std::all_of(words.begin(), words.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

// Walks over the blocks once and keeps what is open.
class Cutter {
 public:
  explicit Cutter(const std::vector<Mark>& marks) : marks_(marks) {}

  std::vector<Stretch> cut(TextSpan block) {
    std::vector<Stretch> out;
    for (uint32_t at = block.begin; at < block.end;) {
      Stretch stretch{{at, block.end}, {}, {}, {}};
      for (; next_ < marks_.size() && marks_[next_].span.begin <= at; ++next_) {
        if (marks_[next_].span.end <= at) continue;  // lies between two blocks
        open_.push_back(static_cast<uint32_t>(next_));
        stretch.begins.push_back(static_cast<uint32_t>(next_));
      }
      if (next_ < marks_.size()) stretch.span.end = std::min(stretch.span.end, marks_[next_].span.begin);
      for (const uint32_t mark : open_) stretch.span.end = std::min(stretch.span.end, marks_[mark].span.end);
      stretch.open = open_;
      at = stretch.span.end;
      close(at, stretch.ends);
      out.push_back(std::move(stretch));
    }
    return out;
  }

  // Marks that end in the white space before `begin` end with the stretch before it.
  void close(uint32_t begin, std::vector<uint32_t>& ends) {
    for (size_t k = open_.size(); k-- > 0;) {
      if (marks_[open_[k]].span.end <= begin) ends.push_back(open_[k]);
    }
    std::erase_if(open_, [&](uint32_t mark) { return marks_[mark].span.end <= begin; });
  }

 private:
  const std::vector<Mark>& marks_;
  size_t next_ = 0;
  std::vector<uint32_t> open_;
};

}  // namespace

std::string_view name(Role role) {
  switch (role) {
    case Role::kSource:
      return "source";
    case Role::kCue:
      return "cue";
    case Role::kContent:
      return "content";
  }
  return "";
}

std::vector<Mark> marks_of(const Record& record, uint32_t text_size) {
  std::vector<Mark> marks;
  uint32_t statement = 0;
  const auto add = [&](const std::vector<TextSpan>& spans, Role role) {
    for (TextSpan span : spans) {
      span.end = std::min(span.end, text_size);
      if (span.begin < span.end) marks.push_back({span, role, statement, 0});
    }
  };
  for (const Statement& s : record.statements) {
    add(s.content, Role::kContent);
    add(s.source, Role::kSource);
    add(s.cue, Role::kCue);
    ++statement;
  }
  std::stable_sort(marks.begin(), marks.end(), outer_first);
  set_depths(marks);
  return marks;
}

ByteOffsets::ByteOffsets(std::string_view text) : text_(text) {
  for (size_t at = 0; at < text.size(); ++size_) {
    if (size_ % kStride == 0) line_.push_back(static_cast<uint32_t>(at));
    at += character_at(text, at).length;
  }
}

size_t ByteOffsets::byte(uint32_t code_point) const {
  if (code_point >= size_) return text_.size();
  size_t at = line_[code_point / kStride];
  for (uint32_t left = code_point % kStride; left > 0; --left) at += character_at(text_, at).length;
  return at;
}

std::string_view ByteOffsets::operator()(TextSpan span) const {
  const size_t begin = byte(span.begin);
  return text_.substr(begin, std::max(byte(span.end), begin) - begin);
}

std::vector<RecordBlock> blocks_to_show(const Report& report, const ByteOffsets& text) {
  std::vector<RecordBlock> out;
  uint32_t at = 0;
  const auto add = [&](BlockKind kind, TextSpan span) {
    if (span.begin < span.end && !is_blank(text(span))) out.push_back({kind, span});
  };
  for (const RecordBlock& block : report.blocks) {
    const TextSpan span{std::max(at, block.span.begin), std::min(block.span.end, text.size())};
    if (span.begin >= span.end) continue;
    add(BlockKind::kParagraph, {at, span.begin});
    add(block.kind, span);
    at = span.end;
  }
  add(BlockKind::kParagraph, {at, text.size()});
  return out;
}

std::vector<std::vector<Stretch>> cut(const std::vector<Mark>& marks, const std::vector<RecordBlock>& blocks) {
  std::vector<std::vector<Stretch>> out;
  Cutter cutter(marks);
  for (size_t k = 0; k < blocks.size(); ++k) {
    out.push_back(cutter.cut(blocks[k].span));
    if (out.back().empty()) continue;
    const uint32_t next = k + 1 < blocks.size() ? blocks[k + 1].span.begin : UINT32_MAX;
    cutter.close(next, out.back().back().ends);
  }
  return out;
}

bool wants_bullet(const RecordBlock& block, const ByteOffsets& text) {
  if (block.kind != BlockKind::kList) return false;
  const std::string_view words = text(block.span);
  for (const std::string_view sign : {"-", "–", "—", "•", "*", "·"}) {
    if (words.starts_with(sign)) return false;
  }
  const size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  return digits == 0 || digits == words.size() || (words[digits] != '.' && words[digits] != ')');
}

std::vector<Paragraph> paragraphs(const std::vector<RecordBlock>& blocks, const ByteOffsets& text) {
  std::vector<Paragraph> out;
  for (size_t k = 0; k < blocks.size(); ++k) {
    const bool joins =
        k > 0 && text({blocks[k - 1].span.end, blocks[k].span.begin}).find('\n') == std::string_view::npos;
    if (joins) {
      out.back().end = k + 1;
    } else {
      out.push_back({k, k + 1});
    }
  }
  return out;
}

}  // namespace onrecord::exports
