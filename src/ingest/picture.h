#pragma once
// Captions and credits of pictures, told by their own words. Thread-safety: pure functions.

#include <string_view>

namespace onrecord::ingest {

// Nothing but who made the picture: "Image source, Reuters", "Photo: Jane Doe", "AFP via Getty Images".
[[nodiscard]] bool is_credit(std::string_view line);

// Begins with a label ("Photo: …", "Pictured: …") or ends in a credit ("… Credit: AP", "… (Jane Doe/AP)").
[[nodiscard]] bool is_caption(std::string_view line);

// A line without a final stop that ends in a sentence and a bare name: "A guard at the gate. Jane Doe".
[[nodiscard]] bool ends_in_bare_credit(std::string_view line);

}  // namespace onrecord::ingest
