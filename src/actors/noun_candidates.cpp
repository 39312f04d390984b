#include "actors/noun_candidates.h"

#include "knowledge/names.h"

#include <algorithm>
#include <string>
#include <utility>

namespace onrecord::actors {
namespace {

using syntax::Entity;
using syntax::EntityType;

bool is_nominal(const Tree& tree, uint32_t word) {
  const Part part = tree.part(word);
  return part == Part::kNoun || part == Part::kName;
}

// A later word of a name that the network did not mark as one.
bool follows_in_name(const Tree& tree, uint32_t word) {
  const uint32_t above = tree.head(word);
  return tree.relation(word) == Relation::kFlat && above < word && tree.in_one_run(above, word);
}

// Lemma with the words before it: "defence minister" for "defence ministers".
std::string phrase_key(const Tree& tree, uint32_t word) {
  constexpr uint32_t kMostWordsBefore = 3;
  uint32_t first = word;
  while (first > 0 && word - first < kMostWordsBefore && tree.block(first - 1) == tree.block(word) &&
         (is_nominal(tree, first - 1) || tree.part(first - 1) == Part::kAdjective))
    --first;
  std::string key;
  for (uint32_t at = first; at < word; ++at) key += std::string(tree.word(at)) + ' ';
  return key + std::string(tree.lemma(word));
}

// True if the network marks a phrase with this head as a person or body.
bool marked_as_mention(const Tree& tree, uint32_t word) {
  const auto& mentions = tree.syntax().mentions;
  auto at = std::upper_bound(mentions.begin(), mentions.end(), word,
                             [](uint32_t w, const Entity& entity) { return w < entity.first; });
  if (at == mentions.begin()) return false;
  --at;
  const bool refers = at->type == EntityType::kPerson || at->type == EntityType::kOrganisation;
  return refers && word < at->end && tree.head_of({at->first, at->end}) == word;
}

void describe(const Noun& noun, Candidate& candidate) {
  candidate.kind = noun.kind;
  candidate.role = noun.role;
  candidate.gender = noun.gender;
}

// Enough to be an actor by itself: determined or plural, or the subject of something.
bool speaks_for_itself(const Candidate& candidate) {
  if (candidate.kind == ActorKind::kPlace) return false;
  const bool bare = candidate.words.first == candidate.head && !candidate.plural;
  if (bare) return candidate.kind == ActorKind::kOrganisation && candidate.subject;
  return candidate.definite || candidate.subject || candidate.kind == ActorKind::kPerson;
}

// "in the country" is a place.
bool after_place_preposition(const Phrases& phrases, uint32_t word) {
  const uint32_t preposition = phrases.tree.dependent(phrases.tree.first_conjunct(word), Relation::kCase);
  return preposition != Tree::kNone && preposition < word &&
         phrases.lexicon.listed(WordList::kPlacePreposition, fold(phrases.tree.word(preposition)));
}

// "it rains", "it is clear that". Of verbs that hardly ever go with such an "it" the tree is not believed.
bool is_expletive(const Phrases& phrases, uint32_t word) {
  if (phrases.tree.relation(word) != Relation::kExpletive) return false;
  const uint32_t verb = phrases.tree.head(word);
  return verb >= phrases.tree.size() || phrases.tree.part(verb) != Part::kVerb ||
         phrases.lexicon.listed(WordList::kExpletive, phrases.tree.lemma(verb));
}

}  // namespace

std::optional<Candidate> noun_candidate(const Phrases& phrases, uint32_t word) {
  const Tree& tree = phrases.tree;
  if (!is_nominal(tree, word) || phrases.modifies_noun(word + 1, word) || follows_in_name(tree, word))
    return std::nullopt;
  const Noun* noun = phrases.lexicon.noun(phrase_key(tree, word));
  if (noun == nullptr) noun = phrases.lexicon.noun(tree.word(word));
  if (noun == nullptr && !marked_as_mention(tree, word)) return std::nullopt;
  const WordRange phrase = tree.noun_phrase(word);
  if (phrase.size() > kMostWordsOfPhrase) return std::nullopt;
  Candidate candidate = phrases.begin(phrase, word);
  candidate.noun = fold(tree.lemma(word));
  if (noun != nullptr) describe(*noun, candidate);
  candidate.plural = tree.plural(word) || candidate.kind == ActorKind::kGroup;
  if (candidate.plural && candidate.kind != ActorKind::kPlace) candidate.kind = ActorKind::kGroup;
  if (const State* state = state_of_phrase(tree, phrases.lexicon, word)) candidate.country = state->code;
  candidate.modifiers = phrases.modifiers_of(word, phrase);
  candidate.definite = phrases.is_definite(word, phrase);
  if (noun != nullptr && noun->office && !candidate.plural) {
    candidate.form = MentionForm::kTitle;
    if (auto title = title_of(tree, phrases.lexicon, word)) candidate.titles.push_back(std::move(*title));
  }
  const bool place = candidate.kind == ActorKind::kState && after_place_preposition(phrases, word);
  const bool predicate = tree.dependent(word, Relation::kCopula) != Tree::kNone;
  candidate.mention =
      !place && !predicate && tree.relation(word) != Relation::kApposition && !phrases.possessive(phrase);
  candidate.certain = !place && speaks_for_itself(candidate);
  return candidate;
}

std::optional<Candidate> pronoun_candidate(const Phrases& phrases, uint32_t word) {
  const std::string folded = fold(phrases.tree.word(word));
  if (!is_personal_pronoun(folded)) return std::nullopt;
  if (phrases.tree.relation(word) == Relation::kPossessor || is_expletive(phrases, word)) return std::nullopt;
  Candidate candidate = phrases.begin({word, word + 1}, word);
  candidate.form = MentionForm::kPronoun;
  candidate.definite = true;
  candidate.key = folded;
  candidate.plural = folded == "they" || folded == "them";
  if (folded == "he" || folded == "him") candidate.gender = Gender::kMale;
  if (folded == "she" || folded == "her") candidate.gender = Gender::kFemale;
  if (folded == "it") candidate.kind = ActorKind::kOrganisation;
  if (candidate.plural) candidate.kind = ActorKind::kGroup;
  return candidate;
}

}  // namespace onrecord::actors
