#include "encoder/batches.h"

#include <algorithm>
#include <numeric>

namespace onrecord::encoder {

std::vector<Batch> make_batches(std::span<const uint32_t> lengths, uint32_t step, uint32_t max_cells) {
  const auto padded = [&](uint32_t row) { return std::max<uint32_t>((lengths[row] + step - 1) / step, 1) * step; };
  std::vector<uint32_t> order(lengths.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return padded(a) < padded(b); });
  std::vector<Batch> out;
  for (const uint32_t row : order) {
    const uint32_t length = padded(row);
    if (out.empty() || out.back().length != length || (out.back().members.size() + 1) * length > max_cells) {
      out.push_back({length, {}});
    }
    out.back().members.push_back(row);
  }
  return out;
}

}  // namespace onrecord::encoder
