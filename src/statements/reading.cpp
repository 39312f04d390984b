#include "statements/reading.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace onrecord::statements {
namespace {

constexpr std::array kTold = {Role::kSource, Role::kContent};

std::string_view field_of(Role role) {
  return role == Role::kSource ? "source" : "content";
}

// Words of one role in one stretch, and how likely each is.
struct Stretch {
  WordSet words;
  float probability = 0;  // summed
  [[nodiscard]] float mean() const { return words.empty() ? 1 : probability / static_cast<float>(words.size()); }
};

}  // namespace

Reading make_reading(const Cue& cue, WordRange read, const encoder::CueReading& scores,
                     const encoder::Manifest& manifest, const std::vector<uint8_t>& meaningful) {
  Reading reading;
  reading.cue = {cue.words, agreed(cue.probability, scores.holds)};
  reading.act = scores.act;
  reading.polarity = scores.polarity;
  reading.source_kind = scores.source_kind;
  const auto path = decode_roles<kCount<Role>>(scores.roles, manifest.role_initial, manifest.role_transitions);
  reading.evidence.push_back({"cue", "cue head", cue.probability, true, {}, all_words(cue.words)});
  reading.evidence.push_back({"cue", "reader", scores.holds, true, {}, all_words(cue.words)});
  std::vector<Evidence> others;
  for (const Role role : kTold) {
    const auto number = static_cast<size_t>(role);
    Stretch chosen, other;
    const auto end_of_stretch = [&] {
      if (!other.words.empty())
        others.push_back({field_of(role), "role head", other.mean(), false, {}, std::move(other.words)});
      other = {};
    };
    for (uint32_t k = 0; k < path.role.size(); ++k) {
      const uint32_t word = read.first + k;
      if (cue.words.contains(word) || !meaningful[word]) continue;
      const float probability = path.probability[k][number];
      if (path.role[k] == number) {
        chosen.words.push_back(word);
        chosen.probability += probability;
      } else if (probability >= kWorthTelling) {
        other.words.push_back(word);
        other.probability += probability;
        continue;
      }
      end_of_stretch();
    }
    end_of_stretch();
    (role == Role::kSource ? reading.certain.source : reading.certain.content) = chosen.mean();
    if (!chosen.words.empty())
      reading.evidence.push_back({field_of(role), "role head", chosen.mean(), true, {}, chosen.words});
    (role == Role::kSource ? reading.source : reading.content) = std::move(chosen.words);
  }
  reading.evidence.insert(reading.evidence.end(), std::make_move_iterator(others.begin()),
                          std::make_move_iterator(others.end()));
  return reading;
}

void sort_by_cue(std::vector<Reading>& readings) {
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.cue.words.first < b.cue.words.first; });
}

}  // namespace onrecord::statements
