#pragma once
// Plain text → paragraphs. Blank lines part paragraphs. Single line ends are of two sorts: those of hard-wrapped text,
// which are no more than spaces, and those that part paragraphs, as wire services send them.
//
// The sort is told by the lines themselves. In text wrapped at some width a line ends where the first word of the next
// would not have fitted; where most line ends of a text can be explained so, with lines no longer than about a hundred
// characters, the text is wrapped, and only the line ends that cannot be explained part paragraphs.
//
// Thread-safety: pure function. Time is linear in the text.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::ingest {

struct Paragraph {
  Span span;           // without white space at its ends
  uint32_t group = 0;  // paragraphs without a blank line between them share a group
  bool table = false;  // rows of columns, set off by tabs, bars or wide gaps
};

[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text);

}  // namespace onrecord::ingest
