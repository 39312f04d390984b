#pragma once
// Names in the form in which they are compared: no accents, lower case, white space single, no possessive ending.
//   fold("Niinistö’s") = "niinisto"      fold("U.S.") = "u.s."      fold("Liz  Truss") = "liz truss"
// Thread-safety: pure functions.

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::actors {

[[nodiscard]] std::string fold(std::string_view name);

// The words of a folded name or phrase, cut at spaces.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view folded);

}  // namespace onrecord::actors
