#pragma once
// Which piece of a page is the headline: a heading, large letters, a name that says so, words like those of the page's
// title; before the text and near to it. Thread-safety: pure function. Time is linear in the page.

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/container.h"
#include "ingest/dom.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

struct Headline {
  uint32_t piece = 0;     // in PageText::pieces
  double like_title = 0;  // 0 to 1: how far its words are those of the title
};

[[nodiscard]] std::optional<Headline> find_headline(const Dom& dom, const PageParts& parts, const PageText& text,
                                                    const TextWeights& weights, std::string_view title);

}  // namespace onrecord::ingest
