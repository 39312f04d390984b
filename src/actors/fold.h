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

// Without surrounding white space.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// "a; b ;c" → a, b, c; empty parts are left out.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view list, char separator);

}  // namespace onrecord::actors
