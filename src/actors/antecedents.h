#pragma once
// Whom a pronoun or a noun phrase like "the envoy" stands for: every actor met before it is scored, the best one over
// zero wins. The score is a weighted sum of what is known of the two and of the words between them; the weights were
// learned from the annotated reports (training/references) and stand in data/lexicons/reference-weights.txt.
//
// Thread-safety: immutable.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "actors/members.h"

namespace onrecord::actors {

// What may stand for somebody met before; each class has weights of its own.
enum class AnaphorClass : uint8_t { kPerson, kThing, kMany, kPersonNoun, kBodyNoun, kStateNoun, kManyNoun };
inline constexpr size_t kAnaphorClasses = 7;

// Numbers of the features; names in antecedents.cpp.
inline constexpr size_t kReferenceFeatures = 48;
using ReferenceFeatures = std::array<float, kReferenceFeatures>;

[[nodiscard]] std::string_view feature_name(size_t feature);
[[nodiscard]] std::string_view class_name(AnaphorClass anaphor);

class ReferenceWeights {
 public:
  ReferenceWeights();  // reads the table that was compiled in
  [[nodiscard]] float score(AnaphorClass anaphor, const ReferenceFeatures& features) const;

 private:
  std::array<ReferenceFeatures, kAnaphorClasses> weights_{};
};

struct Option {
  size_t member = 0;
  ReferenceFeatures features{};
  float score = 0;
};

// Told of every choice, before it is made: for training.
using ChoiceObserver = std::function<void(const Members&, size_t candidate, AnaphorClass, const std::vector<Option>&)>;

// Nothing for candidates that never stand for somebody met before: names, indefinite phrases.
[[nodiscard]] std::optional<AnaphorClass> anaphor_class(const Candidate& candidate);

// The members that may be meant, with their features and scores.
[[nodiscard]] std::vector<Option> antecedents_of(const Members& members, const ReferenceWeights& weights,
                                                 AnaphorClass anaphor, const Candidate& candidate);

}  // namespace onrecord::actors
