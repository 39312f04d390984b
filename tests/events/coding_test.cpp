#include "events/coding.h"

#include <doctest/doctest.h>

#include <cmath>

#include "actors/small_report.h"

namespace onrecord::events {
namespace {

// Log-probabilities with one class far above the rest, and another next.
std::vector<float> scores(size_t classes, size_t top, size_t next) {
  std::vector<float> out(classes, std::log(0.01F));
  out[next] = std::log(0.2F);
  out[top] = std::log(0.7F);
  return out;
}

Reading reading(size_t type, size_t next) {
  Reading made;
  made.event_type = scores(4, type, next);
  made.status = scores(5, 2, 0);
  made.news_role = scores(6, 4, 0);
  made.mode = scores(4, 1, 2);   // a visit, then aerial
  made.cameo = scores(5, 0, 3);  // 042, then 195
  made.contexts = {0.9F, 0.2F};
  return made;
}

TEST_CASE("mode and CAMEO code are those of the type, however likely others are") {
  const Coding coding(actors::small_manifest());
  std::vector<roles::Evidence> evidence;
  const Code visit = coding.code_of(reading(0, 2), evidence);
  CHECK(visit.type == EventType::kConsult);
  CHECK(visit.mode == "visit");
  CHECK(visit.cameo == "042");
  CHECK(visit.quad == 1);
  CHECK(visit.intensity == doctest::Approx(4));
  CHECK(visit.contexts == std::vector<std::string>{"diplomatic"});
  const Code strike = coding.code_of(reading(2, 0), evidence);
  CHECK(strike.type == EventType::kAssault);
  CHECK(strike.mode == "aerial");
  CHECK(strike.cameo == "195");
  CHECK(strike.quad == 4);
  CHECK(strike.intensity == doctest::Approx(-9));
}

TEST_CASE("a type without modes has none") {
  const Coding coding(actors::small_manifest());
  std::vector<roles::Evidence> evidence;
  const Code aid = coding.code_of(reading(1, 0), evidence);
  CHECK(aid.mode.empty());
  CHECK(aid.cameo == "07");
  CHECK(aid.intensity == doctest::Approx(10));
}

TEST_CASE("what came near is kept as evidence") {
  const Coding coding(actors::small_manifest());
  std::vector<roles::Evidence> evidence;
  CHECK(coding.status_of(reading(0, 2), evidence) == Status::kFuture);
  CHECK(coding.news_role_of(reading(0, 2), evidence) == NewsRole::kExpectation);
  REQUIRE(evidence.size() == 4);
  CHECK(evidence[0].value == "occurred");
  CHECK_FALSE(evidence[0].taken);
  CHECK(evidence[1].value == "future");
  CHECK(evidence[1].taken);
}

}  // namespace
}  // namespace onrecord::events
