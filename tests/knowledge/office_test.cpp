#include "knowledge/office.h"

#include <doctest/doctest.h>

#include <string>

namespace onrecord::knowledge {
namespace {

std::string rank(const char* title, const char* country = "") {
  static const OfficeWords words;
  return std::string(words.rank_name(words.form(title, country).rank));
}

bool fits(const char* held, const char* said, const char* country = "") {
  static const OfficeWords words;
  return may_be_called(words.form(held, country), words.form(said, country));
}

TEST_CASE("titles come down to ranks") {
  CHECK(rank("Minister for Foreign Affairs and Trade") == "minister");
  CHECK(rank("Foreign Secretary") == "minister");
  CHECK(rank("first deputy foreign minister") == "deputy-minister");
  CHECK(rank("Minister of State (Ministry of Defence)") == "deputy-minister");
  CHECK(rank("shadow defence secretary") == "shadow-minister");
  CHECK(rank("spokeswoman of the foreign ministry") == "spokesperson");
  CHECK(rank("prime minister's spokesman") == "spokesperson");
  CHECK(rank("President of the Council of Ministers") == "prime-minister");
  CHECK(rank("ambassador to Germany") == "ambassador");
  CHECK(rank("deputy speaker") == "speaker");
  CHECK(rank("goalkeeper").empty());
  CHECK(rank("").empty());
}

TEST_CASE("an office answers to its short names and not to others") {
  CHECK(fits("Secretary of State for Foreign, Commonwealth and Development Affairs", "foreign secretary", "GBR"));
  CHECK(fits("Secretary of State", "secretary of state", "USA"));
  CHECK(fits("secretary of state", "foreign secretary", "USA"));
  CHECK(fits("Minister of National Defense", "defence minister"));
  CHECK(fits("Chancellor of the Exchequer", "chancellor", "GBR"));
  CHECK_FALSE(fits("Chancellor of the Exchequer", "chancellor", "DEU"));
  CHECK_FALSE(fits("Minister of Finance", "foreign minister"));
  CHECK_FALSE(fits("minister", "foreign minister"));
  CHECK_FALSE(fits("shadow defence secretary", "defence secretary", "GBR"));
  CHECK_FALSE(fits("goalkeeper", "goalkeeper"));
}

TEST_CASE("sectors follow from ranks") {
  const OfficeWords words;
  CHECK(words.role(words.form("defence minister", "")) == "GOV");
  CHECK(words.role(words.form("senator", "")) == "LEG");
  CHECK(words.role(words.form("chief of the general staff", "")) == "MIL");
  CHECK(words.role(words.form("shadow chancellor", "")) == "OPP");
  CHECK(words.role(words.form("director of the Central Intelligence Agency", "")) == "SPY");
}

}  // namespace
}  // namespace onrecord::knowledge
