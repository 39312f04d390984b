#include "statements/media.h"

#include <algorithm>

#include "base/tables.h"
#include "base/with_name.h"
#include "knowledge/names.h"
#include "statements/tables.inc"

namespace onrecord::statements {
namespace {

constexpr std::array<std::string_view, kWays> kWayNames = {"cue", "noun", "hearer"};

}  // namespace

Media::Media() {
  for (const std::string_view line : lines_of(kMediumTable)) {
    const std::string_view heading = line.substr(0, line.find(':'));
    const size_t space = std::min(heading.rfind(' '), heading.size());
    const auto medium = with_name(heading.substr(0, space), Medium::kDocument);
    const auto way = std::find(kWayNames.begin(), kWayNames.end(), trimmed(heading.substr(space)));
    if (!medium || way == kWayNames.end()) continue;
    auto& known = words_[static_cast<size_t>(way - kWayNames.begin())];
    for (const auto words : heading_of(line, ',').entries) known.emplace(knowledge::fold(words), *medium);
  }
}

std::optional<Medium> Media::find(Way way, std::string_view words) const {
  const auto& known = words_[static_cast<size_t>(way)];
  const auto at = known.find(knowledge::fold(words));
  if (at == known.end()) return std::nullopt;
  return at->second;
}

}  // namespace onrecord::statements
