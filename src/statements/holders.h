#pragma once
// Which contents hold a word: of readings or statements, whatever has a `content`.
//
// Thread-safety: immutable. Made in n log n of the words of all contents.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
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
    std::sort(holds_.begin(), holds_.end());
  }

  using Hold = std::pair<uint32_t, size_t>;  // a word, and the number of one whose content has it

  // Those whose content has the word, in order.
  [[nodiscard]] std::span<const Hold> of(uint32_t word) const {
    const auto begin = std::lower_bound(holds_.begin(), holds_.end(), Hold{word, 0});
    const auto end = std::find_if(begin, holds_.end(), [&](const Hold& hold) { return hold.first != word; });
    return {begin, end};
  }

  // The one with the smallest content that has the word, the first of equals, among those that fit.
  template <class Fits>
  [[nodiscard]] std::optional<size_t> innermost(uint32_t word, Fits fits) const {
    std::optional<size_t> best;
    for (const auto& [held, k] : of(word)) {
      if (fits(k) && (!best || sizes_[k] < sizes_[*best])) best = k;
    }
    return best;
  }

 private:
  std::vector<Hold> holds_;
  std::vector<size_t> sizes_;
};

}  // namespace onrecord::statements
