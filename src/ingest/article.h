#pragma once
// Which pieces of a page are the report.
//
// The pieces are weighed by how much running text they hold: long, ending in a stop, with few links. From <body> the
// search goes down into the child that holds most of the weight as long as it holds nearly all, so it ends at the
// element around the paragraphs; the page's own mark (itemprop="articleBody") is taken where it is plausible. What
// stands between the headline and that element is looked through for deck, byline, date and picture. Method after
// Readability (Arc90, 2009) and Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
//
// Thread-safety: pure function. Time is linear in the page.

#include <cstdint>
#include <optional>
#include <string_view>
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
  double weight = 0;                 // characters of running text, about
};

[[nodiscard]] Article find_article(const Dom& dom, const PageParts& parts, const PageText& text,
                                   const PageMetadata& metadata);

}  // namespace onrecord::ingest
