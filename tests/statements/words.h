#pragma once
// Readings in small documents (roles/words.h).

#include <string_view>

#include "roles/words.h"
#include "statements/reading.h"

namespace onrecord::statements {

struct SmallDocument : roles::SmallDocument {
  using roles::SmallDocument::SmallDocument;

  [[nodiscard]] Reading reading(std::string_view cue, std::string_view source, std::string_view content,
                                int nth_cue = 0) const {
    Reading made;
    const uint32_t at = word(cue, nth_cue);
    made.cue = {{at, at + 1}, 0.9F};
    if (!source.empty()) made.source = words(source);
    if (!content.empty()) made.content = words(content);
    return made;
  }
};

}  // namespace onrecord::statements
