#include "statements/contents.h"

#include "knowledge/names.h"

#include <algorithm>
#include <array>

namespace onrecord::statements {
namespace {

using actors::Part;
using actors::Relation;
using actors::Tree;

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The noun phrase with those joined to it: "all parties and their backers".
WordRange whole_phrase(const Tree& tree, uint32_t noun) {
  WordRange phrase = tree.noun_phrase(noun);
  for (const uint32_t word : tree.dependents(noun)) {
    if (tree.relation(word) == Relation::kConjunct && word > noun && tree.part(word) != Part::kVerb)
      phrase.end = std::max(phrase.end, tree.noun_phrase(word).end);
  }
  return phrase;
}

bool is_somebody(const Report& report, const actors::Cast& cast, uint32_t word) {
  if (cast.at_head(word)) return true;
  const actors::Noun* noun = report.lexicon.noun(report.tree.lemma(word));
  return noun != nullptr && noun->kind != ActorKind::kPlace;
}

std::optional<uint32_t> object_of(const Tree& tree, uint32_t verb, uint32_t cue_end) {
  std::optional<uint32_t> object;
  for (const uint32_t word : tree.dependents(verb)) {
    if (word < cue_end) continue;
    if (tree.relation(word) == Relation::kIndirectObject) return word;
    if (tree.relation(word) == Relation::kObject && !object) object = word;
  }
  return object;
}

// "said to reporters": one spoken to, outside source and content.
std::optional<uint32_t> oblique_hearer(const Report& report, const actors::Cast& cast, const Reading& reading,
                                       uint32_t verb) {
  for (const uint32_t word : report.tree.dependents(verb)) {
    if (report.tree.relation(word) != Relation::kOblique || !cast.at_head(word)) continue;
    const uint32_t preposition = report.tree.dependent(word, Relation::kCase);
    if (preposition == Tree::kNone || report.tree.word(preposition) != "to") continue;
    if (!contains(reading.content, word) && !contains(reading.source, word)) return word;
  }
  return std::nullopt;
}

}  // namespace

uint32_t head_of_cue(const Tree& tree, WordRange cue) {
  for (const Part wanted : {Part::kVerb, Part::kNoun, Part::kAdjective}) {
    for (uint32_t word = cue.end; word-- > cue.first;) {
      if (tree.part(word) == wanted) return word;
    }
  }
  return cue.end - 1;
}

std::string lemma_of_cue(const Tree& tree, WordRange cue) {
  const std::string words = knowledge::fold(tree.text(cue));
  if (words.starts_with("according to")) return "according to";
  const uint32_t head = head_of_cue(tree, cue);
  std::string lemma(tree.lemma(head));
  constexpr uint32_t kMostParticles = 2;
  for (uint32_t word = head + 1; word < cue.end && word <= head + kMostParticles; ++word) {
    const Part part = tree.part(word);
    if (part != Part::kAdposition && part != Part::kAdverb && tree.relation(word) != Relation::kParticle) break;
    lemma += ' ' + knowledge::fold(tree.word(word));
  }
  return lemma;
}

std::optional<uint32_t> cut_hearer(const Report& report, const actors::Cast& cast, Frame frame, Reading& reading) {
  const Tree& tree = report.tree;
  const WordRange cue = reading.cue.words;
  const uint32_t verb = head_of_cue(tree, cue);
  if (frame == Frame::kTarget) return std::nullopt;
  if (frame == Frame::kPlain) return oblique_hearer(report, cast, reading, verb);
  const std::optional<uint32_t> object = object_of(tree, verb, cue.end);
  if (!object || contains(reading.source, *object)) return std::nullopt;
  const WordRange phrase = whole_phrase(tree, *object);
  const WordSet rest = without(reading.content, all_words(phrase));
  // "urged restraint", "asked a question": what was said, not whom it was said to.
  const bool hears = is_somebody(report, cast, *object) ||
                     report.media.find(Way::kHearer, std::string(tree.lemma(*object))).has_value();
  const bool said_itself = !hears && (rest.empty() || rest.back() < phrase.first);
  if (said_itself || rest.empty()) return std::nullopt;
  if (contains(reading.content, *object)) {
    reading.content = rest;
    reading.evidence.push_back({"content", "one spoken to cut out", 1, true, {}, reading.content});
  }
  return object;
}

void take_joining_word(const Report& report, Reading& reading) {
  const uint32_t cue_end = reading.cue.words.end;
  const auto first = std::lower_bound(reading.content.begin(), reading.content.end(), cue_end);
  if (first == reading.content.end() || *first <= cue_end) return;
  uint32_t word = *first - 1;
  while (word > cue_end && !report.meaningful[word]) --word;
  if (word < cue_end || contains(reading.source, word) || report.tree.block(word) != report.tree.block(*first)) return;
  if (!one_of(knowledge::fold(report.tree.word(word)), {"that", "to", "whether", "if"})) return;
  if (report.tree.relation(word) != Relation::kMark) return;
  reading.content = united(reading.content, {word});
}

void take_antecedent(const Report& report, Reading& reading) {
  const Tree& tree = report.tree;
  if (reading.source.size() != 1 || !one_of(knowledge::fold(tree.word(reading.source[0])), {"who", "which", "that"}))
    return;
  // The relative clause is the first one above the pronoun; a clause inside it ("who he said …") stays below.
  constexpr int kMostSteps = 6;
  uint32_t word = reading.source[0];
  for (int step = 0; step < kMostSteps && word < tree.size(); ++step) {
    if (tree.relation(word) == Relation::kRelativeClause) break;
    word = tree.head(word);
  }
  if (word >= tree.size() || tree.relation(word) != Relation::kRelativeClause || tree.head(word) >= tree.size()) return;
  const WordSet words = words_in(tree.noun_phrase(tree.head(word)), report.meaningful);
  reading.source = united(words, reading.source);
  reading.content = without(reading.content, words);
  reading.evidence.push_back({"source", "antecedent of a relative pronoun", 1, true, {}, reading.source});
}

Mode mode_of(const text::Tokens& tokens, const std::vector<uint8_t>& meaningful, const WordSet& content) {
  size_t words = 0;
  size_t quoted = 0;
  for (const uint32_t word : content) {
    if (!meaningful[word]) continue;
    ++words;
    if (tokens.quote[word] != text::QuoteState::kOutside) ++quoted;
  }
  if (words == 0) return Mode::kNone;
  return quoted == words ? Mode::kDirect : quoted == 0 ? Mode::kIndirect : Mode::kMixed;
}

}  // namespace onrecord::statements
