#pragma once
// A table for a terminal: columns share the width that there is, cells are wrapped.
//
//   Table table({{.title = "speaker", .share = 2}, {.title = "content", .share = 3}});
//   table.add_row({StyledText("Ms Kaarna", Style::kStrong), StyledText("it is late", Style::kPlain)});
//   table.write(out, 80, Colour::kOff);
//
// A column is as wide as its widest cell where the width allows; what is left is divided by the shares.
// Thread-safety: a Table belongs to one thread.

#include <string>
#include <string_view>
#include <vector>

#include "export/styled.h"

namespace onrecord::exports {

struct Column {
  std::string_view title;
  unsigned share = 0;    // of the width that the other columns leave; 0 = never wrapped
  size_t max_lines = 0;  // of a cell; 0 = any number
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add_row(std::vector<StyledText> cells);  // one a column
  void write(std::string& out, unsigned width, Colour colour) const;

 private:
  [[nodiscard]] std::vector<unsigned> widths(unsigned width) const;
  std::vector<Column> columns_;
  std::vector<std::vector<StyledText>> rows_;
};

}  // namespace onrecord::exports
