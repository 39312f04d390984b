#pragma once
// Which mentions of a document mean the same: each takes the best of those before it, or nobody, and so they form
// chains. For `onrecord parse --coreference`; who is who in a record is actors/references.h, which knows names, offices
// and speakers besides.
//
// Thread-safety: pure functions over an immutable scorer.

#include <cstdint>
#include <span>
#include <vector>

#include "actors/grammar.h"
#include "coreference/pairs.h"
#include "encoder/network.h"
#include "encoder/pair_scorer.h"
#include "encoder/windows.h"
#include "onrecord/error.h"

namespace onrecord::coreference {

// Two or more mentions, in order of their first words.
using Chain = std::vector<Mention>;

// The vectors of a document's words; windows[k] and encoded[k] belong together and cover all words.
class WordVectors {
 public:
  WordVectors(std::span<const encoder::Window> windows, std::span<const encoder::Encoded> encoded, uint32_t size);
  // The vector of a word, zeros for a word that the document does not have.
  void append(uint32_t word, std::vector<float>& out) const;

 private:
  std::vector<const float*> rows_;
  uint32_t size_;
};

// So many mentions are scored in one call, with all their antecedents: the network's memory stays small.
inline constexpr uint32_t kMentionsAtATime = 150;

// What the network is asked about some pairs.
struct Question {
  std::vector<uint32_t> rows;  // numbers of the mentions asked about, in order
  encoder::MentionPairs pairs;
};
[[nodiscard]] Question question(const actors::Tree& tree, const std::vector<Described>& mentions,
                                const std::vector<Pair>& pairs, const WordVectors& vectors);

// In order of their first mentions. Fails with kRuntime.
[[nodiscard]] Result<std::vector<Chain>> find_chains(const actors::Tree& tree, const encoder::Manifest& manifest,
                                                     const WordVectors& vectors, const encoder::PairScorer& scorer);

}  // namespace onrecord::coreference
