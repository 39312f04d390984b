#include "statements/cues.h"

#include <doctest/doctest.h>

#include <vector>

namespace onrecord::statements {
namespace {

// O, B, I of each word.
const std::vector<float> kSaid = {0.95F, 0.05F, 0.0F, 0.1F, 0.9F, 0.0F, 0.2F, 0.0F, 0.8F, 0.7F, 0.0F, 0.3F};

TEST_CASE("a candidate begins where a B is at all likely and runs over likely I") {
  const auto cues = find_cues(kSaid, 10);
  REQUIRE(cues.size() == 1);
  CHECK(cues[0].words == WordRange{11, 13});
  CHECK(cues[0].probability == doctest::Approx(0.9F));
}

TEST_CASE("an I without a B before it is no candidate") {
  CHECK(find_cues(std::vector<float>{0.1F, 0.0F, 0.9F, 0.1F, 0.1F, 0.8F}, 0).empty());
}

TEST_CASE("two Bs side by side are two candidates, however unlikely the second") {
  const auto cues = find_cues(std::vector<float>{0.1F, 0.9F, 0.0F, 0.1F, 0.8F, 0.1F}, 0);
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].words == WordRange{0, 1});
  CHECK(cues[1].words == WordRange{1, 2});
  CHECK(find_cues(std::vector<float>{0.1F, 0.9F, 0.0F, 0.0F, 0.6F, 0.4F}, 0).size() == 2);
}

TEST_CASE("no words, no candidates") {
  CHECK(find_cues({}, 0).empty());
}

}  // namespace
}  // namespace onrecord::statements
