#pragma once
// Bytes → Document. Plain text and HTML in any encoding (BOM, then <meta>, then detection); bad bytes become U+FFFD
// and are counted. Fails with kInputEmpty, kInputTooLarge, kInputBinary, kInputNoArticle.
// Thread-safety: pure function.

#include "ingest/document.h"
#include "onrecord/engine.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

[[nodiscard]] Result<Document> read(const Input& input, const Budget& budget);

}  // namespace onrecord::ingest
