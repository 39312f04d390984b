#pragma once
// Which pieces of a page are the report, in which order, and what the page says that they are.
//
//   before the headline   a date, a deck or a picture in the same head
//   front                 between headline and text: deck, byline, date, pictures; nothing else
//   body                  the paragraphs and what stands among them, without boxes that lead elsewhere, forms and pull
//                         quotes, up to the end (article_end.h)
//
// The method is one of weights (container.h), as in Kohlschütter et al., "Boilerplate Detection using Shallow Text
// Features" (WSDM 2010): long pieces outside links are text, short ones and links are the page.
//
// Thread-safety: pure function. Time is linear in the page.

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/dom.h"
#include "ingest/page_metadata.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

struct ArticlePiece {
  uint32_t piece = 0;             // in PageText::pieces
  std::optional<BlockKind> kind;  // what the page says that it is
  uint32_t join = Dom::kNone;     // pieces with the same element here are one block: a table, an embedded post
  uint32_t row = Dom::kNone;      // of a table
};

struct Article {
  std::vector<ArticlePiece> pieces;  // empty when the page has no main text
  double weight = 0;                 // characters of running text
};

[[nodiscard]] Article find_article(const Dom& dom, const PageParts& parts, const PageText& text,
                                   const PageMetadata& metadata);

}  // namespace onrecord::ingest
