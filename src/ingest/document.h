#pragma once
// A report as text: one immutable UTF-8 buffer, its blocks, what the page or the caller says about it, and the way
// back from each byte of text to the byte of input that it came from.
//
// Lifetime: a Document owns its text; spans into it are offsets, so a Document may be moved.
// Thread-safety: immutable after it is made.

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "onrecord/record.h"

namespace onrecord::ingest {

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;
};

// Captions, credits, bylines, subheadings and boilerplate stand between paragraphs and never break a quotation through
// them.
[[nodiscard]] bool is_aside(BlockKind kind);

// Where stretches of the text come from in the input's bytes. Within a stretch, byte k of the text is byte k of the
// input for text copied unchanged; a piece of changed text (an entity, another encoding) maps to its whole source.
// Runs of pieces that change in the same way (one byte of UTF-8 from two bytes of UTF-16) share one stretch.
class OffsetMap {
 public:
  void add(Span text, uint32_t input_begin, uint32_t input_end);  // in order, adjoining stretches are merged
  // The input bytes that the text span came from; false when it came from nowhere (a line break put between blocks).
  [[nodiscard]] bool to_input(Span text, uint64_t& begin, uint64_t& end) const;
  // This map's input is the text of `earlier`; gives the map from this map's text to the input of `earlier`.
  [[nodiscard]] OffsetMap through(const OffsetMap& earlier) const;

 private:
  // text_unit bytes of text come from input_unit bytes of input; 1 and 1 for text copied unchanged.
  struct Stretch {
    uint32_t text_begin, text_end, input_begin, text_unit, input_unit;
  };
  [[nodiscard]] size_t first_ending_after(uint32_t text_byte) const;
  void add_through(const OffsetMap& earlier, const Stretch& stretch);

  std::vector<Stretch> stretches_;
};

struct Document {
  std::string id, url, publisher, title, published, retrieved, language;
  std::vector<std::string> authors;
  std::string sha256;         // of the input's bytes
  std::string text;           // valid UTF-8, line ends are \n
  std::vector<Block> blocks;  // in order, without overlap; white space between blocks belongs to none
  OffsetMap origin;
  uint32_t replaced_bytes = 0;
};

}  // namespace onrecord::ingest
