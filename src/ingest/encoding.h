#pragma once
// Which encoding a run of bytes is in, and whether it is text at all.
//
// Order of trust: a byte order mark; UTF-8 that is valid and not plain ASCII (no other encoding looks like it by
// chance); zero bytes in the pattern of UTF-16 or UTF-32; what the page says (<meta charset>, <?xml encoding?>);
// damaged UTF-8 (far more good sequences than bad ones); statistics of the bytes (uchardet), with windows-1252 for
// Western text, as browsers read what is labelled latin-1.
//
// Thread-safety: pure functions. Time is linear in the bytes.

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::ingest {

struct Encoding {
  std::string name = "UTF-8";  // a name that ICU knows
  uint32_t mark_bytes = 0;     // length of the byte order mark
};

[[nodiscard]] Encoding detect_encoding(std::string_view bytes, bool may_be_html);

// "a PNG image" for a known signature of something that is not text, else empty.
[[nodiscard]] std::string_view binary_signature(std::string_view bytes);

// The encoding named by the first 1024 bytes of a page as ICU calls it; empty when none is named or known.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

}  // namespace onrecord::ingest
