#include "statements/speech_map.h"

#include <algorithm>
#include <numeric>

namespace onrecord::statements {

actors::Speech speech_map(const std::vector<Reading>& readings, size_t words) {
  actors::Speech speech;
  speech.source_of.assign(words, actors::Speech::kNone);
  speech.content_of.assign(words, actors::Speech::kNone);
  std::vector<uint32_t> order(readings.size());
  std::iota(order.begin(), order.end(), 0);
  // The smaller content stands inside the larger one and is written over it.
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return readings[a].content.size() > readings[b].content.size(); });
  for (const uint32_t k : order) {
    for (const uint32_t word : readings[k].content) speech.content_of[word] = k;
    for (const uint32_t word : readings[k].source) speech.source_of[word] = k;
  }
  return speech;
}

}  // namespace onrecord::statements
