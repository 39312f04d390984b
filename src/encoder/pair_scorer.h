#pragma once
// Graph 5: do two mentions mean the same? From the vectors of their words and classes of both and of the pair to one
// score a pair (docs/model-format.md, "coreference"). Compiled apart from the Network, since only `onrecord parse
// --coreference` needs it.
//
// Method: mention ranking (Wiseman et al. 2015; Lee et al. 2017) over the frozen vectors of the encoder.
// Thread-safety: score may be called from several threads; they wait for each other.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::encoder {

inline constexpr uint32_t kMentionClasses = 11;
inline constexpr uint32_t kMentionWords = 4;  // head, first, last word, and the word that the head hangs on
inline constexpr uint32_t kPairClasses = 16;

// Row-major.
struct MentionPairs {
  std::vector<float> vectors;            // mentions × kMentionWords × vector_size; zero where there is no such word
  std::vector<int32_t> mention_classes;  // mentions × kMentionClasses
  std::vector<int32_t> anaphor, antecedent;  // one a pair: numbers of mentions
  std::vector<int32_t> pair_classes;         // pairs × kPairClasses
};

class PairScorer {
 public:
  // Fails with kModelMissing when the folder has no such graph, kModelForeign when it does not fit, kRuntime.
  [[nodiscard]] static Result<PairScorer> open(const std::string& folder, uint32_t vector_size);
  PairScorer(PairScorer&&) noexcept;
  PairScorer& operator=(PairScorer&&) noexcept;
  ~PairScorer();

  // One score a pair; over zero means that the pair is likelier than that the anaphor refers to nothing before it.
  // Fails with kRuntime.
  [[nodiscard]] Result<std::vector<float>> score(const MentionPairs& pairs) const;

 private:
  struct Parts;
  explicit PairScorer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace onrecord::encoder
