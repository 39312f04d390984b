#pragma once
// Where the report ends: at the readers' comments, at the rubrics of other reports, at the notes about the author or
// the sender of a press release, at the headline of a second report. Which lines do that stands in
// data/lexicons/ingest-page-ends.txt and ingest-page-tails.txt.
//
// Thread-safety: pure function. Time is linear in the pieces.

#include <cstddef>
#include <string_view>

#include "ingest/container.h"
#include "ingest/dom.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

// The first piece of [begin, end) that does not belong to the report any more; `end` when all do. `headline` is the
// report's own, folded.
[[nodiscard]] size_t find_article_end(const Dom& dom, const PageText& text, const TextWeights& weights, size_t begin,
                                      size_t end, std::string_view headline);

}  // namespace onrecord::ingest
