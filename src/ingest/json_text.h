#pragma once
// The report of a page that shows its text by script only and gives it in JSON-LD ("articleBody"). The words lead back
// to the bytes of the page, as those of elements do. Thread-safety: pure function. Time is linear in the page.

#include <string_view>

#include "ingest/article.h"
#include "ingest/dom.h"
#include "ingest/page_metadata.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

struct JsonText {
  PageText text;
  Article article;  // headline and paragraphs; empty when no script gives a text
};

[[nodiscard]] JsonText read_json_text(const Dom& dom, std::string_view page, const PageMetadata& metadata);

}  // namespace onrecord::ingest
