#include "statements/reading.h"

#include <doctest/doctest.h>

#include <cmath>

namespace onrecord::statements {
namespace {

constexpr std::string_view kText = "Ana Gora said , it rains";

text::Tokens tokens_of(std::string_view text) {
  const std::vector<text::TextBlock> blocks = {{{0, static_cast<uint32_t>(text.size())}, false}};
  return text::tokenise(text, blocks, 100);
}

// Emissions that give each word these probabilities of none, source, content.
encoder::CueReading scores_of(const std::vector<std::array<float, 3>>& probabilities) {
  encoder::CueReading scores;
  for (const auto& word : probabilities) {
    for (const float probability : word) scores.roles.push_back(std::log(probability));
  }
  return scores;
}

encoder::Manifest without_transitions() {
  encoder::Manifest manifest;
  manifest.role_initial.assign(3, 0);
  manifest.role_transitions.assign(9, 0);
  return manifest;
}

TEST_CASE("words take their likeliest role; the cue and punctuation take none; near misses are kept as alternatives") {
  const text::Tokens tokens = tokens_of(kText);
  REQUIRE(tokens.size() == 6);
  const auto scores = scores_of({{0.7F, 0.2F, 0.1F},      // Ana
                                 {0.1F, 0.8F, 0.1F},      // Gora
                                 {0.1F, 0.8F, 0.1F},      // said
                                 {0.1F, 0.1F, 0.8F},      // ,
                                 {0.3F, 0.05F, 0.65F},    // it
                                 {0.1F, 0.05F, 0.85F}});  // rains
  const Reading reading =
      make_reading({{2, 3}, 0.9F}, {0, 6}, scores, without_transitions(), roles::meaningful_words(kText, tokens));
  CHECK(reading.source == WordSet{1});
  CHECK(reading.content == WordSet{4, 5});
  CHECK(reading.certain.source == doctest::Approx(0.8));
  CHECK(reading.certain.content == doctest::Approx(0.75));
  std::vector<std::string> told;
  for (const Evidence& one : reading.evidence) {
    told.push_back(std::string(one.field) + (one.taken ? "" : " not"));
    CHECK(!one.words.empty());
  }
  // Ana was weighed as source, Ana and Gora as content.
  CHECK(told == std::vector<std::string>{"cue", "cue", "source", "content", "source not", "content not"});
}

TEST_CASE("a cue without source or content has nothing to be unsure of") {
  const text::Tokens tokens = tokens_of(kText);
  const std::vector<std::array<float, 3>> nothing(6, {0.98F, 0.01F, 0.01F});
  const Reading reading =
      make_reading({{2, 3}, 0.9F}, {0, 6}, scores_of(nothing), without_transitions(), roles::meaningful_words(kText, tokens));
  CHECK(reading.source.empty());
  CHECK(reading.content.empty());
  CHECK(reading.certain.source == 1);
  CHECK(reading.evidence.size() == 2);  // both of the cue
}

}  // namespace
}  // namespace onrecord::statements
