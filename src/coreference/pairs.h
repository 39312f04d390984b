#pragma once
// What is known of two mentions that may mean the same, as numbers for the network (docs/model-format.md, graph 5):
// classes of each mention by itself, and classes of the pair.
//
// Thread-safety: pure functions. Time and memory are linear in the pairs, and a mention has at most kMostAntecedents.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "actors/grammar.h"
#include "coreference/mentions.h"
#include "encoder/pair_scorer.h"

namespace onrecord::coreference {

inline constexpr uint32_t kNearest = 120;     // so many mentions before one are looked at
inline constexpr uint32_t kFartherSame = 20;  // and so many before those, if they have its head
inline constexpr uint32_t kMostAntecedents = kNearest + kFartherSame;

using MentionClasses = std::array<int32_t, encoder::kMentionClasses>;

// Words as numbers, so that pairs are compared fast.
struct Described {
  Mention mention;
  MentionClasses classes{};
  uint32_t head_word = 0;           // lemma of the head
  uint32_t key = 0;                 // all words, without article
  std::vector<uint32_t> words;      // of the key, sorted
  std::vector<uint32_t> modifiers;  // lemmas of nouns, names, adjectives and numbers beside the head, sorted
  std::string form;                 // of the head, lower case
  std::string initials;             // of the key's words that are no little words
  uint32_t times = 0;               // mentions of the document with this head
  uint32_t before = kNobody;        // the last mention before this one with its head that is no pronoun
  static constexpr uint32_t kNobody = UINT32_MAX;
  [[nodiscard]] bool pronoun() const;
  [[nodiscard]] bool name() const;
};

[[nodiscard]] std::vector<Described> describe(const actors::Tree& tree, const std::vector<Mention>& mentions);

struct Pair {
  uint32_t anaphor = 0, antecedent = 0;  // numbers of mentions, the antecedent's the smaller
  std::array<int32_t, encoder::kPairClasses> classes{};
};

// All pairs whose anaphor is one of [first, end), in order.
[[nodiscard]] std::vector<Pair> pairs_of(const actors::Tree& tree, const std::vector<Described>& mentions,
                                         uint32_t first, uint32_t end);

}  // namespace onrecord::coreference
