#pragma once
// SHA-256 (FIPS 180-4) as lower-case hex. Thread-safety: pure function.

#include <string>
#include <string_view>

namespace onrecord {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace onrecord
