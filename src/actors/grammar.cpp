#include "actors/grammar.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace onrecord::actors {
namespace {

constexpr std::array<std::pair<std::string_view, Part>, 16> kParts{{{"NOUN", Part::kNoun},
                                                                    {"PROPN", Part::kName},
                                                                    {"PRON", Part::kPronoun},
                                                                    {"VERB", Part::kVerb},
                                                                    {"AUX", Part::kAuxiliary},
                                                                    {"ADJ", Part::kAdjective},
                                                                    {"ADV", Part::kAdverb},
                                                                    {"ADP", Part::kAdposition},
                                                                    {"DET", Part::kDeterminer},
                                                                    {"CCONJ", Part::kConjunction},
                                                                    {"SCONJ", Part::kSubordinator},
                                                                    {"PART", Part::kParticle},
                                                                    {"NUM", Part::kNumber},
                                                                    {"PUNCT", Part::kPunctuation},
                                                                    {"SYM", Part::kOther},
                                                                    {"X", Part::kOther}}};

constexpr std::array<std::pair<std::string_view, Relation>, 40> kRelations{{{"root", Relation::kRoot},
                                                                            {"nsubj", Relation::kSubject},
                                                                            {"csubj", Relation::kOther},
                                                                            {"obj", Relation::kObject},
                                                                            {"iobj", Relation::kIndirectObject},
                                                                            {"obl", Relation::kOblique},
                                                                            {"obl:agent", Relation::kAgent},
                                                                            {"nmod", Relation::kModifier},
                                                                            {"nmod:poss", Relation::kPossessor},
                                                                            {"nmod:desc", Relation::kDescription},
                                                                            {"appos", Relation::kApposition},
                                                                            {"compound", Relation::kCompound},
                                                                            {"compound:prt", Relation::kParticle},
                                                                            {"flat", Relation::kFlat},
                                                                            {"fixed", Relation::kFlat},
                                                                            {"amod", Relation::kAdjective},
                                                                            {"nummod", Relation::kNumber},
                                                                            {"det", Relation::kDeterminer},
                                                                            {"case", Relation::kCase},
                                                                            {"mark", Relation::kMark},
                                                                            {"aux", Relation::kAuxiliary},
                                                                            {"cop", Relation::kCopula},
                                                                            {"conj", Relation::kConjunct},
                                                                            {"cc", Relation::kCoordination},
                                                                            {"acl:relcl", Relation::kRelativeClause},
                                                                            {"acl", Relation::kClause},
                                                                            {"advcl", Relation::kAdverbialClause},
                                                                            {"ccomp", Relation::kComplement},
                                                                            {"xcomp", Relation::kOpenComplement},
                                                                            {"parataxis", Relation::kParataxis},
                                                                            {"advmod", Relation::kAdverb},
                                                                            {"expl", Relation::kExpletive},
                                                                            {"punct", Relation::kPunctuation},
                                                                            {"goeswith", Relation::kFlat},
                                                                            {"list", Relation::kParataxis},
                                                                            {"discourse", Relation::kOther},
                                                                            {"vocative", Relation::kOther},
                                                                            {"dep", Relation::kOther},
                                                                            {"orphan", Relation::kOther},
                                                                            {"dislocated", Relation::kOther}}};

template <class Table, class Value>
Value find(const Table& table, std::string_view label, Value otherwise) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == label; });
  return at == table.end() ? otherwise : at->second;
}

Relation relation_of(std::string_view label) {
  const Relation whole = find(kRelations, label, Relation::kOther);
  if (whole != Relation::kOther) return whole;
  return find(kRelations, label.substr(0, label.find(':')), Relation::kOther);
}

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// What follows a noun without being part of its name or phrase.
bool leaves_phrase(Relation relation) {
  switch (relation) {
    case Relation::kRelativeClause:
    case Relation::kClause:
    case Relation::kAdverbialClause:
    case Relation::kApposition:
    case Relation::kConjunct:
    case Relation::kCoordination:
    case Relation::kParataxis:
    case Relation::kPunctuation:
    case Relation::kCopula:
    case Relation::kAuxiliary:
    case Relation::kMark:
    case Relation::kSubject:
    case Relation::kObject:
    case Relation::kComplement:
    case Relation::kOpenComplement:
    case Relation::kOblique:
    case Relation::kOther:
      return true;
    default:
      return false;
  }
}

}  // namespace

Grammar::Grammar(const encoder::Manifest& manifest) {
  for (const std::string& label : manifest.upos) parts_.push_back(find(kParts, label, Part::kOther));
  for (const std::string& label : manifest.relations) relations_.push_back(relation_of(label));
  for (const std::string& label : manifest.xpos) {
    plural_.push_back(label == "NNS" || label == "NNPS");
    possessive_.push_back(label == "POS");
  }
}

Tree::Tree(std::string_view text, const text::Tokens& tokens, const syntax::Syntax& syntax, const Grammar& grammar)
    : text_(text), tokens_(tokens), syntax_(syntax), grammar_(grammar) {
  link();
}

void Tree::link() {
  const uint32_t words = size();
  begin_.assign(words + 1, 0);
  yields_.resize(words);
  for (uint32_t word = 0; word < words; ++word) {
    if (head(word) < words) ++begin_[head(word) + 1];
  }
  for (uint32_t word = 0; word < words; ++word) begin_[word + 1] += begin_[word];
  dependents_.resize(begin_.back());
  std::vector<uint32_t> next(begin_.begin(), begin_.end() - 1);
  std::vector<uint32_t> open(words, 0);  // dependents whose yield is not known yet
  for (uint32_t word = 0; word < words; ++word) {
    yields_[word] = {word, word + 1};
    if (head(word) >= words) continue;
    dependents_[next[head(word)]++] = word;
    ++open[head(word)];
  }
  std::vector<uint32_t> ready;
  for (uint32_t word = 0; word < words; ++word) {
    if (open[word] == 0) ready.push_back(word);
  }
  while (!ready.empty()) {
    const uint32_t word = ready.back();
    ready.pop_back();
    const uint32_t above = head(word);
    if (above >= words) continue;
    yields_[above].first = std::min(yields_[above].first, yields_[word].first);
    yields_[above].end = std::max(yields_[above].end, yields_[word].end);
    if (--open[above] == 0) ready.push_back(above);
  }
}

std::string_view Tree::text(WordRange words) const {
  if (words.empty()) return {};
  const uint32_t begin = tokens_.spans[words.first].begin;
  return text_.substr(begin, tokens_.spans[words.end - 1].end - begin);
}

std::span<const uint32_t> Tree::dependents(uint32_t at) const {
  return std::span(dependents_).subspan(begin_[at], begin_[at + 1] - begin_[at]);
}

// The tag alone is not believed where the lemma says that the word is its own singular.
bool Tree::plural(uint32_t at) const {
  return grammar_.plural(syntax_.xpos[at]) && !same_letters(lemma(at), word(at));
}

uint32_t Tree::dependent(uint32_t at, Relation wanted) const {
  for (const uint32_t word : dependents(at)) {
    if (relation(word) == wanted) return word;
  }
  return kNone;
}

uint32_t Tree::head_of(WordRange words) const {
  uint32_t found = words.first;
  for (uint32_t word = words.first; word < words.end; ++word) {
    if (part(word) == Part::kPunctuation) continue;
    if (head(word) >= size() || !words.contains(head(word))) found = word;
  }
  return found;
}

bool Tree::comma_between(uint32_t first, uint32_t last) const {
  for (uint32_t at = first + 1; at < last; ++at) {
    if (word(at) == ",") return true;
  }
  return false;
}

WordRange Tree::noun_phrase(uint32_t noun) const {
  WordRange phrase{noun, noun + 1};
  for (const uint32_t word : dependents(noun)) {
    const Relation what = relation(word);
    if (leaves_phrase(what)) continue;
    if (what == Relation::kCase && word < noun) continue;
    if (what == Relation::kCase && possessive_mark(word)) continue;
    // "partners, including Finland" and, where the tree takes it for one name, "the ambassador, Ida Roth"
    if (word > noun && comma_between(noun, word)) continue;
    if (what == Relation::kModifier && word > noun) {
      phrase.end = std::max(phrase.end, noun_phrase(word).end);
    } else if (word < noun) {
      phrase.first = std::min(phrase.first, yield(word).first);
    } else {
      phrase.end = std::max(phrase.end, yield(word).end);
    }
  }
  // An early relative clause or the wrong attachment of a comma must not pull in more than the phrase.
  while (phrase.first < noun && part(phrase.first) == Part::kPunctuation) ++phrase.first;
  while (phrase.end > noun + 1 && part(phrase.end - 1) == Part::kPunctuation) --phrase.end;
  return phrase;
}

bool Tree::in_one_run(uint32_t a, uint32_t b) const {
  constexpr uint32_t kLongestRun = 12;
  const uint32_t first = std::min(a, b);
  const uint32_t last = std::max(a, b);
  if (last - first > kLongestRun || block(first) != block(last)) return false;
  for (uint32_t word = first + 1; word < last; ++word) {
    switch (part(word)) {
      case Part::kNoun:
      case Part::kName:
      case Part::kAdjective:
      case Part::kNumber:
        break;
      default:
        if (this->word(word) != "-") return false;
    }
  }
  return true;
}

uint32_t Tree::first_conjunct(uint32_t at) const {
  for (uint32_t steps = 0; steps < 64 && relation(at) == Relation::kConjunct && head(at) < size(); ++steps)
    at = head(at);
  return at;
}

}  // namespace onrecord::actors
