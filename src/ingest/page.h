#pragma once
// A page, decoded → Document: main text, blocks, metadata. Fails with kInputTooDeep, kInputNoArticle.
// Thread-safety: pure function. Time is linear in the page.

#include "ingest/decode.h"
#include "ingest/document.h"
#include "onrecord/engine.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

// `doc` holds what the caller said of the report; only empty fields are filled.
[[nodiscard]] Result<Document> read_page(const DecodedText& decoded, const Budget& budget, Document doc);

}  // namespace onrecord::ingest
