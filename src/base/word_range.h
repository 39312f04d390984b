#pragma once
// [first, end) in words of one document.

#include <cstdint>

namespace onrecord {

struct WordRange {
  uint32_t first = 0;
  uint32_t end = 0;

  [[nodiscard]] uint32_t size() const { return end - first; }
  [[nodiscard]] bool empty() const { return first >= end; }
  [[nodiscard]] bool contains(uint32_t word) const { return first <= word && word < end; }
  [[nodiscard]] bool contains(WordRange other) const { return first <= other.first && other.end <= end; }
  [[nodiscard]] bool overlaps(WordRange other) const { return first < other.end && other.first < end; }

  friend bool operator==(const WordRange&, const WordRange&) = default;
};

}  // namespace onrecord
