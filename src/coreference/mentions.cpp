#include "coreference/mentions.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace onrecord::coreference {
namespace {

using actors::Part;
using actors::Relation;
using actors::Tree;

constexpr std::array<std::string_view, 8> kClosingMarks = {",", ";", ":", ".", "-", "–", "!", "?"};

// Relative and question words and the "there" of "there is" refer to nothing by themselves.
bool refers(std::string_view xpos) {
  return xpos != "WDT" && xpos != "WP" && xpos != "WP$" && xpos != "EX" && xpos != "WRB";
}

bool heads_mention(const Tree& tree, const encoder::Manifest& manifest, uint32_t word) {
  const Relation relation = tree.relation(word);
  if (relation == Relation::kFlat) return false;
  const std::string_view xpos = manifest.xpos[tree.syntax().xpos[word]];
  switch (tree.part(word)) {
    case Part::kNoun:
    case Part::kName:
      return true;
    case Part::kPronoun:
      return refers(xpos);
    case Part::kNumber:
      return relation != Relation::kNumber && relation != Relation::kCompound;
    case Part::kDeterminer:
      return relation != Relation::kDeterminer && (xpos == "DT" || xpos == "PRP$");
    case Part::kAdjective:  // "the poor"
      return relation != Relation::kAdjective && tree.dependent(word, Relation::kDeterminer) != Tree::kNone;
    default:
      return false;
  }
}

// Dependents that are of the clause or of a mention of their own, wherever they stand.
bool apart(Relation relation) {
  switch (relation) {
    case Relation::kConjunct:
    case Relation::kCoordination:
    case Relation::kApposition:
    case Relation::kParataxis:
    case Relation::kPunctuation:
    case Relation::kOther:
      return true;
    default:
      return false;
  }
}

bool apart_before(Relation relation, bool predicate) {
  switch (relation) {
    case Relation::kCase:
    case Relation::kCopula:
    case Relation::kSubject:
    case Relation::kAuxiliary:
    case Relation::kMark:
    case Relation::kAdverbialClause:
    case Relation::kExpletive:
      return true;
    case Relation::kAdverb:
    case Relation::kOblique:
      return predicate;
    default:
      return apart(relation);
  }
}

bool apart_after(Relation relation, bool predicate) {
  switch (relation) {
    case Relation::kAdverbialClause:
    case Relation::kOblique:
    case Relation::kSubject:
    case Relation::kAdverb:
    case Relation::kComplement:
      return predicate;
    default:
      return apart(relation);
  }
}

// Without the marks at its end.
WordRange trimmed(const Tree& tree, WordRange words) {
  while (words.size() > 1 && std::ranges::find(kClosingMarks, tree.word(words.end - 1)) != kClosingMarks.end())
    --words.end;
  return words;
}

WordRange phrase_of(const Tree& tree, uint32_t head) {
  const bool predicate = tree.dependent(head, Relation::kCopula) != Tree::kNone;
  const uint32_t preposition = tree.dependent(head, Relation::kCase);
  WordRange words{head, head + 1};
  for (const uint32_t word : tree.dependents(head)) {
    const Relation relation = tree.relation(word);
    if (word < head) {
      // "only for sleep", "all over the country": the adverb is of the whole, not of the noun
      const bool before_preposition = relation == Relation::kAdverb && preposition < head && word < preposition;
      if (!before_preposition && !apart_before(relation, predicate))
        words.first = std::min(words.first, tree.yield(word).first);
    } else if (relation == Relation::kCase ? tree.possessive_mark(word) : !apart_after(relation, predicate)) {
      words.end = std::max(words.end, tree.yield(word).end);
    }
  }
  return trimmed(tree, words);
}

// The last noun that is joined to the head by "and"; kNone when none is.
uint32_t last_conjunct(const Tree& tree, uint32_t head) {
  uint32_t last = Tree::kNone;
  for (const uint32_t word : tree.dependents(head)) {
    if (tree.relation(word) != Relation::kConjunct) continue;
    const Part part = tree.part(word);
    if (part == Part::kNoun || part == Part::kName || part == Part::kPronoun || part == Part::kNumber) last = word;
  }
  return last;
}

}  // namespace

std::vector<Mention> find_mentions(const Tree& tree, const encoder::Manifest& manifest) {
  std::vector<Mention> out;
  for (uint32_t word = 0; word < tree.size(); ++word) {
    if (!heads_mention(tree, manifest, word)) continue;
    const WordRange words = phrase_of(tree, word);
    out.push_back({words, word, false});
    if (const uint32_t last = last_conjunct(tree, word); last != Tree::kNone && tree.part(word) != Part::kAdjective)
      out.push_back({trimmed(tree, {words.first, std::max(words.end, tree.yield(last).end)}), word, true});
  }
  const auto place = [](const Mention& m) {
    return std::tuple(m.words.first, UINT32_MAX - m.words.end, m.several, m.head);
  };
  std::ranges::sort(out, {}, place);
  const auto same = [](const Mention& a, const Mention& b) { return a.words == b.words; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace onrecord::coreference
