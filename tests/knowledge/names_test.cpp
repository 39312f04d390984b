#include "knowledge/names.h"

#include <doctest/doctest.h>

namespace onrecord::knowledge {
namespace {

TEST_CASE("a name is looked up without accents, stops, hyphens and article") {
  CHECK(name_key("The U.S.") == "us");
  CHECK(name_key("Jean-Yves Le Drian") == "jean yves le drian");
  CHECK(name_key("Sauli Niinistö") == "sauli niinisto");
  CHECK(name_key("  Recep Tayyip  Erdoğan's ") == "recep tayyip erdogan");
  CHECK(name_key("...").empty());
}

TEST_CASE("spellings of one foreign name share their sound") {
  const auto alike = [](const char* a, const char* b) { return sound_key(name_key(a)) == sound_key(name_key(b)); };
  CHECK(alike("Sergei Shoigu", "Sergey Shoygu"));
  CHECK(alike("Volodymyr Zelensky", "Volodymyr Zelenskyy"));
  CHECK(alike("Volodymyr Zelenskiy", "Volodymyr Zelensky"));
  CHECK(alike("Yulia Navalnaya", "Iulia Navalnaia"));
  CHECK(alike("Khalifa Haftar", "Halifa Haftar"));
  CHECK(alike("Bashar al-Assad", "Bashar Assad"));
  CHECK_FALSE(alike("Ben Wallace", "Ben Walters"));
  CHECK_FALSE(alike("Vladimir Putin", "Vladimir Padrino"));
}

}  // namespace
}  // namespace onrecord::knowledge
