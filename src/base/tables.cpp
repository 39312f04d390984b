#include "base/tables.h"

#include <algorithm>

namespace onrecord {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> parts_of(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const size_t at = std::min(list.find(separator), list.size());
    const std::string_view part = trimmed(list.substr(0, at));
    if (!part.empty()) parts.push_back(part);
    list.remove_prefix(std::min(at + 1, list.size()));
  }
  return parts;
}

std::vector<std::string_view> fields_of(std::string_view row, char separator) {
  std::vector<std::string_view> fields;
  for (size_t at = 0; at <= row.size();) {
    const size_t end = std::min(row.find(separator, at), row.size());
    fields.push_back(trimmed(row.substr(at, end - at)));
    at = end + 1;
  }
  return fields;
}

std::vector<std::string_view> lines_of(std::string_view table) {
  std::vector<std::string_view> lines = parts_of(table, '\n');
  std::erase_if(lines, [](std::string_view line) { return line.front() == '#'; });
  return lines;
}

Heading heading_of(std::string_view line, char separator) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {parts_of(line.substr(0, colon), ' '), parts_of(line.substr(colon + 1), separator)};
}

}  // namespace onrecord
