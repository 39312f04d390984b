#pragma once
// The element around the paragraphs of the report (see article.h). Thread-safety: immutable after it is made.

#include <cstdint>
#include <vector>

#include "ingest/dom.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {

// How much running text the pieces hold, and so each element.
class TextWeights {
 public:
  TextWeights(const Dom& dom, const PageText& text);
  [[nodiscard]] double of_piece(size_t i) const { return before_[i + 1] - before_[i]; }
  [[nodiscard]] double of_element(uint32_t node) const;
  // Pieces inside the element, [first, end).
  [[nodiscard]] size_t first_piece(uint32_t node) const;
  [[nodiscard]] size_t end_piece(uint32_t node) const;

 private:
  const Dom& dom_;
  std::vector<uint32_t> position_;  // the first text node of each piece
  std::vector<double> before_;      // summed weights
};

[[nodiscard]] uint32_t find_container(const Dom& dom, const PageParts& parts, const TextWeights& weights);

}  // namespace onrecord::ingest
