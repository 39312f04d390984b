#pragma once
// The dateline at the head of a paragraph: "NAIROBI, March 3 (Meridian Wire) -", "Lima (Agencia Sur).", "LONDON —",
// "RAIPUR:", "Nov 8 (Meridian) -", "(Meridian) -", and the time of day before an entry of a live page, "16.42".
// Thread-safety: pure function.

#include <optional>
#include <string>
#include <string_view>

namespace onrecord::ingest {

struct Dateline {
  size_t bytes = 0;    // of the paragraph, with the dash or other sign behind it
  std::string place;   // "NAIROBI"; may be empty
  std::string agency;  // what stands in brackets, "Meridian Wire"; may be empty
  std::string date;    // ISO, when the dateline has a full date with a year
};

[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph);

// The whole line is a dateline that stands above its paragraph ("PORT CLEMENT, Wednesday, January 21, 2026").
[[nodiscard]] std::optional<Dateline> whole_line_dateline(std::string_view line);

}  // namespace onrecord::ingest
