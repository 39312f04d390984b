#pragma once
// Which contents hold a word: of readings or statements, whatever has a `content`.
//
// Thread-safety: immutable. Made in n log n of the words of all contents.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <ranges>
#include <utility>
#include <vector>

namespace onrecord::statements {

class Holders {
 public:
  template <class Holder>
  explicit Holders(const std::vector<Holder>& all) {
    for (size_t k = 0; k < all.size(); ++k) {
      sizes_.push_back(all[k].content.size());
      for (const uint32_t word : all[k].content) holds_.emplace_back(word, k);
    }
    std::ranges::sort(holds_);
  }

  // Numbers of those whose content has the word, in order.
  [[nodiscard]] auto of(uint32_t word) const {
    return std::ranges::equal_range(holds_, word, {}, &Hold::first) | std::views::values;
  }

  // The one with the smallest content that has the word, the first of equals, among those that fit.
  template <class Fits>
  [[nodiscard]] std::optional<size_t> innermost(uint32_t word, Fits fits) const {
    std::optional<size_t> best;
    for (const size_t k : of(word)) {
      if (fits(k) && (!best || sizes_[k] < sizes_[*best])) best = k;
    }
    return best;
  }

 private:
  using Hold = std::pair<uint32_t, size_t>;
  std::vector<Hold> holds_;
  std::vector<size_t> sizes_;
};

}  // namespace onrecord::statements
