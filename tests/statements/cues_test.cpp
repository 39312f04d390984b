#include "statements/cues.h"

#include <doctest/doctest.h>

#include <vector>

namespace onrecord::statements {
namespace {

// O, B, I of each word.
const std::vector<float> kSaid = {0.9F, 0.1F, 0.0F, 0.1F, 0.9F, 0.0F, 0.2F, 0.0F, 0.8F, 0.7F, 0.0F, 0.3F};

TEST_CASE("a cue begins at a likely B and runs over likely I") {
  const auto cues = find_cues(kSaid, 10, 0.5F);
  REQUIRE(cues.size() == 1);
  CHECK(cues[0].words == WordRange{11, 13});
  CHECK(cues[0].probability == doctest::Approx(0.9F));
}

TEST_CASE("a cue must be likelier than the threshold, not as likely") {
  CHECK(find_cues(kSaid, 0, 0.9F).empty());
  CHECK(find_cues(kSaid, 0, 0.89F).size() == 1);
}

TEST_CASE("an I without a B before it is no cue") {
  CHECK(find_cues(std::vector<float>{0.1F, 0.0F, 0.9F, 0.1F, 0.1F, 0.8F}, 0, 0.5F).empty());
}

TEST_CASE("two Bs side by side are two cues") {
  const auto cues = find_cues(std::vector<float>{0.1F, 0.9F, 0.0F, 0.1F, 0.8F, 0.1F}, 0, 0.5F);
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].words == WordRange{0, 1});
  CHECK(cues[1].words == WordRange{1, 2});
}

TEST_CASE("words that came near to being a cue are told, those inside one and those far from it are not") {
  const std::vector<float> scores = {0.7F, 0.3F, 0.0F, 0.1F, 0.9F, 0.0F, 0.2F, 0.2F, 0.6F, 0.95F, 0.05F, 0.0F};
  const auto cues = find_cues(scores, 20, 0.5F);
  const auto passed = passed_over(scores, 20, 0.5F, cues);
  REQUIRE(passed.size() == 1);
  CHECK(passed[0].words == WordRange{20, 21});
  CHECK(passed[0].probability == doctest::Approx(0.3F));
  CHECK(passed_over(scores, 20, 0.2F, find_cues(scores, 20, 0.2F)).empty());
}

TEST_CASE("a low threshold does not let a cue run into the next one") {
  const auto cues = find_cues(std::vector<float>{0.1F, 0.9F, 0.0F, 0.0F, 0.6F, 0.4F}, 0, 0.2F);
  CHECK(cues.size() == 2);
}

TEST_CASE("no words, no cues") {
  CHECK(find_cues({}, 0, 0.5F).empty());
}

}  // namespace
}  // namespace onrecord::statements
