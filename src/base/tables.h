#pragma once
// Lines and lists of the tables in data/. Views point into the text given. Thread-safety: pure functions.

#include <string_view>
#include <vector>

namespace onrecord {

// Without surrounding white space.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// "a; b ;c" → a, b, c; empty parts are left out.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view list, char separator);

// "a | b |  | c" → a, b, an empty one, c: the fields of a row.
[[nodiscard]] std::vector<std::string_view> fields_of(std::string_view row, char separator);

// Lines of a table without comments and empty ones.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view table);

// "say hearer: tell, inform"
struct Heading {
  std::vector<std::string_view> words;  // before the colon; none in a line without one
  std::vector<std::string_view> entries;
};
[[nodiscard]] Heading heading_of(std::string_view line, char separator);

}  // namespace onrecord
