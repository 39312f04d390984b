#pragma once
// Rows of different lengths → batches of equal padded length. Private to this folder. Thread-safety: pure functions.
//
// A row's padded length depends on the row alone, never on the rows beside it: the runtime's arithmetic, and with it
// the last bit of each score, follows from the shape. Few different shapes also keep the runtime's caches small.

#include <cstdint>
#include <span>
#include <vector>

namespace onrecord::encoder {

struct Batch {
  uint32_t length = 0;            // of each row, padding included
  std::vector<uint32_t> members;  // numbers of the rows, ascending
};

// Lengths are padded to the next multiple of step; a batch holds at most max_cells places, but at least one row.
[[nodiscard]] std::vector<Batch> make_batches(std::span<const uint32_t> lengths, uint32_t step, uint32_t max_cells);

}  // namespace onrecord::encoder
