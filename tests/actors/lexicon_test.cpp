#include "actors/lexicon.h"

#include "knowledge/names.h"

#include <doctest/doctest.h>

namespace onrecord::actors {
namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

std::string code(const State* state) {
  return state == nullptr ? "" : state->code;
}

TEST_CASE("states are known by all their names") {
  CHECK(code(lexicon().state("United States")) == "USA");
  CHECK(code(lexicon().state("the US")) == "USA");
  CHECK(code(lexicon().state("U.S.")) == "USA");
  CHECK(code(lexicon().state("BRITAIN")) == "GBR");
  CHECK(code(lexicon().state("Côte d’Ivoire")) == "CIV");
  CHECK(code(lexicon().state("Turkiye")) == "TUR");
  CHECK(code(lexicon().state("Springfield")).empty());
}

TEST_CASE("adjectives, capitals and seats lead to the state") {
  CHECK(code(lexicon().adjective("Swedish")) == "SWE");
  CHECK(code(lexicon().adjective("Danes")) == "DNK");
  CHECK(code(lexicon().capital("Kyiv")) == "UKR");
  CHECK(code(lexicon().seat("the Kremlin")) == "RUS");
  CHECK(lexicon().capital("Kremlin") == nullptr);
  CHECK(lexicon().state("Moscow") == nullptr);
}

TEST_CASE("the longest phrase known says what a noun is") {
  REQUIRE(lexicon().noun("opposition leader"));
  CHECK(lexicon().noun("opposition leader")->role == "OPP");
  CHECK(lexicon().noun("party leader")->role == "PTY");
  CHECK(lexicon().noun("deputy foreign minister")->role == "GOV");
  CHECK(lexicon().noun("foreign secretary")->office);
  CHECK_FALSE(lexicon().noun("neighbour")->office);
  CHECK(lexicon().noun("the ministry")->kind == ActorKind::kOrganisation);
  CHECK(lexicon().noun("spokeswoman")->gender == Gender::kFemale);
  CHECK(lexicon().noun("teapot") == nullptr);
}

TEST_CASE("honorifics tell the gender, or that they do not") {
  CHECK(lexicon().honorific("Ms") == Gender::kFemale);
  CHECK(lexicon().honorific("Mr.") == Gender::kMale);
  CHECK(lexicon().honorific("Dr") == Gender::kUnknown);
  CHECK_FALSE(lexicon().honorific("President"));
}

TEST_CASE("given names tell the gender where they nearly always do") {
  CHECK(lexicon().given_name("Elizabeth") == Gender::kFemale);
  CHECK(lexicon().given_name("Peter") == Gender::kMale);
  CHECK(lexicon().given_name("Xyzzy") == Gender::kUnknown);
}

TEST_CASE("bodies are known by short and full name, short names by their case") {
  CHECK(lexicon().full_name("NATO") == "NATO");
  CHECK(lexicon().full_name("Nato") == "NATO");
  CHECK(lexicon().full_name("the north atlantic treaty organization") == "NATO");
  CHECK(lexicon().short_name("International Monetary Fund") == "IMF");
  CHECK(lexicon().full_name("is").empty());
  CHECK(lexicon().full_name("who").empty());
}

TEST_CASE("names are compared without accents, case and possessive") {
  CHECK(fold("Niinistö’s") == "niinisto");
  CHECK(fold("ŁUKASZ") == "lukasz");
  CHECK(fold("Erdoğan") == "erdogan");
  CHECK(fold("the  two\nministers'") == "the two ministers");
  CHECK(fold("") == "");
}

}  // namespace
}  // namespace onrecord::actors
