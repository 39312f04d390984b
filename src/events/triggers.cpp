#include "events/triggers.h"

namespace onrecord::events {

std::vector<Trigger> find_triggers(std::span<const float> scores, uint32_t first_word) {
  std::vector<Trigger> triggers;
  for (uint32_t word = 0; word < scores.size(); ++word) {
    if (scores[word] > roles::kWorthTelling)
      triggers.push_back({{first_word + word, first_word + word + 1}, scores[word]});
  }
  return triggers;
}

}  // namespace onrecord::events
