#pragma once
// Walking bytes that may be no UTF-8, and writing code points. ICU's macros convert between integer types without
// saying so, which our warnings refuse: they are kept in this file. Thread-safety: pure functions.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace onrecord::ingest {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

// The code point at `at`, which moves behind it; negative for bytes that are none (the longest bad sequence is taken).
[[nodiscard]] inline UChar32 next_code_point(std::string_view text, size_t& at) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, text.size(), c);
  return c;
}

// The code point that ends at `at`, which moves before it.
[[nodiscard]] inline UChar32 previous_code_point(std::string_view text, size_t begin, size_t& at) {
  UChar32 c = 0;
  const char* const end = text.data() + at;
  auto back = static_cast<int32_t>(std::min<size_t>(at - begin, U8_MAX_LENGTH));
  const char* const from = end - back;
  U8_PREV(from, 0, back, c);
  at = static_cast<size_t>(from + back - text.data());
  return c;
}

inline void append_code_point(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<size_t>(length));
}

#pragma GCC diagnostic pop

}  // namespace onrecord::ingest
