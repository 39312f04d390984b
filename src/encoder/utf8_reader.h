#pragma once
// Reading UTF-8 that may be damaged, by ICU. Private to this folder. Thread-safety: pure function.

#include <unicode/utf8.h>

#include <cstdint>
#include <string_view>

namespace onrecord::encoder {

// The code point at byte `at`, which moves behind it; negative for bytes that are no UTF-8.
inline UChar32 next_code_point(std::string_view text, int32_t& at) {
  UChar32 c = 0;
// ICU's macro narrows its own integers.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
  U8_NEXT(text.data(), at, static_cast<int32_t>(text.size()), c);
#pragma GCC diagnostic pop
  return c;
}

// Writes c to out, which has room for U8_MAX_LENGTH bytes; returns how many were written.
inline int32_t write_utf8(UChar32 c, char* out) {
  int32_t size = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
  U8_APPEND_UNSAFE(out, size, c);
#pragma GCC diagnostic pop
  return size;
}

}  // namespace onrecord::encoder
