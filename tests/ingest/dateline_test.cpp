#include "ingest/dateline.h"

#include "ingest/byline.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

std::string dateline(std::string_view paragraph) {
  const auto found = find_dateline(paragraph);
  return found ? std::string(paragraph.substr(0, found->bytes)) : std::string{};
}

TEST_CASE("A dateline ends with its dash") {
  CHECK(dateline("KELMAR, March 3 (Harbour Wire) - Ministers met on Tuesday.") == "KELMAR, March 3 (Harbour Wire) -");
  CHECK(dateline("KELMAR/VOSTA, 5 Feb (HW) — Ministers met on Tuesday.") == "KELMAR/VOSTA, 5 Feb (HW) —");
  CHECK(dateline("KELMAR (HW) -- Ministers met on Tuesday.") == "KELMAR (HW) --");
  CHECK(dateline("KELMAR — Ministers met on Tuesday.") == "KELMAR —");
  CHECK(dateline("KELMAR—Ministers met on Tuesday.") == "KELMAR—");
  CHECK(dateline("PORT SAINT-ANNE, Vosta, May 6 – “No,” she said on Tuesday.") == "PORT SAINT-ANNE, Vosta, May 6 –");
  CHECK(dateline("KELMAR (March 2) — Ministers met on Tuesday.") == "KELMAR (March 2) —");
}

TEST_CASE("A place in small letters needs an agency or a date beside it") {
  CHECK(dateline("Kelmar (hdn) – Ministers met on Tuesday.") == "Kelmar (hdn) –");
  CHECK(dateline("Kelmar (Agencia Sur). Ministers met on Tuesday.") == "Kelmar (Agencia Sur).");
  CHECK(dateline("Kelmar, 7 January (HW, translated from the French) – Ministers met on Tuesday.") ==
        "Kelmar, 7 January (HW, translated from the French) –");
  CHECK(dateline("Kelmar – a town of ten thousand – has no mayor.").empty());
  CHECK(dateline("Ashby (after a long pause): I never said that to anybody.").empty());
}

TEST_CASE("An agency or a date may stand without a place") {
  CHECK(dateline("(Harbour Wire) - Ministers met on Tuesday.") == "(Harbour Wire) -");
  CHECK(dateline("Nov 8 (Harbour) - Ministers met on Tuesday.") == "Nov 8 (Harbour) -");
}

TEST_CASE("The time of day before an entry of a live page is a dateline") {
  CHECK(dateline("16.42 The gates have been opened, a guard says.") == "16.42");
  CHECK(dateline("4:58pm The gates have been opened, a guard says.") == "4:58pm");
  CHECK(dateline("16.42 metres of cable were found.").empty());
}

TEST_CASE("Rubrics in capitals are no datelines") {
  CHECK(dateline("UPDATE - Ministers met on Tuesday.").empty());
  CHECK(dateline("ADVERTISEMENT: Buy a boat from us today.").empty());
  CHECK(dateline("NATO members - all but two of them - voted for it.").empty());
}

TEST_CASE("What a dateline holds") {
  const auto found = find_dateline("KELMAR, March 3, 2024 (Harbour Wire) - Ministers met on Tuesday.");
  REQUIRE(found);
  CHECK(found->place == "KELMAR");
  CHECK(found->agency == "Harbour Wire");
  CHECK(found->date == "2024-03-03");
}

TEST_CASE("Bylines by their words") {
  CHECK(is_byline("By Jane Doe"));
  CHECK(is_byline("BY JANE DOE, Defence Correspondent"));
  CHECK(is_byline("By our correspondents in Kelmar and Vosta"));
  CHECK(is_byline("Live reporting by Jane Doe and Ada de la Roe"));
  CHECK(is_byline("(Reporting by Jane Doe; Editing by Ada Roe)"));
  CHECK(is_byline("From Jane Doe in Kelmar"));
  CHECK_FALSE(is_byline("By evening the water had gone down."));
  CHECK_FALSE(is_byline("By the time the boats came"));
  CHECK_FALSE(is_byline("From bad to worse"));
  CHECK_FALSE(is_byline("By Thursday, Jane Doe had left the town and her brother had sold the house."));
}

TEST_CASE("Bylines by where they stand") {
  CHECK(may_be_bare_byline("Jane Doe and Ada Roe"));
  CHECK(may_be_bare_byline("Jane Doe in Kelmar and Ada Roe in Vosta"));
  CHECK(may_be_bare_byline("Our Special Correspondent"));
  CHECK(may_be_bare_byline("Jane Doe, Chief Political Correspondent"));
  CHECK_FALSE(may_be_bare_byline("Follow the latest as new duties take effect"));
}

TEST_CASE("Authors are the persons of a byline") {
  CHECK(byline_authors("By Jane Doe in Kelmar and Ada Roe, Political Editor") ==
        std::vector<std::string>{"Jane Doe", "Ada Roe"});
  CHECK(byline_authors("By our court correspondent").empty());
}

}  // namespace
}  // namespace onrecord::ingest
