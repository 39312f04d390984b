#pragma once
// [begin, end) in bytes of one document's UTF-8 text. Inside the engine everything is a Span; a string_view is made
// from it at the point of use and never stored.

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace onrecord {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, size()); }

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace onrecord
