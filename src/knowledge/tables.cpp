#include "knowledge/tables.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>

#include "base/tables.h"

namespace onrecord::knowledge {
namespace {

constexpr size_t kMostBytes = size_t{1} << 30;  // unpacked; a table that grows beyond is no table of ours

// A gzip file unpacked, any other as it is: zlib tells them apart.
Result<std::vector<char>> unpacked(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return fail(Code::kInputMissing, "no such file; check the path", path);
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(::gzopen(path.c_str(), "rb"), ::gzclose);
  if (!file) return fail(Code::kInputUnreadable, "cannot be opened; check its permissions", path);
  std::vector<char> text;
  for (size_t filled = 0;;) {
    constexpr unsigned kChunk = 1U << 20;
    text.resize(filled + kChunk);
    const int count = ::gzread(file.get(), text.data() + filled, kChunk);
    if (count < 0) return fail(Code::kInputUnreadable, "is damaged: it cannot be unpacked; make it again", path);
    filled += static_cast<size_t>(count);
    text.resize(filled);
    if (count == 0) return text;
    if (filled > kMostBytes) return fail(Code::kInputTooLarge, "unpacks to more than 1 GiB; cut it into parts", path);
  }
}

}  // namespace

Result<Table> Table::read(const std::string& path, const std::vector<std::string_view>& columns) {
  auto text = unpacked(path);
  if (!text) return tl::unexpected(text.error());
  Table table;
  table.path_ = path;
  table.text_ = std::move(*text);
  if (auto done = table.cut(columns); !done) return tl::unexpected(done.error());
  return table;
}

Result<Table> Table::parse(std::string_view text, const std::string& name,
                           const std::vector<std::string_view>& columns) {
  Table table;
  table.path_ = name;
  table.text_.assign(text.begin(), text.end());
  if (auto done = table.cut(columns); !done) return tl::unexpected(done.error());
  return table;
}

Result<void> Table::cut(const std::vector<std::string_view>& columns) {
  columns_ = columns.size();
  const std::string_view text(text_.data(), text_.size());
  std::vector<size_t> place;  // of each of the file's columns: ours, or columns_ for one that is not ours
  size_t number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (trimmed(line).empty()) continue;
    const std::vector<std::string_view> fields = fields_of(line, '\t');
    if (place.empty()) {
      for (const std::string_view field : fields)
        place.push_back(static_cast<size_t>(std::find(columns.begin(), columns.end(), field) - columns.begin()));
      continue;
    }
    if (fields.size() > place.size()) {
      return fail(
          Code::kKnowledgeBadTable,
          fmt::format("has {} fields where the heading has {}; part them by single tabs", fields.size(), place.size()),
          fmt::format("{}:{}", path_, number));
    }
    const size_t row = fields_.size();
    fields_.resize(row + columns_);
    for (size_t k = 0; k < fields.size(); ++k) {
      if (place[k] < columns_) fields_[row + place[k]] = fields[k];
    }
  }
  return {};
}

}  // namespace onrecord::knowledge
