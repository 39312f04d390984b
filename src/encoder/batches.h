#pragma once
// Rows of different lengths → batches of few different shapes. Private to this folder. Thread-safety: pure functions.
//
// The runtime compiles kernels for each shape that it meets, at 20 ms and 7 to 10 MB a shape: free shapes would cost a
// first report a second and the program 600 MB. So every batch has one of a handful of shapes. The length that a row is
// padded to follows from its own length alone, never from the rows beside it: the order of the runtime's additions, and
// with it the last bit of each score, depends on the length. It does not depend on the number of rows: each row of a
// batch is computed by itself (tests/encoder/network_test.cpp holds the released model to that).

#include <cstdint>
#include <span>
#include <vector>

namespace onrecord::encoder {

struct Shape {
  uint32_t rows = 0, length = 0;
};

struct Batch {
  Shape shape;
  std::vector<uint32_t> members;  // numbers of the inputs, at most shape.rows
};

// Every input in exactly one batch, of the first length that is long enough. shapes are in order of length, and those
// of one length in falling order of rows: a larger one is used while at least three quarters of its rows are filled,
// which costs no more than reading them in smaller ones. No input may be longer than the last.
[[nodiscard]] std::vector<Batch> make_batches(std::span<const uint32_t> lengths, std::span<const Shape> shapes);

}  // namespace onrecord::encoder
