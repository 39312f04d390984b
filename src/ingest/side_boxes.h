#pragma once
// Pieces among the paragraphs of a report that do not belong to it: boxes and lines that lead to other reports, the
// words around a form, pull quotes, what the page's own JSON-LD leaves out.
//
// Thread-safety: pure function. Time is linear in the pieces.

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/container.h"
#include "ingest/dom.h"
#include "ingest/page_metadata.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

// One entry for each piece of the text: whether it is to be left out. Only pieces of [begin, end) are looked at; no box
// is larger than a small part of them.
[[nodiscard]] std::vector<bool> find_side_boxes(const Dom& dom, const PageParts& parts, const PageText& text,
                                                const TextWeights& weights, const PageMetadata& metadata, size_t begin,
                                                size_t end);

}  // namespace onrecord::ingest
