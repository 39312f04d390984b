#include "coreference/coreference.h"

#include <algorithm>

namespace onrecord::coreference {
namespace {

// Each mention's antecedent; itself where it has none. pairs: in the order of their anaphors.
void choose(const std::vector<Pair>& pairs, const std::vector<float>& scores, std::vector<uint32_t>& antecedent) {
  float best = 0;
  for (size_t k = 0; k < pairs.size(); ++k) {
    if (k > 0 && pairs[k].anaphor != pairs[k - 1].anaphor) best = 0;
    if (scores[k] <= best) continue;
    best = scores[k];
    antecedent[pairs[k].anaphor] = pairs[k].antecedent;
  }
}

std::vector<Chain> chains_of(const std::vector<Described>& mentions, std::vector<uint32_t> antecedent) {
  std::vector<Chain> all;
  std::vector<uint32_t> chain_of(mentions.size());
  for (uint32_t k = 0; k < mentions.size(); ++k) {
    if (antecedent[k] == k) {
      chain_of[k] = static_cast<uint32_t>(all.size());
      all.emplace_back();
    } else {
      chain_of[k] = chain_of[antecedent[k]];
    }
    all[chain_of[k]].push_back(mentions[k].mention);
  }
  std::erase_if(all, [](const Chain& chain) { return chain.size() < 2; });
  return all;
}

}  // namespace

WordVectors::WordVectors(std::span<const encoder::Window> windows, std::span<const encoder::Encoded> encoded,
                         uint32_t size)
    : size_(size) {
  for (size_t k = 0; k < windows.size(); ++k) {
    rows_.resize(std::max<size_t>(rows_.size(), windows[k].end_word()));
    for (uint32_t word = 0; word < encoded[k].words; ++word)
      rows_[windows[k].first_word + word] = encoded[k].vectors.data() + size_t{word} * size;
  }
}

void WordVectors::append(uint32_t word, std::vector<float>& out) const {
  if (word < rows_.size()) {
    out.insert(out.end(), rows_[word], rows_[word] + size_);
  } else {
    out.resize(out.size() + size_, 0.F);
  }
}

Question question(const actors::Tree& tree, const std::vector<Described>& mentions, const std::vector<Pair>& pairs,
                  const WordVectors& vectors) {
  Question out;
  for (const Pair& pair : pairs) {
    out.rows.push_back(pair.antecedent);
    out.rows.push_back(pair.anaphor);
  }
  std::ranges::sort(out.rows);
  out.rows.erase(std::unique(out.rows.begin(), out.rows.end()), out.rows.end());
  for (const uint32_t row : out.rows) {
    const Mention& mention = mentions[row].mention;
    for (const uint32_t word : {mention.head, mention.words.first, mention.words.end - 1, tree.head(mention.head)})
      vectors.append(word, out.pairs.vectors);
    const MentionClasses& classes = mentions[row].classes;
    out.pairs.mention_classes.insert(out.pairs.mention_classes.end(), classes.begin(), classes.end());
  }
  const auto place = [&](uint32_t row) {
    return static_cast<int32_t>(std::ranges::lower_bound(out.rows, row) - out.rows.begin());
  };
  for (const Pair& pair : pairs) {
    out.pairs.anaphor.push_back(place(pair.anaphor));
    out.pairs.antecedent.push_back(place(pair.antecedent));
    out.pairs.pair_classes.insert(out.pairs.pair_classes.end(), pair.classes.begin(), pair.classes.end());
  }
  return out;
}

Result<std::vector<Chain>> find_chains(const actors::Tree& tree, const encoder::Manifest& manifest,
                                       const WordVectors& vectors, const encoder::PairScorer& scorer) {
  const std::vector<Described> mentions = describe(tree, find_mentions(tree, manifest));
  const auto count = static_cast<uint32_t>(mentions.size());
  std::vector<uint32_t> antecedent(count);
  for (uint32_t k = 0; k < count; ++k) antecedent[k] = k;
  for (uint32_t first = 0; first < count; first += kMentionsAtATime) {
    const std::vector<Pair> pairs = pairs_of(tree, mentions, first, std::min(first + kMentionsAtATime, count));
    const auto scores = scorer.score(question(tree, mentions, pairs, vectors).pairs);
    if (!scores) return tl::unexpected(scores.error());
    choose(pairs, *scores, antecedent);
  }
  return chains_of(mentions, antecedent);
}

}  // namespace onrecord::coreference
