#pragma once
// Where in the page each character of a text node came from: itself, or an entity ("&eacute;", "&#233").
// Holds the page by view. Thread-safety: one object, one thread. Time is linear in the source of the node.

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace onrecord::ingest {

class TextAlignment {
 public:
  TextAlignment(std::string_view page, Span source) : page_(page), at_(source.begin), end_(source.end) {}
  // The source of the next character of the text, given as its bytes.
  Span next(std::string_view character);

 private:
  [[nodiscard]] uint32_t entity_bytes() const;
  void skip_tags(std::string_view character);

  std::string_view page_;
  uint32_t at_;
  uint32_t end_;
  Span last_entity_;
};

}  // namespace onrecord::ingest
