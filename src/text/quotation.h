#pragma once
// The geometry of quotation marks: which characters stand inside which quotation.
//
// Double marks (straight, curly, German „“, French «») open and close by side and context; a quotation that is open
// at the end of a paragraph and re-opened at the head of the next goes on under the same number, also over a caption
// in between. Single marks count as marks, not apostrophes, only where they pair up (British style, headlines).
// Marks nested in an open quotation belong to it. Unbalanced marks close at the end of their block.
//
// Thread-safety: pure functions. Time is linear in the text.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::text {

struct TextBlock;

// The values are an input of the network (training/ reads the same numbers): never renumber.
enum class QuoteState : uint8_t {
  kOutside = 0,
  kInside = 1,
  kOpenMark = 2,
  kCloseMark = 3,
  kReopenMark = 4,      // the mark at the head of a paragraph that carries a quotation on
  kInsideReopened = 5,  // inside such a paragraph
  kInsideSingle = 6,    // inside (and the marks of) a quotation in single marks
};

// One element a byte of text.
struct QuoteMap {
  std::vector<QuoteState> state;
  std::vector<uint32_t> quotation;  // running number from 1; 0 = none
};

[[nodiscard]] QuoteMap find_quotations(std::string_view text, std::span<const TextBlock> blocks);

}  // namespace onrecord::text
