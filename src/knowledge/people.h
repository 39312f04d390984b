#pragma once
// Which person of the knowledge base a name means on a day, by the name alone. What a report says besides is weighed in
// actors/identities.h.
//
// Thread-safety: pure functions.

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/base.h"

namespace onrecord::knowledge {

// All persons that are called so; by sound only when nobody is.
[[nodiscard]] std::vector<Match> persons_called(const KnowledgeBase& base, std::string_view name);

// The one with the highest office on that day; of those without one the one who left office last. Nothing when nobody
// is called so, or when two are equal.
[[nodiscard]] std::optional<uint32_t> person_called(const KnowledgeBase& base, std::string_view name, Date day);

// Ranks of people on a day, for comparison: a low number is a high office; 0 for none.
[[nodiscard]] uint8_t highest_rank(const std::vector<Held>& offices);

}  // namespace onrecord::knowledge
