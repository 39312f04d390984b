#include "encoder/batches.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

using onrecord::encoder::Batch;
using onrecord::encoder::make_batches;
using onrecord::encoder::Shape;

namespace {
constexpr std::array<Shape, 5> kShapes = {{{8, 16}, {4, 32}, {2, 32}, {3, 128}, {1, 128}}};
}

TEST_CASE("every row is in exactly one batch, and fits it") {
  CHECK(rc::check([] {
    const auto lengths = *rc::gen::container<std::vector<uint32_t>>(rc::gen::inRange<uint32_t>(0, 129));
    std::vector<int> seen(lengths.size());
    for (const Batch& batch : make_batches(lengths, kShapes)) {
      RC_ASSERT(!batch.members.empty());
      RC_ASSERT(batch.members.size() <= batch.shape.rows);
      for (const uint32_t row : batch.members) {
        ++seen[row];
        RC_ASSERT(lengths[row] <= batch.shape.length);
      }
    }
    RC_ASSERT(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }));
  }));
}

TEST_CASE("a row's length follows from its own, and larger shapes are used when they are nearly full") {
  const std::vector<uint32_t> lengths = {10, 30, 17, 31, 100, 16, 32, 29, 33, 0, 18, 19, 20, 21};
  const auto batches = make_batches(lengths, kShapes);
  REQUIRE(batches.size() == 6);
  CHECK(batches[0].members == std::vector<uint32_t>{0, 5, 9});
  CHECK(batches[1].members == std::vector<uint32_t>{1, 2, 3, 6});
  CHECK(batches[2].members == std::vector<uint32_t>{7, 10, 11, 12});
  CHECK(batches[2].shape.rows == 4);
  CHECK(batches[3].members == std::vector<uint32_t>{13});
  CHECK(batches[3].shape.rows == 2);
  CHECK(batches[4].members == std::vector<uint32_t>{4});
  CHECK(batches[5].members == std::vector<uint32_t>{8});
}
