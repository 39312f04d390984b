#pragma once
// Full dates with a year, as they stand on date lines, in datelines, addresses of pages and time elements.
// Thread-safety: pure functions.

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace onrecord::ingest {

struct FoundDate {
  std::string iso;  // "2024-03-03", or "2024-03-03T18:20:00" when a time of day stands beside it
  Span span;        // in the text given
};

// The first full date: "March 3, 2024", "Sunday 3rd March 2024, 18:20", "2024-03-03". A date in figures with slashes
// is not read, for its day and month cannot be told apart.
[[nodiscard]] std::optional<FoundDate> find_full_date(std::string_view text);

// An ISO 8601 date or date-time as pages state it ("2024-03-03T18:20:00+02:00"), checked and trimmed; else empty.
[[nodiscard]] std::string checked_iso_date(std::string_view text);

// The date in the address of a page (".../2024/03/03/..."); else empty.
[[nodiscard]] std::string date_in_url(std::string_view url);

// The line holds a date or a time of day and nothing else ("Published 3 March 2024 at 18:20", "16.42").
[[nodiscard]] bool is_date_line(std::string_view line);

// Bytes of a time of day at the head of a line ("14:32", "9.05pm", "16h10 GMT"); 0 when there is none.
[[nodiscard]] size_t time_of_day_bytes(std::string_view line);

}  // namespace onrecord::ingest
