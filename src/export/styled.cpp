#include "export/styled.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "export/characters.h"

namespace onrecord::exports {
namespace {

std::string_view sgr(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kStrong:
      return "1";
    case Style::kMuted:
      return "38;5;243";
    case Style::kSource:
      return "1;38;5;32";
    case Style::kCue:
      return "1;4;38;5;166";
    case Style::kContent:
      return "38;5;29";
  }
  return "";
}

using Glyphs = std::vector<Glyph>;

// Where the line that begins at `begin` ends, and where the next begins (after the space that was broken at).
struct Break {
  size_t end, next;
};

Break find_break(const Glyphs& glyphs, size_t begin, unsigned width) {
  unsigned used = 0;
  size_t space = begin;  // the last one seen
  for (size_t at = begin; at < glyphs.size(); ++at) {
    if (glyphs[at].code_point == U'\n') return {at, at + 1};
    if (glyphs[at].code_point == U' ') space = at;
    used += columns(glyphs[at].code_point);
    if (used <= width) continue;
    if (space > begin) return {space, space + 1};
    const size_t end = std::max(at, begin + 1);
    return {end, end};
  }
  return {glyphs.size(), glyphs.size()};
}

StyledLine line_of(const Glyphs& glyphs, size_t begin, size_t end) {
  while (end > begin && glyphs[end - 1].code_point == U' ') --end;
  return StyledLine(
      Glyphs(glyphs.begin() + static_cast<ptrdiff_t>(begin), glyphs.begin() + static_cast<ptrdiff_t>(end)));
}

StyledLine line_with_ellipsis(const Glyphs& glyphs, size_t begin, unsigned width) {
  const Break last = find_break(glyphs, begin, std::max(width, 2U) - 1);
  size_t end = last.end;
  while (end > begin && glyphs[end - 1].code_point == U' ') --end;
  Glyphs kept(glyphs.begin() + static_cast<ptrdiff_t>(begin), glyphs.begin() + static_cast<ptrdiff_t>(end));
  kept.push_back({U'…', kept.empty() ? Style::kPlain : kept.back().style});
  return StyledLine(std::move(kept));
}

}  // namespace

StyledLine::StyledLine(Glyphs glyphs) : glyphs_(std::move(glyphs)) {
  for (const Glyph& glyph : glyphs_) columns_ += exports::columns(glyph.code_point);
}

void StyledLine::write(std::string& out, Colour colour) const {
  Style now = Style::kPlain;
  for (const Glyph& glyph : glyphs_) {
    if (colour == Colour::kOn && glyph.style != now) {
      if (now != Style::kPlain) out += "\033[0m";
      if (glyph.style != Style::kPlain) out.append("\033[").append(sgr(glyph.style)).append("m");
      now = glyph.style;
    }
    append_utf8(glyph.code_point, out);
  }
  if (now != Style::kPlain) out += "\033[0m";
}

void StyledLine::write_padded(std::string& out, unsigned width, Colour colour) const {
  write(out, colour);
  if (columns_ < width) out.append(width - columns_, ' ');
}

void StyledText::add(std::string_view text, Style style) {
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    at += c.length;
    if (!u_isUWhiteSpace(static_cast<UChar32>(c.code_point))) {
      glyphs_.push_back({steers_terminal(c.code_point) ? U'\uFFFD' : c.code_point, style});
    } else if (!glyphs_.empty() && glyphs_.back().code_point != U' ' && glyphs_.back().code_point != U'\n') {
      glyphs_.push_back({U' ', style});
    }
  }
}

void StyledText::add(const StyledText& more) {
  glyphs_.insert(glyphs_.end(), more.glyphs_.begin(), more.glyphs_.end());
}

void StyledText::break_line() {
  if (!glyphs_.empty()) glyphs_.push_back({U'\n', Style::kPlain});
}

std::vector<StyledLine> StyledText::wrapped(unsigned width, size_t max_lines) const {
  std::vector<StyledLine> lines;
  for (size_t begin = 0; begin < glyphs_.size();) {
    const Break at = find_break(glyphs_, begin, std::max(width, 1U));
    if (lines.size() + 1 == max_lines && at.next < glyphs_.size()) {
      lines.push_back(line_with_ellipsis(glyphs_, begin, width));
      break;
    }
    lines.push_back(line_of(glyphs_, begin, at.end));
    begin = at.next;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace onrecord::exports
