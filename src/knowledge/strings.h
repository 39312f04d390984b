#pragma once
// The strings of a knowledge base in the making: each once. Private to this folder.
// Thread-safety: a value.

#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/layout.h"

namespace onrecord::knowledge {

class Strings {
 public:
  [[nodiscard]] StringOffset add(std::string_view text) {
    if (text.empty()) return 0;
    const auto [at, added] = offsets_.emplace(text, static_cast<StringOffset>(bytes_.size()));
    if (added) {
      bytes_ += text;
      bytes_ += '\0';
    }
    return at->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_{'\0'};
  std::unordered_map<std::string, StringOffset> offsets_;
};

}  // namespace onrecord::knowledge
