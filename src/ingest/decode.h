#pragma once
// Bytes → clean UTF-8 with the way back. Line ends become \n; bytes that are no text in the encoding, and stray zero
// bytes, become U+FFFD and are counted. Text that is clean already comes out byte for byte.
//
// Fails with kInputTooLarge, kInputBinary (a known signature, or too many control characters), kInputEmpty (nothing
// but white space). Thread-safety: pure function. Time is linear in the bytes.

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/document.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

struct DecodedText {
  std::string text;
  OffsetMap origin;
  std::string encoding;  // "UTF-8", "windows-1252", …
  uint32_t replaced_bytes = 0;
};

[[nodiscard]] Result<DecodedText> decode(std::string_view bytes, bool may_be_html, uint64_t max_bytes,
                                         const std::string& input);

}  // namespace onrecord::ingest
