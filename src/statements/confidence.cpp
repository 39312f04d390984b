#include "statements/confidence.h"

#include <algorithm>
#include <cmath>

namespace onrecord::statements {
namespace {

// Scores nearer to 0 or 1 than this say no more than this.
constexpr float kLeast = 0.00001F;

float logit(float probability) {
  const float p = std::clamp(probability, kLeast, 1 - kLeast);
  return std::log(p / (1 - p));
}

}  // namespace

float confidence_of(const Reading& reading, std::span<const float> numbers) {
  const float sum = numbers[0] + numbers[1] * logit(reading.cue.probability) +
                    numbers[2] * logit(reading.certain.source) + numbers[3] * logit(reading.certain.content);
  return 1 / (1 + std::exp(-sum));
}

}  // namespace onrecord::statements
