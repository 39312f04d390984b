#include "ingest/dates.h"

#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

std::string full_date(std::string_view text) {
  const auto found = find_full_date(text);
  return found ? found->iso : std::string{};
}

TEST_CASE("Full dates in the usual forms") {
  CHECK(full_date("March 3, 2024") == "2024-03-03");
  CHECK(full_date("Sunday 3rd March 2024") == "2024-03-03");
  CHECK(full_date("Sept. 12 2019") == "2019-09-12");
  CHECK(full_date("2024-03-03") == "2024-03-03");
  CHECK(full_date("3.3.2024") == "2024-03-03");
  CHECK(full_date("15 November 2025, 18:20") == "2025-11-15T18:20:00");
  CHECK(full_date("March 3, 2026 3:42 PM UTC") == "2026-03-03T15:42:00Z");
}

TEST_CASE("What is no full date, or no date at all, is not read") {
  CHECK(full_date("March 3").empty());
  CHECK(full_date("February 30, 2024").empty());
  CHECK(full_date("3/4/2024").empty());  // March or April
  CHECK(full_date("the 2024 election").empty());
}

TEST_CASE("Dates as pages state them") {
  CHECK(checked_iso_date("2024-03-03T18:20:05.123+0200") == "2024-03-03T18:20:05+02:00");
  CHECK(checked_iso_date(" 20240303 ") == "2024-03-03");
  CHECK(checked_iso_date("2024-03-03 18:20") == "2024-03-03T18:20:00");
  CHECK(checked_iso_date("2024-13-03").empty());
  CHECK(checked_iso_date("yesterday").empty());
}

TEST_CASE("Dates in addresses of pages") {
  CHECK(date_in_url("https://example.org/world/2024/03/03/story") == "2024-03-03");
  CHECK(date_in_url("https://example.org/2024/mar/03/story") == "2024-03-03");
  CHECK(date_in_url("https://example.org/a/20240303/b") == "2024-03-03");
  CHECK(date_in_url("https://example.org/2024/99/99/story").empty());
}

TEST_CASE("Date lines hold nothing but a date or a time") {
  CHECK(is_date_line("Published 3 March 2024 at 18:20"));
  CHECK(is_date_line("Thursday 9 October 2025"));
  CHECK(is_date_line("16:42"));
  CHECK(is_date_line("2 hours ago"));
  CHECK_FALSE(is_date_line("On 9 October 2025 the pier was closed"));
  CHECK_FALSE(is_date_line("42 boats"));
  CHECK_FALSE(is_date_line("May"));
}

}  // namespace
}  // namespace onrecord::ingest
