#include "encoder/batches.h"

namespace onrecord::encoder {

std::vector<Batch> make_batches(std::span<const uint32_t> lengths, std::span<const Shape> shapes) {
  std::vector<Batch> out;
  uint32_t shorter = 0;  // rows of up to this length have their batch
  for (size_t k = 0; k < shapes.size(); ++k) {
    bool open = false;
    for (uint32_t row = 0; row < lengths.size(); ++row) {
      if (lengths[row] > shapes[k].length || (k > 0 && lengths[row] <= shorter)) continue;
      if (!open || out.back().members.size() == shapes[k].rows) out.push_back({shapes[k], {}});
      out.back().members.push_back(row);
      open = true;
    }
    shorter = shapes[k].length;
  }
  return out;
}

}  // namespace onrecord::encoder
