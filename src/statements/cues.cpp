#include "statements/cues.h"

namespace onrecord::statements {
namespace {

constexpr uint32_t kClasses = 3;
constexpr float kRunsOn = 0.5F;

float begins(std::span<const float> scores, uint32_t word) {
  return scores[word * kClasses + 1];
}
float inside(std::span<const float> scores, uint32_t word) {
  return scores[word * kClasses + 2];
}

bool runs_on(std::span<const float> scores, uint32_t word) {
  return inside(scores, word) > kRunsOn && inside(scores, word) > begins(scores, word);
}

}  // namespace

std::vector<Cue> find_cues(std::span<const float> scores, uint32_t first_word) {
  const auto words = static_cast<uint32_t>(scores.size() / kClasses);
  std::vector<Cue> cues;
  for (uint32_t word = 0; word < words;) {
    if (begins(scores, word) <= kWorthTelling) {
      ++word;
      continue;
    }
    uint32_t end = word + 1;
    while (end < words && runs_on(scores, end)) ++end;
    cues.push_back({{first_word + word, first_word + end}, begins(scores, word)});
    word = end;
  }
  return cues;
}

}  // namespace onrecord::statements
