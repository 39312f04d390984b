#include "actors/person_name.h"

#include <doctest/doctest.h>

namespace onrecord::actors {
namespace {

PersonName person(std::string_view text) {
  static const Lexicon lexicon;
  return PersonName::of(text, lexicon);
}

NameMatch match_of(std::string_view a, std::string_view b) {
  return match(person(a), person(b));
}

TEST_CASE("honorifics and possessive endings are no part of a name") {
  CHECK(person("Mr. Ben Hale’s").shown == "Ben Hale");
  CHECK(person("Sir Tom Roe").words == std::vector<std::string>{"tom", "roe"});
  CHECK(person("Gen Ada Roe").honorific);
  CHECK(person("Roe Jr.").words == std::vector<std::string>{"roe"});
  CHECK(person("Ms Roe").gender == Gender::kFemale);
  CHECK(person("Peter Roe").gender == Gender::kMale);
  CHECK(person("Peter").gender == Gender::kUnknown);  // may be a surname
}

TEST_CASE("a surname, a given name and a full name fit, in this order") {
  CHECK(match_of("Mr Hale", "Ben Hale") == NameMatch::kSurname);
  CHECK(match_of("Sir Ben", "Ben Hale") == NameMatch::kGiven);
  CHECK(match_of("Ben Hale", "Ben Hale") == NameMatch::kFull);
  CHECK(match_of("Xu", "Xu Wen") == NameMatch::kGiven);
  CHECK(match_of("Javad", "Mohammad Javad Rahimi") == NameMatch::kOtherWord);
  CHECK(match_of("Hale", "Ben Hill") == NameMatch::kNone);
}

TEST_CASE("middle names and initials make no difference") {
  CHECK(match_of("John Q. Marsh", "John Marsh") == NameMatch::kFull);
  CHECK(match_of("J. Marsh", "John Marsh") == NameMatch::kFull);
  CHECK(match_of("K. Marsh", "John Marsh") == NameMatch::kNone);
}

TEST_CASE("two full names of one family are two people") {
  CHECK(match_of("Samar Haddad", "Raif Haddad") == NameMatch::kNone);
  CHECK(match_of("Mr Haddad", "Ms Haddad") == NameMatch::kNone);
}

TEST_CASE("nothing fits an empty name") {
  CHECK(match_of("", "Ben Hale") == NameMatch::kNone);
}

}  // namespace
}  // namespace onrecord::actors
