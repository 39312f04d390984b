#pragma once
// Hostile or broken pages, found before they are parsed. The HTML standard's tree construction, and gumbo after it, is
// quadratic in the depth of nesting, in the attributes of one tag and in formatting elements left open (<b>, <font>),
// which are built anew in every paragraph. This scan reads the tags once, keeps the stack of open elements as a parser
// would, and fails with kInputTooDeep where the nesting goes beyond `max_depth` or the work beyond what any real page
// asks for. It may count deeper than a parser would, never much less deep.
//
// Thread-safety: pure function. Time is linear in the page.

#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/error.h"

namespace onrecord::ingest {

[[nodiscard]] Result<void> check_html(std::string_view page, uint32_t max_depth, const std::string& input);

// Whether text is a page: a doctype or tags of the frame of a page near its head, or several closing tags of a body.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace onrecord::ingest
