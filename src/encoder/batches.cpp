#include "encoder/batches.h"

#include <algorithm>

namespace onrecord::encoder {

std::vector<Batch> make_batches(std::span<const uint32_t> lengths, std::span<const Shape> shapes) {
  std::vector<std::vector<uint32_t>> waiting(shapes.size());  // by the first shape of their length
  for (uint32_t row = 0; row < lengths.size(); ++row) {
    const auto shape = std::lower_bound(shapes.begin(), shapes.end(), lengths[row],
                                        [](const Shape& s, uint32_t length) { return s.length < length; });
    waiting[static_cast<size_t>(shape - shapes.begin())].push_back(row);
  }
  std::vector<Batch> out;
  for (size_t first = 0; first < shapes.size(); ++first) {
    size_t done = 0;
    for (size_t k = first; k < shapes.size() && shapes[k].length == shapes[first].length; ++k) {
      const bool smallest = k + 1 == shapes.size() || shapes[k + 1].length != shapes[k].length;
      const size_t least = smallest ? 1 : (3 * shapes[k].rows + 3) / 4;
      while (waiting[first].size() - done >= least) {
        const size_t count = std::min<size_t>(shapes[k].rows, waiting[first].size() - done);
        const auto begin = waiting[first].begin() + static_cast<std::ptrdiff_t>(done);
        out.push_back({shapes[k], {begin, begin + static_cast<std::ptrdiff_t>(count)}});
        done += count;
      }
    }
  }
  return out;
}

}  // namespace onrecord::encoder
