#include "statements/classes.h"

#include <algorithm>
#include <string>

namespace onrecord::statements {
namespace {

// What a word of saying says by itself ("deny") counts as this much more log-probability; "say" and its like say
// nothing of the act, which then rests on the content. Chosen on the development reports.
constexpr float kTrustInWord = 2.0F;

// The enumerators from 0 to last that the labels name, in the labels' order; an unknown label counts as 0.
template <class Enum>
std::vector<Enum> by_name(const std::vector<std::string>& labels, Enum last) {
  std::vector<Enum> values;
  for (const std::string& label : labels) {
    Enum found{};
    for (int k = 0; k <= static_cast<int>(last); ++k) {
      if (name(static_cast<Enum>(k)) == label) found = static_cast<Enum>(k);
    }
    values.push_back(found);
  }
  return values;
}

size_t likeliest(std::span<const float> scores) {
  return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

SourceKind kind_of(const actors::Member& member) {
  switch (member.kind) {
    case ActorKind::kPerson: {
      if (member.named) return SourceKind::kNamed;
      const bool office = std::any_of(member.mentions.begin(), member.mentions.end(),
                                      [](const auto& mention) { return mention.form == MentionForm::kTitle; });
      return office ? SourceKind::kOffice : SourceKind::kUnnamed;
    }
    case ActorKind::kGroup:
      return SourceKind::kCollective;
    default:
      return SourceKind::kOrganisation;
  }
}

}  // namespace

Classes::Classes(const encoder::Manifest& manifest)
    : acts_(by_name(manifest.acts, Act::kThink)),
      polarities_(by_name(manifest.polarities, Polarity::kNegative)),
      source_kinds_(by_name(manifest.source_kinds, SourceKind::kNone)) {}

Act Classes::act(const Reading& reading, const SpeechWord* word) const {
  std::vector<float> scores = reading.act;
  if (scores.size() != acts_.size()) return word != nullptr ? word->act : Act::kSay;
  for (size_t k = 0; k < scores.size(); ++k) {
    if (word != nullptr && word->act != Act::kSay && acts_[k] == word->act) scores[k] += kTrustInWord;
  }
  return acts_[likeliest(scores)];
}

Polarity Classes::polarity(const Reading& reading) const {
  const size_t best = likeliest(reading.polarity);
  return best < polarities_.size() && !reading.polarity.empty() ? polarities_[best] : Polarity::kPositive;
}

SourceKind Classes::source_kind(const Reading& reading, bool pronoun,
                                std::span<const actors::Member* const> source) const {
  if (reading.source.empty()) return SourceKind::kNone;
  if (pronoun && !source.empty()) return kind_of(*source.front());
  const size_t classes = std::min(reading.source_kind.size(), source_kinds_.size());
  size_t best = classes;
  for (size_t k = 0; k < classes; ++k) {
    if (source_kinds_[k] == SourceKind::kNone) continue;
    if (best == classes || reading.source_kind[k] > reading.source_kind[best]) best = k;
  }
  if (best < classes) return source_kinds_[best];
  return source.empty() ? SourceKind::kUnnamed : kind_of(*source.front());
}

}  // namespace onrecord::statements
