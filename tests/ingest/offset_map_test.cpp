#include <rapidcheck.h>

#include "ingest/document.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

struct Range {
  uint64_t begin = 0, end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

std::optional<Range> lookup(const OffsetMap& map, Span span) {
  Range r;
  if (!map.to_input(span, r.begin, r.end)) return std::nullopt;
  return r;
}

TEST_CASE("Copied text maps byte to byte") {
  OffsetMap map;
  map.add({0, 10}, 100, 110);
  CHECK(lookup(map, {3, 5}) == Range{103, 105});
  CHECK(lookup(map, {0, 10}) == Range{100, 110});
}

TEST_CASE("Changed text maps to its whole source") {
  OffsetMap map;
  map.add({0, 4}, 0, 4);
  map.add({4, 6}, 4, 12);  // é from &eacute;
  map.add({6, 9}, 12, 15);
  CHECK(lookup(map, {4, 6}) == Range{4, 12});
  CHECK(lookup(map, {3, 7}) == Range{3, 13});
}

TEST_CASE("Text from nowhere maps to nothing, and does not stretch its neighbours") {
  OffsetMap map;
  map.add({0, 4}, 10, 14);
  map.add({6, 9}, 30, 33);
  CHECK_FALSE(lookup(map, {4, 6}).has_value());
  CHECK(lookup(map, {2, 6}) == Range{12, 14});
}

TEST_CASE("Two maps in a row are one") {
  OffsetMap decoded;  // two bytes of UTF-16 for each byte of text
  for (uint32_t i = 0; i < 20; ++i) decoded.add({i, i + 1}, 2 * i, 2 * i + 2);
  OffsetMap page;
  page.add({0, 3}, 5, 8);
  page.add({3, 4}, 8, 14);  // an entity
  const OffsetMap both = page.through(decoded);
  CHECK(lookup(both, {1, 2}) == Range{12, 14});
  CHECK(lookup(both, {3, 4}) == Range{16, 28});
}

// The slow way: the source of each byte in a table.
TEST_CASE("The map agrees with a table of every byte") {
  const bool ok = rc::check("offset map", [] {
    OffsetMap map;
    std::vector<std::pair<uint32_t, uint32_t>> table;
    uint32_t input = 0;
    const auto steps = *rc::gen::container<std::vector<std::pair<uint8_t, uint8_t>>>(
        rc::gen::pair(rc::gen::inRange<uint8_t>(1, 5), rc::gen::inRange<uint8_t>(0, 6)));
    for (const auto& [text_bytes, input_bytes] : steps) {
      const auto at = static_cast<uint32_t>(table.size());
      map.add({at, at + text_bytes}, input, input + input_bytes);
      for (uint32_t k = 0; k < text_bytes; ++k) {
        const bool copied = text_bytes == input_bytes;
        table.emplace_back(copied ? input + k : input, copied ? input + k + 1 : input + input_bytes);
      }
      input += input_bytes;
    }
    RC_PRE(!table.empty());
    const auto begin = *rc::gen::inRange<uint32_t>(0, static_cast<uint32_t>(table.size()));
    const auto end = *rc::gen::inRange<uint32_t>(begin + 1, static_cast<uint32_t>(table.size()) + 1);
    const auto found = lookup(map, {begin, end});
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->begin == table[begin].first);
    RC_ASSERT(found->end == table[end - 1].second);
  });
  CHECK(ok);
}

}  // namespace
}  // namespace onrecord::ingest
