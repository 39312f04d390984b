#pragma once
// Words for how something was said (data/lexicons/media-en.txt). Thread-safety: immutable.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "onrecord/record.h"

namespace onrecord::statements {

enum class Way : uint8_t { kCue, kNoun, kHearer };
inline constexpr size_t kWays = 3;

class Media {
 public:
  Media();  // reads the table that was compiled in

  // words: a lemma, or two with a space between; case and accents do not count.
  [[nodiscard]] std::optional<Medium> find(Way way, std::string_view words) const;

 private:
  std::array<std::unordered_map<std::string, Medium>, kWays> words_;
};

}  // namespace onrecord::statements
