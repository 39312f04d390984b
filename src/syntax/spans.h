#pragma once
// Scores of BIO labels → spans with a type. The best sequence of labels in which no I-X stands without a B-X or I-X
// before it (Viterbi 1967), so that each span is whole. Thread-safety: SpanDecoder is immutable.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "onrecord/error.h"
#include "syntax/syntax.h"

namespace onrecord::syntax {

class SpanDecoder {
 public:
  // labels: "O", then "B-TYPE" and "I-TYPE" in any order. Fails with kModelForeign for a type that EntityType does not
  // have or an I- without its B-.
  [[nodiscard]] static Result<SpanDecoder> make(const std::vector<std::string>& labels);

  // log_probabilities: row-major, one row a word, one column a label. Adds the spans to out, words counted from
  // first_word. Time is linear in words × labels.
  void decode(std::span<const float> log_probabilities, uint32_t first_word, std::vector<Entity>& out) const;

 private:
  struct Label {
    bool inside = false;  // I-
    EntityType type = EntityType::kPerson;
    size_t begin = 0;  // of an I-: number of its B-
  };
  [[nodiscard]] std::vector<size_t> best_labels(std::span<const float> log_probabilities) const;

  std::vector<Label> labels_;  // the first is O
};

}  // namespace onrecord::syntax
