#pragma once
// The syntax of a document in terms that rules can name: parts of speech and relations instead of label numbers, the
// dependents of each word, and the words of a noun phrase.
//
// Lifetime: a Tree reads the syntax and tokens that it was made from; keep them alive.
// Thread-safety: immutable.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/word_range.h"
#include "encoder/manifest.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace onrecord::actors {

enum class Part : uint8_t {
  kNoun,
  kName,
  kPronoun,
  kVerb,
  kAuxiliary,
  kAdjective,
  kAdverb,
  kAdposition,
  kDeterminer,
  kConjunction,
  kSubordinator,
  kParticle,
  kNumber,
  kPunctuation,
  kOther
};

// Universal Dependencies' relations as far as rules tell them apart; subtypes that are not listed count as their type.
enum class Relation : uint8_t {
  kRoot,
  kSubject,
  kObject,
  kIndirectObject,
  kOblique,
  kAgent,
  kModifier,
  kPossessor,
  kDescription,
  kApposition,
  kCompound,
  kFlat,
  kAdjective,
  kNumber,
  kDeterminer,
  kCase,
  kMark,
  kAuxiliary,
  kCopula,
  kConjunct,
  kCoordination,
  kRelativeClause,
  kClause,
  kAdverbialClause,
  kComplement,
  kOpenComplement,
  kParataxis,
  kAdverb,
  kParticle,
  kExpletive,
  kPunctuation,
  kOther,
};

// Label numbers of one model → parts and relations.
class Grammar {
 public:
  explicit Grammar(const encoder::Manifest& manifest);

  [[nodiscard]] Part part(uint8_t upos) const { return upos < parts_.size() ? parts_[upos] : Part::kOther; }
  [[nodiscard]] Relation relation(uint8_t label) const {
    return label < relations_.size() ? relations_[label] : Relation::kOther;
  }
  [[nodiscard]] bool plural(uint8_t xpos) const { return xpos < plural_.size() && plural_[xpos]; }
  [[nodiscard]] bool possessive_mark(uint8_t xpos) const { return xpos < possessive_.size() && possessive_[xpos]; }

 private:
  std::vector<Part> parts_;
  std::vector<Relation> relations_;
  std::vector<bool> plural_, possessive_;
};

class Tree {
 public:
  Tree(std::string_view text, const text::Tokens& tokens, const syntax::Syntax& syntax, const Grammar& grammar);

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(syntax_.head.size()); }
  [[nodiscard]] std::string_view word(uint32_t at) const { return tokens_.spans[at].in(text_); }
  [[nodiscard]] std::string_view text(WordRange words) const;
  [[nodiscard]] std::string_view lemma(uint32_t at) const { return syntax_.lemma[at]; }
  [[nodiscard]] Part part(uint32_t at) const { return grammar_.part(syntax_.upos[at]); }
  [[nodiscard]] Relation relation(uint32_t at) const { return grammar_.relation(syntax_.relation[at]); }
  [[nodiscard]] uint32_t head(uint32_t at) const { return syntax_.head[at]; }  // syntax::kRoot for a root
  [[nodiscard]] bool plural(uint32_t at) const;
  [[nodiscard]] bool possessive_mark(uint32_t at) const { return grammar_.possessive_mark(syntax_.xpos[at]); }
  [[nodiscard]] uint32_t sentence(uint32_t at) const { return tokens_.sentence[at]; }
  [[nodiscard]] uint32_t block(uint32_t at) const { return tokens_.block[at]; }
  [[nodiscard]] const text::Tokens& tokens() const { return tokens_; }
  [[nodiscard]] const syntax::Syntax& syntax() const { return syntax_; }

  [[nodiscard]] std::span<const uint32_t> dependents(uint32_t at) const;  // in order
  // The first dependent with that relation; kNone when there is none.
  [[nodiscard]] uint32_t dependent(uint32_t at, Relation relation) const;
  static constexpr uint32_t kNone = UINT32_MAX;

  // All words below `at` and itself: [first, last + 1) of its yield.
  [[nodiscard]] WordRange yield(uint32_t at) const { return yields_[at]; }
  // The word of the range whose head lies outside it; the last one when several do.
  [[nodiscard]] uint32_t head_of(WordRange words) const;
  // The noun phrase of a noun: its yield without relative clauses, appositions, conjuncts, preposition and the
  // punctuation at its ends.
  [[nodiscard]] WordRange noun_phrase(uint32_t noun) const;
  // True if nothing but nouns, adjectives and hyphens stands between: the two may be parts of one name or compound.
  [[nodiscard]] bool in_one_run(uint32_t a, uint32_t b) const;
  // Follows conjuncts up to the first one, whose relation to the rest of the sentence holds for all.
  [[nodiscard]] uint32_t first_conjunct(uint32_t at) const;

 private:
  void link();
  [[nodiscard]] bool comma_between(uint32_t first, uint32_t last) const;

  std::string_view text_;
  const text::Tokens& tokens_;
  const syntax::Syntax& syntax_;
  const Grammar& grammar_;
  std::vector<uint32_t> begin_, dependents_;  // begin_[k] … begin_[k + 1] in dependents_
  std::vector<WordRange> yields_;
};

}  // namespace onrecord::actors
