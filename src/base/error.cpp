#include "onrecord/error.h"

#include <fmt/format.h>

namespace onrecord {

std::string code_text(Code code) {
  return fmt::format("OR{:04}", static_cast<int>(code));
}

std::string Error::text() const {
  if (input.empty()) return fmt::format("{} {}", code_text(code), message);
  return fmt::format("{} {}: {}", code_text(code), input, message);
}

}  // namespace onrecord
