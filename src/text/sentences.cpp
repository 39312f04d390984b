#include "text/sentences.h"

#include <array>

#include "text/sentence_features.h"

namespace onrecord::text {
namespace {

struct NamedWeight {
  std::string_view name, first, second;
  int16_t weight;  // in hundredths
};

#include "text/sentence_weights.inc"

struct Weight {
  uint32_t feature = 0;
  int32_t weight = 0;  // 0: the slot is empty
};

constexpr size_t slots_for(size_t entries) {
  size_t slots = 64;
  while (slots < 2 * entries) slots *= 2;
  return slots;
}

// A hash table that is made by the compiler, by the features' hashes alone.
class WeightTable {
 public:
  constexpr WeightTable() {
    for (const NamedWeight& named : kSentenceWeights) {
      uint32_t feature = feature_hash(hash_bytes(named.name), hash_bytes(named.first), hash_bytes(named.second));
      size_t at = feature % slots_.size();
      while (slots_[at].weight != 0) at = (at + 1) % slots_.size();
      slots_[at] = {feature, named.weight};
    }
  }

  [[nodiscard]] int32_t of(uint32_t feature) const {
    for (size_t at = feature % slots_.size(); slots_[at].weight != 0; at = (at + 1) % slots_.size()) {
      if (slots_[at].feature == feature) return slots_[at].weight;
    }
    return 0;
  }

 private:
  std::array<Weight, slots_for(std::size(kSentenceWeights))> slots_{};
};

constexpr WeightTable kWeights;

}  // namespace

void append_breaks(std::string_view text, std::span<const Span> words, const QuoteMap& quotes,
                   std::vector<uint32_t>& breaks) {
  SentenceFeatures features(text, words, quotes);
  size_t begin = 0;
  for (size_t word = 1; word < features.size(); ++word) {
    if (!features.is_candidate(word)) continue;
    int32_t score = 0;
    features.visit(word, begin, [&](FeatureName name, const FeatureValue& first, const FeatureValue& second) {
      score += kWeights.of(feature_hash(name.hash, first.hash, second.hash));
    });
    if (score <= 0) continue;
    breaks.push_back(static_cast<uint32_t>(word));
    begin = word;
  }
}

}  // namespace onrecord::text
