#include "statements/classes.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/with_name.h"

namespace onrecord::statements {
namespace {

// What a word of saying says by itself ("deny") counts as this much more log-probability; "say" and its like say
// nothing of the act, which then rests on the content. Chosen on the development reports.
constexpr float kTrustInWord = 2.0F;

size_t likeliest(std::span<const float> scores) {
  return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// The likeliest classes of a head and how likely each is; the first was chosen.
template <class Enum>
void tell(std::string_view field, std::string_view by, const std::vector<Enum>& values, const std::vector<float>& logs,
          size_t chosen, std::vector<Evidence>& evidence) {
  evidence.push_back({field, by, std::min(1.0F, std::exp(logs[chosen])), true, std::string(name(values[chosen])), {}});
  for (size_t k = 0; k < values.size(); ++k) {
    if (k != chosen && std::exp(logs[k]) >= kWorthTelling)
      evidence.push_back({field, by, std::exp(logs[k]), false, std::string(name(values[k])), {}});
  }
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
    : acts_(with_names(manifest.acts, Act::kThink)),
      polarities_(with_names(manifest.polarities, Polarity::kNegative)),
      source_kinds_(with_names(manifest.source_kinds, SourceKind::kNone)) {}

Act Classes::act(const Reading& reading, const SpeechWord* word, std::vector<Evidence>& evidence) const {
  const Act of_word = word != nullptr ? word->act : Act::kSay;
  std::vector<float> scores = reading.act;
  if (scores.size() != acts_.size()) {
    evidence.push_back({"act", "word of saying", 1, true, std::string(name(of_word)), {}});
    return of_word;
  }
  for (size_t k = 0; k < scores.size(); ++k) {
    if (of_word != Act::kSay && acts_[k] == of_word) scores[k] += kTrustInWord;
  }
  const size_t best = likeliest(scores);
  tell("act", "act head", acts_, reading.act, best, evidence);
  if (of_word != Act::kSay)
    evidence.push_back({"act", "word of saying", 1, acts_[best] == of_word, std::string(name(of_word)), {}});
  return acts_[best];
}

Polarity Classes::polarity(const Reading& reading, std::vector<Evidence>& evidence) const {
  if (reading.polarity.empty() || reading.polarity.size() != polarities_.size()) return Polarity::kPositive;
  const size_t best = likeliest(reading.polarity);
  tell("polarity", "polarity head", polarities_, reading.polarity, best, evidence);
  return polarities_[best];
}

SourceKind Classes::source_kind(const Reading& reading, bool pronoun, std::span<const actors::Member* const> source,
                                std::vector<Evidence>& evidence) const {
  const auto by_rule = [&](SourceKind kind, std::string_view rule) {
    evidence.push_back({"source.kind", rule, 1, true, std::string(name(kind)), {}});
    return kind;
  };
  if (reading.source.empty()) return by_rule(SourceKind::kNone, "no source");
  if (pronoun && !source.empty()) return by_rule(kind_of(*source.front()), "whom the pronoun stands for");
  const size_t classes = std::min(reading.source_kind.size(), source_kinds_.size());
  size_t best = classes;
  for (size_t k = 0; k < classes; ++k) {
    if (source_kinds_[k] == SourceKind::kNone) continue;
    if (best == classes || reading.source_kind[k] > reading.source_kind[best]) best = k;
  }
  if (best < classes) {
    tell("source.kind", "source kind head", source_kinds_, reading.source_kind, best, evidence);
    return source_kinds_[best];
  }
  return by_rule(source.empty() ? SourceKind::kUnnamed : kind_of(*source.front()), "actor");
}

}  // namespace onrecord::statements
