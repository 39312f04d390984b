#pragma once
// Letters A to Z, where the rest of Unicode is not asked for. Thread-safety: pure function.

#include <string>
#include <string_view>

namespace onrecord {

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

}  // namespace onrecord
