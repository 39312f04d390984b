#pragma once
// What the choice between "a sentence ends here" and "it goes on" is made by: the words around the gap, their shapes,
// the marks between them, the quotation and bracket that stand open, how long the sentence is, how the block is
// written. A linear model weighs them; training/sentences fits it to treebanks and writes data/sentences/weights.tsv.
// The same code names the features for training and hashes them at run time.
//
// Thread-safety: immutable after it is made. Lifetime: holds the text and the words by view.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/lexicon.h"
#include "text/quotation.h"

namespace onrecord::text {

// FNV-1a.
constexpr uint32_t hash_bytes(std::string_view bytes) {
  uint32_t value = 2166136261u;
  for (char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value;
}

// A short piece of text with its hash: the first bytes of a word in lower case with 0 for digits; a shape; a kind.
struct FeatureValue {
  std::array<char, 12> letters{};
  uint8_t size = 0;
  uint32_t hash = hash_bytes({});

  constexpr FeatureValue() = default;
  explicit constexpr FeatureValue(std::string_view text) {
    for (char c : text.substr(0, letters.size())) letters[size++] = c;
    hash = hash_bytes(view());
  }
  [[nodiscard]] constexpr std::string_view view() const { return {letters.data(), size}; }
};

struct FeatureName {
  std::string_view text;
  uint32_t hash;
  explicit(false) consteval FeatureName(const char* name) : text(name), hash(hash_bytes(text)) {}
};

constexpr uint32_t feature_hash(uint32_t name, uint32_t first, uint32_t second) {
  uint32_t value = (name * 0x9E3779B1u) ^ first;
  value = ((value ^ (value >> 15)) * 0x85EBCA77u) ^ second;
  return (value ^ (value >> 13)) * 0xC2B2AE3Du;
}

enum class WordShape : uint8_t { kNone, kTitled, kInitial, kCapitals, kLower, kDigits, kSign };
enum class WordKind : uint8_t {
  kNone,
  kWord,
  kNumber,
  kAbbreviation,
  kStop,
  kEllipsis,
  kColon,
  kSemicolon,
  kComma,
  kDash,
  kOpen,
  kClose,
  kMark,
  kSign,
};

// One word as the features see it, but for its letters.
struct WordLook {
  WordShape shape = WordShape::kNone;
  WordKind kind = WordKind::kNone;
  bool closes = false;  // may stand between a stop and the gap
  bool opens = false;   // may stand between the gap and the sentence's first word
  bool after_space = false;
  bool in_brackets = false;
};

class SentenceFeatures {
 public:
  // `words` are those of one block; `quotes` is the map of the whole text.
  SentenceFeatures(std::string_view text, std::span<const Span> words, const QuoteMap& quotes);

  [[nodiscard]] size_t size() const { return looks_.size(); }

  // False for a word before which no sentence ends, whatever else: against the word before it, between two words of
  // lower case, behind a comma or a colon.
  [[nodiscard]] bool is_candidate(size_t word) const;

  // Calls visit(FeatureName, const FeatureValue&, const FeatureValue&) for each feature of the gap before `word`;
  // `begin` is the first word of the sentence that is open there.
  template <class Visit>
  void visit(size_t word, size_t begin, Visit&& visit) const;

 private:
  // The surroundings of a gap, looked up once for all features.
  struct Gap {
    FeatureValue before, left, right, next, third, closers, openers;
    const FeatureValue *left_kind, *left_shape, *before_shape, *right_shape, *next_shape, *next_kind;
    const FeatureValue *quote, *bracket, *length, *rest, *abbreviation, *right_class, *reports, *space, *start;
  };
  [[nodiscard]] Gap gap(size_t word, size_t begin) const;
  [[nodiscard]] const WordLook& look(size_t word) const;
  [[nodiscard]] FeatureValue letters(size_t word) const;
  [[nodiscard]] const FeatureValue& quoted(size_t word) const;
  [[nodiscard]] bool reports(size_t word) const;

  std::string_view text_;
  std::span<const Span> words_;
  const QuoteMap& quotes_;
  std::vector<WordLook> looks_;
  FeatureValue style_;     // how the block ends and whether it has stops
  bool headline_ = false;  // most of the block's words have capitals
};

template <class Visit>
void SentenceFeatures::visit(size_t word, size_t begin, Visit&& visit) const {
  constexpr FeatureValue kAny;
  Gap g = gap(word, begin);
  visit("bias", kAny, kAny);
  visit("left", g.left, kAny);
  visit("left/shape", g.left, *g.right_shape);
  visit("kind/shape", *g.left_kind, *g.right_shape);
  visit("before/kind", g.before, *g.left_kind);
  visit("before/shape", g.before, *g.right_shape);
  visit("left shape/shape", *g.left_shape, *g.right_shape);
  visit("before shape/kind", *g.before_shape, *g.left_kind);
  visit("right", g.right, kAny);
  visit("right/kind", g.right, *g.left_kind);
  visit("next/kind", g.next, *g.left_kind);
  visit("right/next", *g.right_shape, *g.next_shape);
  visit("next kind/kind", *g.next_kind, *g.left_kind);
  visit("third/kind", g.third, *g.left_kind);
  visit("closers/kind", g.closers, *g.left_kind);
  visit("closers/shape", g.closers, *g.right_shape);
  visit("openers/kind", g.openers, *g.left_kind);
  visit("openers/closers", g.openers, g.closers);
  visit("quote/kind", *g.quote, *g.left_kind);
  visit("quote/shape", *g.quote, *g.right_shape);
  visit("quote/closers", *g.quote, g.closers);
  visit("bracket/kind", *g.bracket, *g.left_kind);
  visit("length/kind", *g.length, *g.left_kind);
  visit("length/left", *g.length, g.left);
  visit("rest/kind", *g.rest, *g.left_kind);
  visit("start/kind", *g.start, *g.left_kind);
  visit("start/length", *g.start, *g.length);
  visit("abbreviation/shape", *g.abbreviation, *g.right_shape);
  visit("abbreviation/next", *g.abbreviation, *g.next_shape);
  visit("abbreviation/right", *g.abbreviation, g.right);
  visit("class/kind", *g.right_class, *g.left_kind);
  visit("class/abbreviation", *g.right_class, *g.abbreviation);
  visit("class/quote", *g.right_class, *g.quote);
  visit("class/left", *g.right_class, g.left);
  visit("reports/closers", *g.reports, g.closers);
  visit("space/kind", *g.space, *g.left_kind);
  visit("style/kind", style_, *g.left_kind);
  visit("style/shape", style_, *g.right_shape);
}

}  // namespace onrecord::text
