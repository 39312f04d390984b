#include "ingest/lines.h"

#include <algorithm>

#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kLongestWrap = 105;  // wider lines are paragraphs
constexpr uint32_t kShortestWrap = 30;  // narrower ones are lists and verse
constexpr double kExplained = 0.7;      // share of line ends that a width must explain

struct Line {
  Span span;            // without white space at its ends
  uint32_t indent = 0;  // characters of white space before it
  uint32_t characters = 0;
  uint32_t first_word = 0;  // characters of its first word
  uint32_t group = 0;
  uint32_t columns = 1;
};

uint32_t count_columns(std::string_view line) {
  uint32_t tabs = 0;
  uint32_t bars = 0;
  uint32_t gaps = 0;
  uint32_t spaces = 0;
  for (const char c : line) {
    tabs += c == '\t';
    bars += c == '|';
    if (c == ' ') {
      ++spaces;
      continue;
    }
    gaps += spaces >= 3;
    spaces = 0;
  }
  if (tabs > 0) return tabs + 1;
  return bars >= 2 ? bars : gaps + 1;
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  uint32_t group = 0;
  bool blank_before = false;
  for (uint32_t at = 0; at <= text.size();) {
    const size_t found = text.find('\n', at);
    const auto end = static_cast<uint32_t>(found == std::string_view::npos ? text.size() : found);
    const Span span = trimmed(text, {at, end});
    if (span.empty()) {
      blank_before = true;
    } else {
      if (blank_before && !lines.empty()) ++group;
      blank_before = false;
      const std::string_view words = span.in(text);
      const std::string_view first = words.substr(0, words.find_first_of(" \t"));
      lines.push_back({span, span.begin - at, characters(words), characters(first), group, count_columns(words)});
    }
    at = end + 1;
  }
  return lines;
}

bool same_group(const std::vector<Line>& lines, size_t i) {
  return i + 1 < lines.size() && lines[i].group == lines[i + 1].group;
}

// The next line's first word would not have fitted.
bool explained(const Line& line, const Line& next, uint32_t width) {
  return line.characters + 1 + next.first_word > width;
}

// The width at which the text was wrapped, or 0 when it was not.
uint32_t wrap_width(const std::vector<Line>& lines) {
  std::vector<uint32_t> lengths;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (same_group(lines, i)) lengths.push_back(lines[i].characters);
  }
  if (lengths.empty()) return 0;
  // One line in fifty may stick out: an address, a headline.
  const size_t at = lengths.size() - 1 - lengths.size() / 50;
  std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(at), lengths.end());
  const uint32_t width = lengths[at];
  if (width > kLongestWrap || width < kShortestWrap) return 0;
  size_t good = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (same_group(lines, i)) good += explained(lines[i], lines[i + 1], width);
  }
  return static_cast<double>(good) >= kExplained * static_cast<double>(lengths.size()) ? width : 0;
}

// Rows that follow each other with the same number of columns: two rows of tabs, bars, or three of wide gaps.
size_t table_rows(const std::vector<Line>& lines, size_t first, std::string_view text) {
  if (lines[first].columns < 2) return 0;
  size_t end = first + 1;
  while (same_group(lines, end - 1) && lines[end].columns == lines[first].columns) ++end;
  const bool marked = lines[first].span.in(text).find_first_of("\t|") != std::string_view::npos;
  return end - first >= (marked ? 2U : 3U) ? end - first : 0;
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  const std::vector<Line> lines = find_lines(text);
  const uint32_t width = wrap_width(lines);
  std::vector<Paragraph> out;
  for (size_t i = 0; i < lines.size();) {
    const size_t rows = table_rows(lines, i, text);
    if (rows > 0) {
      out.push_back({{lines[i].span.begin, lines[i + rows - 1].span.end}, lines[i].group, true});
      i += rows;
      continue;
    }
    size_t last = i;
    while (width > 0 && same_group(lines, last) && explained(lines[last], lines[last + 1], width) &&
           lines[last + 1].indent <= lines[last].indent && !starts_with_bullet(lines[last + 1].span.in(text))) {
      ++last;
    }
    out.push_back({{lines[i].span.begin, lines[last].span.end}, lines[i].group, false});
    i = last + 1;
  }
  return out;
}

}  // namespace onrecord::ingest
