#include "roles/features.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace onrecord::roles {
namespace {

constexpr float kLikely = 0.5F;  // an anchor that the others are told of

constexpr int32_t kFarthestBucket = 22;
constexpr int32_t kNearWords = 8;  // up to here each distance has a bucket of its own

// 8 + floor(4 log2(d / 8)) without floating point: 4 log2(d) = log2(d⁴), and 4 log2(8) = 12.
int32_t far_bucket(int32_t distance) {
  const auto d = static_cast<uint64_t>(distance);
  const auto log = static_cast<int32_t>(std::bit_width(d * d * d * d)) - 1;
  return std::min(kNearWords + log - 12, kFarthestBucket);
}

int32_t distance_feature(uint32_t word, WordRange anchor) {
  if (anchor.contains(word)) return kFarthestBucket;
  const int32_t distance = word < anchor.first ? static_cast<int32_t>(word) - static_cast<int32_t>(anchor.first)
                                               : static_cast<int32_t>(word) - static_cast<int32_t>(anchor.end) + 1;
  const int32_t size = std::abs(distance);
  const int32_t bucket = size <= kNearWords ? size : far_bucket(size);
  return kFarthestBucket + (distance < 0 ? -bucket : bucket);
}

int32_t clipped(int64_t value, int32_t limit) {
  return static_cast<int32_t>(std::clamp<int64_t>(value, -limit, limit)) + limit;
}

int64_t difference(uint32_t a, uint32_t b) {
  return static_cast<int64_t>(a) - static_cast<int64_t>(b);
}

// What "the same quotation" is counted from: the anchor's own, or the last one that opened before an anchor outside
// quotations.
uint32_t quotation_origin(const text::Tokens& tokens, WordRange window, uint32_t anchor) {
  if (tokens.quotation[anchor] != 0) return tokens.quotation[anchor];
  const auto begin = tokens.quotation.begin();
  return *std::max_element(begin + window.first, begin + anchor + 1);
}

int32_t quotation_feature(const text::Tokens& tokens, uint32_t word, uint32_t anchor, uint32_t origin) {
  const bool counted = tokens.quotation[anchor] != 0 || tokens.quotation[word] != 0;
  const int64_t q = counted ? difference(tokens.quotation[word], origin) : 0;
  const int32_t state = std::min<int32_t>(static_cast<int32_t>(tokens.quote[word]), 6);
  return state * 7 + clipped(q, 3);
}

// Ways through the tree from an anchor: up to the first word that it shares with the other word's way to the root, then
// down. The root is on every way, so each search ends.
class Ways {
 public:
  Ways(const text::Tokens& tokens, const syntax::Syntax& syntax, WordRange anchor)
      : syntax_(syntax),
        sentence_(words_of(tokens.sentences[tokens.sentence[anchor.first]])),
        climbed_(sentence_.size(), kNotClimbed),
        found_(sentence_.size(), kNotFound) {
    uint32_t word = anchor.first;
    while (word < anchor.end && anchor.contains(syntax.head[word])) ++word;
    if (word == anchor.end) word = anchor.first;
    for (uint8_t up = 0; word != syntax::kRoot; word = syntax.head[word]) {
      climbed(word) = up;
      up = std::min<uint8_t>(static_cast<uint8_t>(up + 1), kHighest);
    }
    for (word = anchor.first; word < std::min(anchor.end, sentence_.end); ++word) climbed(word) = 0;
    for (word = sentence_.first; word < sentence_.end; ++word) {
      if (climbed(word) != kNotClimbed) found(word) = climbed(word) * kStep + 1;
    }
  }

  // 0 for words of other sentences.
  int32_t to(uint32_t word) {
    if (!sentence_.contains(word)) return 0;
    uint32_t top = word;  // the first on the way up that is known, or that hangs on a word which the anchor climbed to
    while (found(top) == kNotFound && climbed(syntax_.head[top]) == kNotClimbed) top = syntax_.head[top];
    if (found(top) == kNotFound) found(top) = climbed(syntax_.head[top]) * kStep + 2 + syntax_.relation[top];
    for (; word != top; word = syntax_.head[word]) found(word) = found(top);
    return found(top);
  }

 private:
  static constexpr uint8_t kHighest = 3, kNotClimbed = 255;
  static constexpr int32_t kStep = encoder::kMostRelations + 2, kNotFound = -1;

  static WordRange words_of(const text::Sentence& sentence) { return {sentence.first_token, sentence.end_token}; }
  uint8_t& climbed(uint32_t word) { return climbed_[word - sentence_.first]; }
  int32_t& found(uint32_t word) { return found_[word - sentence_.first]; }

  const syntax::Syntax& syntax_;
  WordRange sentence_;
  std::vector<uint8_t> climbed_;  // steps from the anchor up to this word
  std::vector<int32_t> found_;
};

}  // namespace

WordRange words_read(WordRange anchor, WordRange window) {
  const uint32_t first = anchor.first > window.first + kReach ? anchor.first - kReach : window.first;
  return {first, std::min(window.end, anchor.end + kReach)};
}

std::vector<int32_t> anchor_features(const text::Tokens& tokens, const syntax::Syntax& syntax, WordRange window,
                                     std::span<const Anchor> anchors, size_t which) {
  const WordRange anchor = anchors[which].words;
  const WordRange read = words_read(anchor, window);
  const size_t words = read.size();
  const uint32_t origin = quotation_origin(tokens, window, anchor.first);
  std::vector<int32_t> features(encoder::kAnchorFeatures * words);
  const auto row = [&](size_t feature) { return std::span(features).subspan(feature * words, words); };
  Ways ways(tokens, syntax, anchor);
  for (uint32_t word = read.first; word < read.end; ++word) {
    const size_t at = word - read.first;
    row(0)[at] = distance_feature(word, anchor);
    row(1)[at] = clipped(difference(tokens.sentence[word], tokens.sentence[anchor.first]), 4);
    row(2)[at] = clipped(difference(tokens.block[word], tokens.block[anchor.first]), 3);
    row(3)[at] = quotation_feature(tokens, word, anchor.first, origin);
    row(4)[at] = anchor.contains(word) ? 2 : 0;
    row(6)[at] = ways.to(word);
  }
  std::vector<int32_t> between(words, 0);
  for (const Anchor& other : anchors) {
    const uint32_t at = other.words.first;
    if (at == anchor.first || !read.contains(at) || other.probability < kLikely) continue;
    if (!anchor.contains(at)) row(4)[at - read.first] = 1;
    if (at > anchor.first) {
      for (uint32_t word = at; word < read.end; ++word) ++between[word - read.first];
    } else {
      for (uint32_t word = read.first; word <= at; ++word) --between[word - read.first];
    }
  }
  for (size_t at = 0; at < words; ++at) row(5)[at] = clipped(between[at], 3);
  return features;
}

}  // namespace onrecord::roles
