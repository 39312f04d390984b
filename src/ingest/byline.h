#pragma once
// Bylines: "By Jane Doe", "By Jane Doe in Paris", "Live reporting by …", "Our Special Correspondent", "Jane Doe and
// Ada Roe". Thread-safety: pure functions.

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::ingest {

// By its own words, wherever it stands.
[[nodiscard]] bool is_byline(std::string_view line);

// Only by where it stands, between headline and text: a job ("Political Correspondent") or nothing but names.
[[nodiscard]] bool may_be_bare_byline(std::string_view line);

// The persons named: "By Jane Doe in Paris and Ada Roe, Political Editor" gives Jane Doe and Ada Roe.
[[nodiscard]] std::vector<std::string> byline_authors(std::string_view line);

}  // namespace onrecord::ingest
