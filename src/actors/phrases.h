#pragma once
// What the words around a noun or a name tell of it: its phrase, its place in the sentence, whether it refers at all.
// Private to this folder. Thread-safety: pure functions of an immutable tree.

#include <string>
#include <string_view>
#include <vector>

#include "actors/candidates.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"

namespace onrecord::actors {

class Phrases {
 public:
  Phrases(const Tree& its_tree, const Lexicon& its_lexicon) : tree(its_tree), lexicon(its_lexicon) {}

  const Tree& tree;
  const Lexicon& lexicon;

  // A candidate of these words with what its place in the sentence tells.
  [[nodiscard]] Candidate begin(WordRange words, uint32_t head) const;

  // Not a possessor ("Russia's"), nor a modifier of another noun ("the Trump administration").
  [[nodiscard]] bool stands_alone(WordRange words, uint32_t head) const;
  [[nodiscard]] bool possessive(WordRange words) const;
  // True for "Trump" in "the Trump administration"; end: one past the last word of the name or noun.
  [[nodiscard]] bool modifies_noun(uint32_t end, uint32_t head) const;

  [[nodiscard]] WordRange with_article(WordRange words) const;
  // Folded words before a noun that tell it from others: no articles, no states.
  [[nodiscard]] std::vector<std::string> modifiers_of(uint32_t noun, WordRange phrase) const;
  // Has an article or possessor that points back.
  [[nodiscard]] bool is_definite(uint32_t noun, WordRange phrase) const;

 private:
  [[nodiscard]] uint32_t standing_for(uint32_t word) const;
  [[nodiscard]] bool stands_before_main_verb(WordRange words) const;
  [[nodiscard]] bool governs_speech(uint32_t verb) const;
};

// A noun phrase of more words is none, but a mistake of the tree.
inline constexpr uint32_t kMostWordsOfPhrase = 24;

[[nodiscard]] bool is_capitalised(std::string_view word);
[[nodiscard]] bool is_acronym(std::string_view word);
[[nodiscard]] bool is_name(const Candidate& candidate);

}  // namespace onrecord::actors
