#include "syntax/spans.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <string>
#include <vector>

using namespace onrecord;
using namespace onrecord::syntax;

namespace {

const std::vector<std::string> kLabels = {"O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE"};

SpanDecoder decoder(const std::vector<std::string>& labels = kLabels) {
  auto made = SpanDecoder::make(labels);
  REQUIRE(made);
  return *made;
}

// One word a row of probabilities.
std::vector<Entity> decode(const std::vector<std::vector<double>>& probabilities, uint32_t first_word = 0) {
  std::vector<float> logs;
  for (const auto& row : probabilities) {
    for (const double p : row) logs.push_back(static_cast<float>(std::log(p)));
  }
  std::vector<Entity> out;
  decoder().decode(logs, first_word, out);
  return out;
}

}  // namespace

TEST_CASE("clear labels become spans with their type and the geometric mean of their probabilities") {
  const auto found = decode({{.9, .02, .02, .03, .03},
                             {.02, .9, .02, .03, .03},
                             {.02, .03, .4, .3, .25},
                             {.03, .02, .02, .9, .03},
                             {.9, .02, .02, .03, .03}},
                            10);
  REQUIRE(found.size() == 2);
  CHECK(found[0].first == 11);
  CHECK(found[0].end == 13);
  CHECK(found[0].type == EntityType::kPerson);
  CHECK(found[0].score == doctest::Approx(std::sqrt(.9 * .4)));
  CHECK(found[1].first == 13);
  CHECK(found[1].end == 14);
  CHECK(found[1].type == EntityType::kGpe);
}

TEST_CASE("a likely end without its beginning brings the beginning with it, or goes") {
  // The second word is surely I-PERSON: the first becomes B-PERSON though O is a little likelier.
  auto found = decode({{.5, .4, .03, .04, .03}, {.01, .02, .94, .02, .01}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 0);
  CHECK(found[0].end == 2);
  // Here the first word is surely O: the second becomes what may stand alone.
  found = decode({{.999, .0002, .0003, .0003, .0002}, {.3, .05, .55, .05, .05}});
  CHECK(found.empty());
}

TEST_CASE("no span changes its type inside") {
  const auto found = decode({{.02, .9, .02, .03, .03}, {.02, .02, .45, .02, .49}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].end == 2);
  CHECK(found[0].type == EntityType::kPerson);
}

TEST_CASE("two names in a row stay two") {
  const auto found = decode({{.02, .9, .02, .03, .03}, {.02, .9, .02, .03, .03}});
  CHECK(found.size() == 2);
}

TEST_CASE("any scores give whole spans in order, without overlap") {
  CHECK(rc::check([] {
    const auto words = *rc::gen::inRange<uint32_t>(0, 30);
    const auto values = *rc::gen::container<std::vector<int>>(words * kLabels.size(), rc::gen::inRange(-1000, 1));
    std::vector<float> logs;
    for (const int value : values) logs.push_back(static_cast<float>(value) / 100);
    std::vector<Entity> found;
    decoder().decode(logs, 0, found);
    uint32_t end = 0;
    for (const Entity& entity : found) {
      RC_ASSERT(entity.first >= end);
      RC_ASSERT(entity.end > entity.first);
      RC_ASSERT(entity.score > 0.0F);
      RC_ASSERT(entity.score <= 1.0F);
      end = entity.end;
    }
    RC_ASSERT(end <= words);
  }));
}

TEST_CASE("label lists of a model that we cannot read are refused") {
  CHECK(SpanDecoder::make({}).error().code == Code::kModelForeign);
  CHECK(SpanDecoder::make({"O", "B-PLANET", "I-PLANET"}).error().code == Code::kModelForeign);
  CHECK(SpanDecoder::make({"O", "I-PERSON"}).error().code == Code::kModelForeign);
  CHECK(SpanDecoder::make({"O", ""}).error().code == Code::kModelForeign);
  CHECK(SpanDecoder::make({"O", "B-Weapon", "I-Weapon", "B-Nationality", "I-Nationality"}));
}
