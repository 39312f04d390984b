#pragma once
// Noun phrases for somebody met before: "the foreign secretary", "the ministry", "the government", "police". Private to
// this folder.
//
// Thread-safety: belongs to one reading of one report.

#include <optional>
#include <string_view>

#include "actors/members.h"

namespace onrecord::actors {

struct Resolution {
  size_t member = 0;
  std::string_view rule;
  float confidence = 1;
};

// By the words alone; nothing when they do not tell. Order: a state for "the government"; the holder of a title; the
// same noun met before; a body that each state has one of.
[[nodiscard]] std::optional<Resolution> same_by_words(const Members& members, size_t candidate);

}  // namespace onrecord::actors
