#include "knowledge/dates.h"

#include <doctest/doctest.h>

namespace onrecord::knowledge {
namespace {

TEST_CASE("dates compare as numbers, and what is not said widens a term") {
  CHECK(date_of("2022-02-15", false) == 20220215);
  CHECK(date_of("2022-02-15T10:00:00Z", false) == 20220215);
  CHECK(date_of("2022-02", false) == 20220200);
  CHECK(date_of("2022-02", true) == 20220299);
  CHECK(date_of("2022", true) == 20229999);
  for (const auto* none : {"", "22", "2022-13", "2022-02-32", "2022/02/15", "soon", "2022-2-1"})
    CHECK_FALSE(date_of(none, false));
}

TEST_CASE("a date reads as its source had it") {
  for (const auto* text : {"2022", "2022-02", "2022-02-15"}) {
    CHECK(text_of(*date_of(text, false)) == text);
    CHECK(text_of(*date_of(text, true)) == text);
  }
  CHECK(text_of(kOpen).empty());
  CHECK(text_of(0).empty());
}

TEST_CASE("months are counted over years") {
  CHECK(months_after(20221215, 3) == 20230315);
  CHECK(months_after(20220115, 24) == 20240115);
  CHECK(months_after(20220115, 0) == 20220115);
  CHECK(months_after(20229999, 1) == 20230199);
}

}  // namespace
}  // namespace onrecord::knowledge
