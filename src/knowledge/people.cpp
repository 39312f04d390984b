#include "knowledge/people.h"

#include <algorithm>
#include <tuple>

namespace onrecord::knowledge {
namespace {

// What tells one namesake from another: greater is more likely meant.
using Weight = std::tuple<int, int, Date>;

Weight weight_of(const KnowledgeBase& base, const Match& match, Date day) {
  constexpr int kLowest = 256;
  const std::vector<Held> offices = base.held_by(match.number, day);
  const uint8_t rank = highest_rank(offices);
  Date last = 0;
  for (const Held& held : base.offices_of(match.number)) {
    if (held.from <= day) last = std::max(last, std::min(held.to, day));
  }
  return {rank == 0 ? 0 : kLowest - rank, -static_cast<int>(match.kind), last};
}

}  // namespace

std::vector<Match> persons_called(const KnowledgeBase& base, std::string_view name) {
  for (const bool by_sound : {false, true}) {
    std::vector<Match> found = base.find(name, by_sound);
    std::erase_if(
        found, [&](const Match& match) { return match.place || base.entity(match.number).kind != ActorKind::kPerson; });
    if (!found.empty()) return found;
  }
  return {};
}

std::optional<uint32_t> person_called(const KnowledgeBase& base, std::string_view name, Date day) {
  std::optional<uint32_t> best;
  Weight highest{};
  bool tied = false;
  for (const Match& match : persons_called(base, name)) {
    const Weight weight = weight_of(base, match, day);
    tied = best && weight == highest;
    if (best && weight <= highest) continue;
    best = match.number;
    highest = weight;
  }
  return tied ? std::nullopt : best;
}

uint8_t highest_rank(const std::vector<Held>& offices) {
  uint8_t rank = 0;
  for (const Held& held : offices) {
    if (held.office.form.rank != 0 && (rank == 0 || held.office.form.rank < rank)) rank = held.office.form.rank;
  }
  return rank;
}

}  // namespace onrecord::knowledge
