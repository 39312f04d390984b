#include "text/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace onrecord::text {
namespace {

constexpr uint32_t kStride = 64;

// Bytes of text[begin, end) that start a code point, that is: are not of the form 10xxxxxx.
uint32_t count_starts(std::string_view text, size_t begin, size_t end) {
  uint32_t starts = 0;
  size_t at = begin;
  for (; at + 8 <= end; at += 8) {
    uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    uint64_t continuation = (eight & ~(eight << 1)) & 0x8080808080808080u;
    starts += 8u - static_cast<uint32_t>(std::popcount(continuation));
  }
  for (; at < end; ++at) starts += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  return starts;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  uint32_t seen = 0;
  for (size_t at = 0; at <= text.size(); at += kStride) {
    before_.push_back(seen);
    seen += count_starts(text, at, std::min(at + kStride, text.size()));
  }
}

uint32_t CodePoints::at(uint32_t byte) const {
  uint32_t line = byte / kStride;
  return before_[line] + count_starts(text_, size_t{line} * kStride, byte);
}

Decoded decode(std::string_view text, uint32_t at) {
  auto byte = [&](uint32_t offset) -> char32_t { return static_cast<unsigned char>(text[at + offset]); };
  char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

}  // namespace onrecord::text
