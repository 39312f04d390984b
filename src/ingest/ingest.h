#pragma once
// Bytes → Document. Plain text and HTML in any encoding (BOM, then <meta>, then detection); bad bytes become U+FFFD
// and are counted. Plain text that is clean UTF-8 with \n line ends comes out byte for byte, so offsets are those of
// the file.
//
// What the caller gives (title, published, publisher, url) stands; empty fields are filled from the report: the page's
// metadata, the headline, the byline, a full date on a date line or in the dateline, the agency in the dateline's
// brackets, the date in the address of the page. What the report does not say stays empty (also the language).
//
// Fails with kInputEmpty, kInputTooLarge, kInputBinary, kInputTooDeep (pages nested beyond Budget::max_html_depth or
// built to be slow), kInputNoArticle.
// Thread-safety: pure function. Time is linear in the input.

#include "ingest/document.h"
#include "onrecord/engine.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

[[nodiscard]] Result<Document> read(const Input& input, const Budget& budget);

}  // namespace onrecord::ingest
