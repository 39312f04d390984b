#pragma once
// Words of one block → where sentences begin. Thread-safety: pure function.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/quotation.h"

namespace onrecord::text {

// Appends the index of the first word of each sentence but the first. `words` are those of one block and `quotes` is
// the map of the whole text.
void append_breaks(std::string_view text, std::span<const Span> words, const QuoteMap& quotes,
                   std::vector<uint32_t>& breaks);

}  // namespace onrecord::text
