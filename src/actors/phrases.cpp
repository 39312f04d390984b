#include "actors/phrases.h"

#include "knowledge/names.h"

#include <algorithm>

namespace onrecord::actors {

bool is_capitalised(std::string_view word) {
  // 0xC3 and up: a letter beyond ASCII, which names begin with and other words hardly ever.
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool is_acronym(std::string_view word) {
  constexpr size_t kLongest = 8;
  const auto count = [&](char first, char last) {
    return std::count_if(word.begin(), word.end(), [&](char c) { return c >= first && c <= last; });
  };
  const auto upper = count('A', 'Z');
  return upper >= 2 && upper > count('a', 'z') && word.find(' ') == std::string_view::npos && word.size() <= kLongest;
}

bool is_name(const Candidate& candidate) {
  return !candidate.person.words.empty() || !candidate.name.empty();
}

Candidate Phrases::begin(WordRange words, uint32_t head) const {
  Candidate candidate;
  candidate.words = words;
  candidate.head = head;
  candidate.possessive = possessive(words);
  candidate.key = fold(tree.text(words));
  if (candidate.key.starts_with("the ")) candidate.key.erase(0, 4);
  candidate.in_quotation = tree.tokens().quotation[head] != 0;
  const uint32_t place = standing_for(head);
  const bool before_verb = stands_before_main_verb(words);
  candidate.subject = tree.relation(place) == Relation::kSubject || before_verb;
  const bool of_main_verb = tree.head(place) < tree.size() && tree.relation(tree.head(place)) == Relation::kRoot;
  candidate.main_subject = candidate.subject && (before_verb || of_main_verb);
  candidate.speaks = candidate.subject && governs_speech(tree.head(place));
  return candidate;
}

// A sentence's main verb right behind it that has no subject: the tree has lost it.
bool Phrases::stands_before_main_verb(WordRange words) const {
  const uint32_t verb = words.end;
  return verb < tree.size() && tree.sentence(verb) == tree.sentence(words.first) && tree.part(verb) == Part::kVerb &&
         tree.relation(verb) == Relation::kRoot && tree.dependent(verb, Relation::kSubject) == Tree::kNone;
}

bool Phrases::governs_speech(uint32_t verb) const {
  if (verb >= tree.size()) return false;
  return tree.dependent(verb, Relation::kComplement) != Tree::kNone ||
         lexicon.listed(WordList::kSaying, tree.lemma(verb));
}

// The word whose place in the sentence counts for this one: the first of a list, the noun that a name explains.
uint32_t Phrases::standing_for(uint32_t word) const {
  constexpr int kMostSteps = 8;
  for (int step = 0; step < kMostSteps && tree.head(word) < tree.size(); ++step) {
    const Relation relation = tree.relation(word);
    if (relation != Relation::kConjunct && relation != Relation::kApposition && relation != Relation::kFlat &&
        relation != Relation::kDescription)
      break;
    word = tree.head(word);
  }
  return word;
}

bool Phrases::possessive(WordRange words) const {
  return tree.possessive_mark(words.end - 1) || (words.end < tree.size() && tree.possessive_mark(words.end));
}

bool Phrases::stands_alone(WordRange words, uint32_t head) const {
  return !possessive(words) && !modifies_noun(words.end, head);
}

// By the tree, and by the order of the words, since the tree may be wrong.
bool Phrases::modifies_noun(uint32_t end, uint32_t head) const {
  switch (tree.relation(head)) {
    case Relation::kCompound:
    case Relation::kAdjective:
    case Relation::kDescription:
    case Relation::kFlat: {
      const uint32_t above = tree.head(head);
      return above < tree.size() && above >= end && tree.in_one_run(end - 1, above);
    }
    default:
      return false;
  }
}

WordRange Phrases::with_article(WordRange words) const {
  if (words.first == 0 || tree.block(words.first - 1) != tree.block(words.first)) return words;
  if (fold(tree.word(words.first - 1)) == "the") --words.first;
  return words;
}

std::vector<std::string> Phrases::modifiers_of(uint32_t noun, WordRange phrase) const {
  std::vector<std::string> modifiers;
  for (uint32_t word = phrase.first; word < noun; ++word) {
    const Part part = tree.part(word);
    const bool content = part == Part::kNoun || part == Part::kName || part == Part::kAdjective;
    if (!content || lexicon.adjective(tree.word(word)) != nullptr || lexicon.state(tree.word(word)) != nullptr)
      continue;
    modifiers.push_back(fold(tree.word(word)));
  }
  return modifiers;
}

bool Phrases::is_definite(uint32_t noun, WordRange phrase) const {
  if (tree.dependent(noun, Relation::kPossessor) != Tree::kNone) return true;
  const std::string first = fold(tree.word(phrase.first));
  return first == "the" || first == "this" || first == "that" || first == "these" || first == "those";
}

}  // namespace onrecord::actors
