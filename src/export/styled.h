#pragma once
// Text for a terminal: characters with styles, broken into lines of a given number of columns (wide characters count
// two), written with colour codes or without any.
//
//   StyledText text;
//   text.add("Ms Kaarna", Style::kSource);
//   text.add(" said so", Style::kPlain);
//   for (const StyledLine& line : text.wrapped(72)) line.write(out, Colour::kOn);
//
// The colours are from the fixed part of the 256-colour palette, of middle lightness: all have a contrast of at least
// 3.8 on white and on black. Blue, orange and green of these shades stay apart for the colour-blind, and weight and
// underline carry the same distinction.
//
// Thread-safety: values.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::exports {

enum class Colour : uint8_t { kOff, kOn };

enum class Style : uint8_t { kPlain, kStrong, kMuted, kSource, kCue, kContent };

struct Glyph {
  char32_t code_point = 0;
  Style style = Style::kPlain;
};

class StyledLine {
 public:
  StyledLine() = default;
  explicit StyledLine(std::vector<Glyph> glyphs);

  [[nodiscard]] unsigned columns() const { return columns_; }
  void write(std::string& out, Colour colour) const;  // without a line end
  void write_padded(std::string& out, unsigned width, Colour colour) const;

 private:
  std::vector<Glyph> glyphs_;
  unsigned columns_ = 0;
};

class StyledText {
 public:
  StyledText() = default;
  StyledText(std::string_view text, Style style) { add(text, style); }

  // White space runs become one space, what steers a terminal becomes U+FFFD.
  void add(std::string_view text, Style style);
  void add(const StyledText& more);
  void break_line();
  [[nodiscard]] bool empty() const { return glyphs_.empty(); }

  // Broken at spaces; a word longer than the line is broken anywhere. At least one line, which may be empty; at most
  // max_lines (0 = any number), the last then ends in an ellipsis.
  [[nodiscard]] std::vector<StyledLine> wrapped(unsigned width, size_t max_lines = 0) const;

 private:
  std::vector<Glyph> glyphs_;
};

}  // namespace onrecord::exports
