#pragma once
// The enumerator with a name, for the enumerations of the record: with_name("deny", Act::kThink) is Act::kDeny.
// Thread-safety: pure function.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/record.h"

namespace onrecord {

// last: the last enumerator; they count up from 0.
template <class Enum>
[[nodiscard]] std::optional<Enum> with_name(std::string_view wanted, Enum last) {
  for (int k = 0; k <= static_cast<int>(last); ++k) {
    if (name(static_cast<Enum>(k)) == wanted) return static_cast<Enum>(k);
  }
  return std::nullopt;
}

// Of each name in its place; an unknown one counts as the first enumerator.
template <class Enum>
[[nodiscard]] std::vector<Enum> with_names(const std::vector<std::string>& names, Enum last) {
  std::vector<Enum> values;
  values.reserve(names.size());
  for (const std::string& wanted : names) values.push_back(with_name(wanted, last).value_or(Enum{}));
  return values;
}

}  // namespace onrecord
