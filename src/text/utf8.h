#pragma once
// UTF-8: bytes inside, code points outside. Thread-safety: pure functions and an immutable class.

#include <cstdint>
#include <string_view>
#include <vector>

namespace onrecord::text {

// Byte offset → code point offset of one valid UTF-8 text, in O(1) by a table of every 64th byte.
// Holds the text by view: use it only while the text lives.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  [[nodiscard]] uint32_t at(uint32_t byte) const;  // code points before that byte

 private:
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before each 64th byte
};

// The code point that starts at byte `at`, and its length in bytes. The text must be valid UTF-8.
struct Decoded {
  char32_t code_point;
  uint32_t length;
};
[[nodiscard]] Decoded decode(std::string_view text, uint32_t at);

}  // namespace onrecord::text
