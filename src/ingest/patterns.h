#pragma once
// RE2 takes its own StringPiece in the version that Debian 12 ships.

#include <string_view>

#include <re2/stringpiece.h>

namespace onrecord::ingest {

[[nodiscard]] inline re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}
[[nodiscard]] inline std::string_view view(const re2::StringPiece& text) {
  return {text.data(), text.size()};
}

}  // namespace onrecord::ingest
