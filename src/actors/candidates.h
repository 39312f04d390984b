#pragma once
// Everything in a report that may refer to a person, a body, a state, a group or a place: names, noun phrases and
// pronouns, with what their words and grammar tell. Which of them are one actor is decided in references.h.
//
// Thread-safety: pure function. Time is linear in the words.

#include <span>
#include <string>
#include <vector>

#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "actors/person_name.h"
#include "actors/titles.h"

namespace onrecord::actors {

struct Candidate {
  WordRange words;  // of the mention: with article and honorific, without relative clause and without the office before
                    // a name
  uint32_t head = 0;
  MentionForm form = MentionForm::kNoun;
  ActorKind kind = ActorKind::kPerson;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool definite = false;  // has an article or possessor that points back: the, this, its, Russia's
  bool mention =
      true;  // false for possessive and attributive names, places and predicates: they teach, but refer to nobody
  bool possessive = false;  // "Truss's": listed among the mentions of whoever it is, though it is none that refers
  bool certain = true;      // false for nouns that become an actor only if something else speaks for it
  bool in_quotation = false;
  bool subject = false;
  bool speaks = false;        // subject of a verb of saying, as far as the tree tells
  bool opens_block = false;   // the first reference in its block
  bool main_subject = false;  // subject of its sentence's main verb
  std::string key;            // folded words without article
  std::string name;           // of a body: its name alone, without what the noun phrase adds
  std::string noun;           // lemma of the head; empty for names
  std::vector<std::string>
      modifiers;      // folded words before a noun that tell it from others: "interior" in "interior ministry"
  PersonName person;  // of a person's name
  std::string country, role;
  std::vector<Title> titles;        // before the name, or in apposition to it; of a title that stands alone: itself
  std::vector<std::string> called;  // nouns that the report calls a name by: "airline" for "the state airline, Saudia"
  uint32_t explains = kNobody;  // head of the name beside a noun phrase that explains it and is no reference of its own
  uint32_t same_as = kNobody;   // head of the name inside a noun phrase that means the same: "the Dawn party"
  static constexpr uint32_t kNobody = UINT32_MAX;
  bool capital = false;  // a capital city: a state's metonym where it acts
};

// In order of their first words; a name inside a longer noun phrase is a candidate beside it.
[[nodiscard]] std::vector<Candidate> find_candidates(const Tree& tree, const Lexicon& lexicon,
                                                     std::span<const BlockKind> blocks);

// "he", "it", "them" …: what a pronoun asks of the one it stands for.
[[nodiscard]] bool is_personal_pronoun(std::string_view folded);

}  // namespace onrecord::actors
