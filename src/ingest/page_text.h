#pragma once
// The text of a page in pieces: one for each paragraph, heading, list item or line (<br>) that is not dropped, with
// white space collapsed as a browser does and with the way back to the page.
//
// Thread-safety: pure function. Time is linear in the page.

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "ingest/document.h"
#include "ingest/dom.h"
#include "ingest/page_parts.h"

namespace onrecord::ingest {

struct PagePiece {
  Span text;          // in PageText::text, not empty, without white space at its ends
  uint32_t node = 0;  // the block element that it stands in
  uint32_t first_text_node = 0;
  uint32_t group = 0;  // lines of one block (<br>) share a group
  uint32_t characters = 0;
  uint32_t link_characters = 0;  // of them in links

  [[nodiscard]] double link_share() const {
    return characters == 0 ? 0 : static_cast<double>(link_characters) / static_cast<double>(characters);
  }
};

struct PageText {
  std::string text;               // the pieces, a line end between them
  std::vector<PagePiece> pieces;  // in the order of the page
  OffsetMap origin;               // to the page
};

[[nodiscard]] PageText read_page_text(const Dom& dom, const PageParts& parts, std::string_view page);

}  // namespace onrecord::ingest
