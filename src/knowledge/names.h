#pragma once
// Names in the form in which they are compared: no accents, lower case, white space single, no possessive ending.
//   fold("Niinistö’s") = "niinisto"      fold("U.S.") = "u.s."      fold("Liz  Truss") = "liz truss"
// Thread-safety: pure functions.

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::knowledge {

[[nodiscard]] std::string fold(std::string_view name);

// The form under which the knowledge base looks names up: folded, hyphens as spaces, no stops, no leading "the".
//   name_key("The U.S. Jean-Yves") = "us jean yves"
[[nodiscard]] std::string name_key(std::string_view name);

// A coarser form that spellings of one foreign name share: "sergei shoigu" and "sergey shoygu", "hussein al houthi" and
// "husain houthi" no more than that. Only to be believed beside something else that agrees. Takes a name_key.
[[nodiscard]] std::string sound_key(std::string_view key);

// The words with spaces between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

// The words of a folded name or phrase, cut at spaces.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view folded);

}  // namespace onrecord::knowledge
