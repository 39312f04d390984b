#include "statements/media.h"

#include "actors/fold.h"
#include "statements/tables.inc"

namespace onrecord::statements {
namespace {

constexpr int kMedia = static_cast<int>(Medium::kDocument) + 1;
constexpr std::array<std::string_view, kWays> kWayNames = {"cue", "noun", "hearer"};

}  // namespace

Media::Media() {
  for (const std::string_view line : actors::parts_of(kMediumTable, '\n')) {
    const size_t colon = line.find(':');
    if (line.front() == '#' || colon == std::string_view::npos) continue;
    const std::string_view heading = line.substr(0, colon);
    for (int medium = 0; medium < kMedia; ++medium) {
      for (size_t way = 0; way < kWays; ++way) {
        if (heading != std::string(name(static_cast<Medium>(medium))) + ' ' + std::string(kWayNames[way])) continue;
        for (const auto words : actors::parts_of(line.substr(colon + 1), ','))
          words_[way].emplace(actors::fold(words), static_cast<Medium>(medium));
      }
    }
  }
}

std::optional<Medium> Media::find(Way way, std::string_view words) const {
  const auto& known = words_[static_cast<size_t>(way)];
  const auto at = known.find(actors::fold(words));
  if (at == known.end()) return std::nullopt;
  return at->second;
}

}  // namespace onrecord::statements
