#pragma once
// What each paragraph of a report is: headline, deck, byline, dateline, caption, … (BlockKind).
//
// First by its own words (word tables in data/lexicons), then by where it stands: a short line without a final stop is
// a headline at the top, a byline under it when it is made of names, a deck before the byline, a sub-heading before a
// paragraph, and otherwise, in a report whose paragraphs end in stops, the caption of a picture.
//
// Thread-safety: pure function. Time is linear in the text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "ingest/document.h"

namespace onrecord::ingest {

// A paragraph of plain text or an element of a page. A page says of some what they are.
struct Piece {
  Span span;
  uint32_t group = 0;              // pieces without a blank line between them share a group
  std::optional<BlockKind> given;  // known already
};

// What was learned on the way; empty where the report does not say.
struct Frontmatter {
  std::string headline, published, agency;
  std::vector<std::string> authors;
};

struct TextBlocks {
  std::vector<Block> blocks;
  Frontmatter front;
};

// `title` is what the caller or the page says of the report's title; the piece that equals it is the headline.
[[nodiscard]] TextBlocks find_blocks(std::string_view text, const std::vector<Piece>& pieces, std::string_view title);

}  // namespace onrecord::ingest
