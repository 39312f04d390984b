#pragma once
// What the exports need to know of single characters, for text that may be any bytes (names of files, addresses): a
// decoder that never fails, and how much room a character takes on a terminal.
//
// Thread-safety: pure functions.

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::exports {

struct Character {
  char32_t code_point = 0;
  uint32_t length = 0;  // in bytes, at least 1
};

// The character at byte `at` (which lies within the text); U+FFFD for bytes that are no UTF-8.
[[nodiscard]] Character character_at(std::string_view text, size_t at);

void append_utf8(char32_t code_point, std::string& out);

// Columns on a terminal: 0 for combining and invisible characters, 2 for wide ones (East Asian, emoji), else 1.
[[nodiscard]] unsigned columns(char32_t code_point);
[[nodiscard]] unsigned columns(std::string_view text);

// Control characters, and those that turn the direction of writing: a report must not steer the reader's terminal.
[[nodiscard]] bool steers_terminal(char32_t code_point);

// Text for one line of a terminal: white space runs become one space, what steers a terminal becomes U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

// The head of text that fits into so many columns, with an ellipsis when something was cut off.
[[nodiscard]] std::string shortened(std::string_view text, unsigned max_columns);

}  // namespace onrecord::exports
