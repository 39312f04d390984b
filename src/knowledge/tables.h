#pragma once
// The knowledge base's tables as files: NAME.tsv or NAME.tsv.gz, a heading, then a row a line, fields parted by tabs.
// docs/knowledge-base.md has their columns.
//
// Thread-safety: values and pure functions.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::knowledge {

// One table: rows of views into its text.
class Table {
 public:
  // Columns that are asked for and that the file lacks are empty in all rows; others are left aside.
  // Fails with kInputMissing, kInputUnreadable, kKnowledgeBadTable (a row with more fields than the heading).
  [[nodiscard]] static Result<Table> read(const std::string& path, const std::vector<std::string_view>& columns);

  // The same of a text; name: what errors call it.
  [[nodiscard]] static Result<Table> parse(std::string_view text, const std::string& name,
                                           const std::vector<std::string_view>& columns);

  [[nodiscard]] size_t rows() const { return fields_.size() / columns_; }
  [[nodiscard]] std::string_view at(size_t row, size_t column) const { return fields_[row * columns_ + column]; }
  [[nodiscard]] std::string_view text() const { return {text_.data(), text_.size()}; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[nodiscard]] Result<void> cut(const std::vector<std::string_view>& columns);

  std::string path_;
  std::vector<char> text_;  // not a string: views must survive a move
  std::vector<std::string_view> fields_;
  size_t columns_ = 0;
};

}  // namespace onrecord::knowledge
