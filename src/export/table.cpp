#include "export/table.h"

#include <algorithm>

namespace onrecord::exports {
namespace {

constexpr unsigned kGap = 2;        // columns between two cells
constexpr unsigned kNarrowest = 6;  // of a column that shares
constexpr unsigned kUnwrapped = 1u << 20;

unsigned natural_width(const StyledText& cell) {
  return cell.wrapped(kUnwrapped).front().columns();
}

void write_rule(const std::vector<unsigned>& widths, std::string& out, Colour colour) {
  unsigned total = 0;
  for (const unsigned width : widths) total += width + kGap;
  std::string rule;
  for (unsigned k = kGap; k < total; ++k) rule += "─";
  StyledText(rule, Style::kMuted).wrapped(kUnwrapped).front().write(out, colour);
  out.push_back('\n');
}

void write_row(const std::vector<std::vector<StyledLine>>& cells, const std::vector<unsigned>& widths, std::string& out,
               Colour colour) {
  size_t height = 0;
  for (const auto& cell : cells) height = std::max(height, cell.size());
  const StyledLine nothing;
  for (size_t line = 0; line < height; ++line) {
    for (size_t k = 0; k < cells.size(); ++k) {
      const StyledLine& piece = line < cells[k].size() ? cells[k][line] : nothing;
      piece.write_padded(out, widths[k] + (k + 1 < cells.size() ? kGap : 0), colour);
    }
    while (out.back() == ' ') out.pop_back();
    out.push_back('\n');
  }
}

}  // namespace

void Table::add_row(std::vector<StyledText> cells) {
  rows_.push_back(std::move(cells));
}

// Columns that share get what the others leave: first each its share, then whoever needs less gives the rest away.
std::vector<unsigned> Table::widths(unsigned width) const {
  std::vector<unsigned> natural;
  for (const Column& column : columns_) natural.push_back(natural_width(StyledText(column.title, Style::kMuted)));
  for (const auto& row : rows_) {
    for (size_t k = 0; k < row.size(); ++k) natural[k] = std::max(natural[k], natural_width(row[k]));
  }
  std::vector<unsigned> out = natural;
  std::vector<bool> settled(columns_.size());
  for (bool again = true; again;) {
    again = false;
    unsigned left = width, shares = 0;
    for (size_t k = 0; k < columns_.size(); ++k) {
      left -= std::min(left, k == 0 ? 0 : kGap);
      if (columns_[k].share == 0 || settled[k]) left -= std::min(left, out[k]);
      if (columns_[k].share != 0 && !settled[k]) shares += columns_[k].share;
    }
    for (size_t k = 0; k < columns_.size() && shares > 0; ++k) {
      if (columns_[k].share == 0 || settled[k]) continue;
      out[k] = std::max(kNarrowest, left * columns_[k].share / shares);
      if (natural[k] > out[k]) continue;
      out[k] = natural[k];
      settled[k] = again = true;
    }
  }
  return out;
}

void Table::write(std::string& out, unsigned width, Colour colour) const {
  const std::vector<unsigned> column_widths = widths(width);
  std::vector<std::vector<StyledLine>> cells;
  for (size_t k = 0; k < columns_.size(); ++k) {
    cells.push_back(StyledText(columns_[k].title, Style::kMuted).wrapped(column_widths[k]));
  }
  write_row(cells, column_widths, out, colour);
  write_rule(column_widths, out, colour);
  for (const auto& row : rows_) {
    for (size_t k = 0; k < columns_.size(); ++k) cells[k] = row[k].wrapped(column_widths[k], columns_[k].max_lines);
    write_row(cells, column_widths, out, colour);
  }
}

}  // namespace onrecord::exports
