#include "actors/institutions.h"

#include <doctest/doctest.h>

#include "actors/country_context.h"
#include "actors/small_report.h"

namespace onrecord::actors {
namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

Candidate body(std::string noun, std::vector<std::string> modifiers, std::string country) {
  Candidate candidate;
  candidate.kind = ActorKind::kOrganisation;
  candidate.noun = std::move(noun);
  candidate.modifiers = std::move(modifiers);
  candidate.country = std::move(country);
  candidate.definite = true;
  return candidate;
}

std::string name_of(const Candidate& candidate) {
  const SmallReport report({"nothing/NOUN/0/root"});
  return institution_name(candidate, *lexicon().state_of_code(candidate.country), report.tree(), lexicon());
}

TEST_CASE("ministries are named after their field and their state") {
  CHECK(name_of(body("ministry", {"foreign"}, "IRN")) == "Ministry of Foreign Affairs of Iran");
  CHECK(name_of(body("ministry", {"health"}, "NLD")) == "Ministry of Health of the Netherlands");
  CHECK(name_of(body("ministry", {}, "IRN")).empty());
}

TEST_CASE("a force, a parliament and the like are named after their state") {
  CHECK(name_of(body("police", {}, "KEN")) == "police of Kenya");
  CHECK(name_of(body("force", {"air"}, "GBR")) == "air force of the United Kingdom");
  CHECK(name_of(body("company", {}, "KEN")).empty());
}

TEST_CASE("the government is the state, a government's office is not") {
  CHECK(means_state(body("government", {}, "FRA"), lexicon()));
  CHECK_FALSE(means_state(body("government", {"local"}, "FRA"), lexicon()));
  CHECK_FALSE(means_state(body("office", {}, "FRA"), lexicon()));
}

TEST_CASE("surroundings tell the state that their block names first, else the report's own") {
  const SmallReport report({"Kenya/PROPN/2/nsubj voted/VERB/0/root ./PUNCT/2/punct",
                            "Kenyans/PROPN/2/nsubj waited/VERB/0/root ./PUNCT/2/punct",
                            "¶ Uganda/PROPN/2/nsubj watched/VERB/0/root Kenya/PROPN/2/obj ./PUNCT/2/punct",
                            "¶ Police/NOUN/2/nsubj watched/VERB/0/root too/ADV/2/advmod ./PUNCT/2/punct"});
  const Tree tree = report.tree();
  const CountryContext context(tree, lexicon());
  REQUIRE(context.at(0));
  CHECK(context.at(0)->code == "KEN");
  CHECK(context.at(report.find("watched").first)->code == "UGA");
  CHECK(context.at(report.find("Police").first)->code == "KEN");
}

TEST_CASE("surroundings that name no state more often than all others tell nothing") {
  const SmallReport report({"Kenya/PROPN/2/nsubj met/VERB/0/root Uganda/PROPN/2/obj ./PUNCT/2/punct",
                            "¶ Police/NOUN/2/nsubj watched/VERB/0/root ./PUNCT/2/punct"});
  const Tree tree = report.tree();
  CHECK(CountryContext(tree, lexicon()).at(report.find("Police").first) == nullptr);
}

}  // namespace
}  // namespace onrecord::actors
