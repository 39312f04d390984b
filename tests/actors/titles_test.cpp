#include "actors/titles.h"

#include <doctest/doctest.h>

#include "actors/small_report.h"

namespace onrecord::actors {
namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

TEST_CASE("the office before a name is read without country and praise") {
  const SmallReport report(
      {"The/DET/7/det veteran/ADJ/7/amod Danish/ADJ/7/amod deputy/ADJ/5/amod trade/NOUN/6/compound "
       "minister/NOUN/7/nmod:desc Ida/PROPN/9/nsubj Roth/PROPN/7/flat spoke/VERB/0/root ./PUNCT/9/punct"});
  const Tree tree = report.tree();
  const auto title = title_before(tree, lexicon(), report.find("Ida Roth"));
  REQUIRE(title);
  CHECK(title->office == "deputy trade minister");
  CHECK(title->country == "DNK");
  CHECK(title->role == "GOV");
  CHECK_FALSE(title->past);
}

TEST_CASE("the country may be a possessor") {
  const SmallReport report(
      {"Peru/PROPN/5/nmod:poss ’s/PART/1/case Finance/PROPN/4/compound Minister/PROPN/5/nmod:desc "
       "Elena/PROPN/7/nsubj Paz/PROPN/5/flat resigned/VERB/0/root ./PUNCT/7/punct"});
  const Tree tree = report.tree();
  const auto title = title_before(tree, lexicon(), report.find("Elena Paz"));
  REQUIRE(title);
  CHECK(title->office == "Finance Minister");
  CHECK(title->country == "PER");
}

TEST_CASE("a deputy stays one, whatever word the network takes him for") {
  const SmallReport report(
      {"Peru/PROPN/6/nmod:poss ’s/PART/1/case Deputy/NOUN/6/nmod:desc Finance/PROPN/5/compound "
       "Minister/NOUN/6/nmod:desc Elena/PROPN/8/nsubj Paz/PROPN/6/flat resigned/VERB/0/root ./PUNCT/8/punct"});
  const Tree tree = report.tree();
  const auto title = title_before(tree, lexicon(), report.find("Elena Paz"));
  REQUIRE(title);
  CHECK(title->office == "Deputy Finance Minister");
}

TEST_CASE("a former office is one of the past") {
  const SmallReport report(
      {"Former/ADJ/2/amod president/NOUN/3/nmod:desc Bo/PROPN/5/nsubj Lind/PROPN/3/flat spoke/VERB/0/root"});
  const Tree tree = report.tree();
  const auto title = title_before(tree, lexicon(), report.find("Bo Lind"));
  REQUIRE(title);
  CHECK(title->office == "president");
  CHECK(title->past);
}

TEST_CASE("a word that is no title gives none") {
  const SmallReport report({"Yesterday/NOUN/4/obl Bo/PROPN/4/nsubj Lind/PROPN/2/flat spoke/VERB/0/root"});
  const Tree tree = report.tree();
  CHECK_FALSE(title_before(tree, lexicon(), report.find("Bo Lind")));
  CHECK_FALSE(title_before(tree, lexicon(), report.find("Yesterday")));
}

TEST_CASE("a title that stands alone keeps what it is the title of") {
  const SmallReport report(
      {"the/DET/2/det spokesman/NOUN/7/nsubj for/ADP/6/case the/DET/6/det harbour/NOUN/6/compound board/NOUN/2/nmod "
       "left/VERB/0/root"});
  const Tree tree = report.tree();
  const auto title = title_of(tree, lexicon(), 1);
  REQUIRE(title);
  CHECK(title->office == "spokesman for the harbour board");
}

Title title(const char* office) {
  Title title;
  title.office = office;
  title.form = lexicon().offices().form(office, "");
  return title;
}

TEST_CASE("an office is known by its short form, its variants and without its body") {
  CHECK(same_office(title("the foreign secretary"), title("Foreign Secretary")));
  CHECK(same_office(title("secretary"), title("Foreign Secretary")));
  CHECK(same_office(title("PM"), title("prime minister")));
  CHECK(same_office(title("defence minister"), title("Minister of National Defence")));
  CHECK(same_office(title("spokeswoman"), title("spokesperson for the board")));
  CHECK(same_office(title("Defense Secretary"), title("defence secretary")));
  CHECK_FALSE(same_office(title("defence secretary"), title("foreign secretary")));
  CHECK_FALSE(same_office(title("minister"), title("ex-administer")));
  CHECK_FALSE(same_office(title(""), title("mayor")));
}

}  // namespace
}  // namespace onrecord::actors
