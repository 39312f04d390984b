#include "statements/confidence.h"

#include <doctest/doctest.h>

#include <array>

namespace onrecord::statements {
namespace {

Reading with_scores(float cue, float source, float content) {
  Reading reading;
  reading.cue.probability = cue;
  reading.certain = {source, content};
  return reading;
}

TEST_CASE("a number of one for the cue and none for the rest gives the cue's probability back") {
  CHECK(confidence_of(with_scores(0.8F, 0.3F, 0.6F), std::array{0.0F, 1.0F, 0.0F, 0.0F}) == doctest::Approx(0.8));
}

TEST_CASE("surer scores give more confidence, and no score makes it certain") {
  const std::array numbers = {-1.0F, 0.4F, 0.2F, 0.3F};
  const float unsure = confidence_of(with_scores(0.6F, 0.9F, 0.7F), numbers);
  const float surer = confidence_of(with_scores(0.9F, 0.9F, 0.7F), numbers);
  const float surest = confidence_of(with_scores(1, 1, 1), numbers);
  CHECK(unsure < surer);
  CHECK(surer < surest);
  CHECK(surest < 1);
  CHECK(confidence_of(with_scores(0, 0, 0), numbers) > 0);
}

}  // namespace
}  // namespace onrecord::statements
