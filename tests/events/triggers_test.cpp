#include "events/triggers.h"

#include <doctest/doctest.h>

namespace onrecord::events {
namespace {

TEST_CASE("a word that is at all likely to name an act is read") {
  const std::vector<float> scores = {0.02F, 0.9F, 0.1F, 0.11F};
  const auto triggers = find_triggers(scores, 10);
  REQUIRE(triggers.size() == 2);
  CHECK(triggers[0].words == WordRange{11, 12});
  CHECK(triggers[0].probability == doctest::Approx(0.9F));
  CHECK(triggers[1].words == WordRange{13, 14});
}

TEST_CASE("no words, no triggers") {
  CHECK(find_triggers({}, 0).empty());
}

}  // namespace
}  // namespace onrecord::events
