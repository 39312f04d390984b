#include "coreference/pairs.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "knowledge/names.h"

namespace onrecord::coreference {
namespace {

using actors::Part;
using actors::Relation;
using actors::Tree;

// The order of these lists is the order of the network's classes: do not change without training anew.
constexpr auto kPronouns = std::to_array<std::string_view>(
    {"i",         "me",    "my",      "mine",       "myself",    "we",         "us",       "our",     "ours",
     "ourselves", "you",   "your",    "yours",      "yourself",  "yourselves", "he",       "him",     "his",
     "himself",   "she",   "her",     "hers",       "herself",   "it",         "its",      "itself",  "they",
     "them",      "their", "theirs",  "themselves", "this",      "that",       "these",    "those",   "one",
     "here",      "there", "someone", "everyone",   "something", "both",       "each",     "other",   "another",
     "some",      "any",   "none",    "many",       "everybody", "anyone",     "anything", "nothing", "all"});
constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"the", "a",   "an",    "this", "that", "these", "those", "my",    "your", "his",  "her",
     "its", "our", "their", "some", "any",  "no",    "each",  "every", "all",  "both", "another"});
constexpr int32_t kOtherPossessor = 1 + static_cast<int32_t>(kDeterminers.size());
constexpr auto kPluralPronouns = std::to_array<std::string_view>(
    {"we", "us", "our", "ourselves", "they", "them", "their", "themselves", "these", "those"});
constexpr auto kArticles = std::to_array<std::string_view>({"the", "a", "an", "this", "that", "these", "those"});
constexpr auto kLittleWords = std::to_array<std::string_view>({"of", "and", "the", "for"});
constexpr auto kUnread = std::to_array<std::string_view>({"'s", "’s", "\"", "'", "“", "”", ","});

enum MentionType : int32_t { kPronounType = 1, kNameType = 2, kNounType = 3, kOtherType = 4 };

template <class List>
int32_t place_in(const List& list, std::string_view word) {  // from 1; 0 = not there
  const auto at = std::ranges::find(list, word);
  return at == list.end() ? 0 : static_cast<int32_t>(at - list.begin()) + 1;
}

// The number of edges that are not greater.
template <size_t N>
int32_t step(int64_t value, const std::array<int64_t, N>& edges) {
  return static_cast<int32_t>(std::ranges::upper_bound(edges, value) - edges.begin());
}

constexpr auto kDepthSteps = std::to_array<int64_t>({0, 5, 20, 60, 150});
constexpr auto kSentenceSteps = std::to_array<int64_t>({0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 50});
constexpr auto kMentionSteps = std::to_array<int64_t>({0, 1, 2, 3, 4, 5, 6, 8, 11, 16, 24, 40, 80});

class Vocabulary {
 public:
  uint32_t number(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
};

// Of each word: 1 + the class of the name or phrase that it stands in; 0 outside.
std::vector<int32_t> class_of_words(const std::vector<syntax::Entity>& entities, size_t words, bool by_label) {
  std::vector<int32_t> out(words, 0);
  for (const syntax::Entity& entity : entities) {
    const int32_t number = 1 + (by_label ? std::min<int32_t>(entity.label, 38) : static_cast<int32_t>(entity.type));
    std::fill(out.begin() + entity.first, out.begin() + entity.end, number);
  }
  return out;
}

class Describer {
 public:
  explicit Describer(const Tree& tree)
      : tree_(tree),
        names_(class_of_words(tree.syntax().entities, tree.size(), false)),
        phrases_(class_of_words(tree.syntax().mentions, tree.size(), true)) {}

  Described describe(const Mention& mention, size_t before) {
    Described out;
    out.mention = mention;
    const uint32_t head = mention.head;
    out.form = knowledge::fold(tree_.word(head));
    out.head_word = vocabulary_.number(knowledge::fold(tree_.lemma(head)));
    read_words(out);
    out.classes = {type_of(head, out.form),
                   pronoun_of(head, out.form),
                   determiner_of(mention),
                   mention.several                                             ? 2
                   : tree_.plural(head) || place_in(kPluralPronouns, out.form) ? 1
                                                                               : 0,
                   static_cast<int32_t>(tree_.relation(head)),
                   std::min<int32_t>(static_cast<int32_t>(mention.words.size()), 10),
                   names_[head],
                   phrases_[head],
                   step(static_cast<int64_t>(before), kDepthSteps),
                   starts_upper(tree_.word(mention.words.first)),
                   tree_.relation(head) == Relation::kConjunct};
    return out;
  }

 private:
  static bool starts_upper(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

  int32_t pronoun_of(uint32_t head, const std::string& form) const {
    const Part part = tree_.part(head);
    return part == Part::kPronoun || part == Part::kDeterminer ? place_in(kPronouns, form) : 0;
  }

  int32_t type_of(uint32_t head, const std::string& form) const {
    if (pronoun_of(head, form) != 0) return kPronounType;
    if (tree_.part(head) == Part::kName) return kNameType;
    return tree_.part(head) == Part::kNoun ? kNounType : kOtherType;
  }

  int32_t determiner_of(const Mention& mention) const {
    for (const uint32_t word : tree_.dependents(mention.head)) {
      const Relation relation = tree_.relation(word);
      if (word >= mention.head || !mention.words.contains(word)) continue;
      if (relation != Relation::kDeterminer && relation != Relation::kPossessor) continue;
      const int32_t place = place_in(kDeterminers, knowledge::fold(tree_.word(word)));
      return place == 0 && relation == Relation::kPossessor ? kOtherPossessor : place;
    }
    return 0;
  }

  void read_words(Described& out) {
    std::string key;
    const WordRange words = out.mention.words;
    for (uint32_t word = words.first; word < words.end; ++word) {
      const std::string folded = knowledge::fold(tree_.word(word));
      const Part part = tree_.part(word);
      if (word != out.mention.head &&
          (part == Part::kNoun || part == Part::kName || part == Part::kAdjective || part == Part::kNumber))
        out.modifiers.push_back(vocabulary_.number(knowledge::fold(tree_.lemma(word))));
      if (word == words.first && place_in(kArticles, folded) != 0) continue;
      if (place_in(kUnread, tree_.word(word)) != 0 || folded.empty()) continue;
      key += folded + ' ';
      out.words.push_back(vocabulary_.number(folded));
      if (place_in(kLittleWords, folded) == 0) out.initials += folded[0];
    }
    out.key = vocabulary_.number(key);
    std::ranges::sort(out.words);
    std::ranges::sort(out.modifiers);
  }

  const Tree& tree_;
  std::vector<int32_t> names_, phrases_;
  Vocabulary vocabulary_;
};

bool shares(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  return std::ranges::any_of(a, [&](uint32_t word) { return std::ranges::binary_search(b, word); });
}

int32_t agreement_of_modifiers(const Described& anaphor, const Described& antecedent) {
  if (std::ranges::includes(antecedent.modifiers, anaphor.modifiers)) return 1;
  return std::ranges::includes(anaphor.modifiers, antecedent.modifiers) ? 2 : 3;
}

bool initials_of(const Tree& tree, const Described& name, const Described& other) {
  const std::string_view word = tree.word(name.mention.head);
  return word.size() > 1 && name.form == other.initials &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

int32_t shared_words_of_names(const Described& anaphor, const Described& antecedent) {
  if (!shares(anaphor.words, antecedent.words)) return 0;
  const bool within =
      std::ranges::includes(antecedent.words, anaphor.words) || std::ranges::includes(anaphor.words, antecedent.words);
  return within ? 2 : 1;
}

int32_t nesting(WordRange anaphor, WordRange antecedent) {
  return (antecedent.contains(anaphor) ? 2 : 0) + (anaphor.contains(antecedent) ? 1 : 0);
}

std::array<int32_t, encoder::kPairClasses> classes_of(const Tree& tree, const std::vector<Described>& mentions,
                                                      uint32_t a, uint32_t b) {
  const Described& anaphor = mentions[a];
  const Described& antecedent = mentions[b];
  const uint32_t head = anaphor.mention.head, other = antecedent.mention.head;
  const bool nominal = !anaphor.pronoun() && !antecedent.pronoun();
  const bool names = anaphor.name() && antecedent.name();
  const bool same_head = nominal && anaphor.head_word == antecedent.head_word;
  const int64_t blocks = int64_t{tree.block(head)} - int64_t{tree.block(other)};
  return {
      step(int64_t{tree.sentence(head)} - int64_t{tree.sentence(other)}, kSentenceSteps),
      step(a - b, kMentionSteps),
      nesting(anaphor.mention.words, antecedent.mention.words),
      tree.relation(head) == Relation::kApposition && tree.head(head) == other,
      tree.head(head) == tree.head(other) && tree.head(head) < tree.size(),
      tree.head(other) == head && tree.relation(other) == Relation::kSubject,  // "she is the minister"
      nominal && anaphor.key == antecedent.key,
      same_head ? 1 + agreement_of_modifiers(anaphor, antecedent) : 0,
      anaphor.pronoun() && antecedent.pronoun() && anaphor.form == antecedent.form,
      nominal && !same_head &&
          (std::ranges::binary_search(antecedent.modifiers, anaphor.head_word) ||
           std::ranges::binary_search(anaphor.modifiers, antecedent.head_word)),
      names && (initials_of(tree, anaphor, antecedent) || initials_of(tree, antecedent, anaphor)),
      names && !same_head ? shared_words_of_names(anaphor, antecedent) : 0,
      anaphor.classes[3] * 3 + antecedent.classes[3],
      anaphor.classes[0] * 5 + antecedent.classes[0],
      // Paragraphs apart; of far ones whether the number is even, as where two speak in turn.
      static_cast<int32_t>(blocks < 6 ? std::max<int64_t>(blocks, 0) : 6 + blocks % 2),
      same_head ? static_cast<int32_t>(std::min<uint32_t>(anaphor.times, 7)) : 0,
  };
}

}  // namespace

bool Described::pronoun() const {
  return classes[0] == kPronounType;
}
bool Described::name() const {
  return classes[0] == kNameType;
}

std::vector<Described> describe(const Tree& tree, const std::vector<Mention>& mentions) {
  Describer describer(tree);
  std::vector<Described> out;
  std::unordered_map<uint32_t, uint32_t> times, last;
  for (const Mention& mention : mentions) {
    const auto number = static_cast<uint32_t>(out.size());
    Described& one = out.emplace_back(describer.describe(mention, number));
    ++times[one.head_word];
    if (one.pronoun()) continue;
    const auto [same, first] = last.try_emplace(one.head_word, number);
    if (!first) one.before = std::exchange(same->second, number);
  }
  for (Described& one : out) one.times = times[one.head_word];
  return out;
}

std::vector<Pair> pairs_of(const Tree& tree, const std::vector<Described>& mentions, uint32_t first, uint32_t end) {
  std::vector<Pair> out;
  for (uint32_t a = first; a < end; ++a) {
    const uint32_t near = a > kNearest ? a - kNearest : 0;
    std::vector<uint32_t> farther;
    for (uint32_t b = mentions[a].before; b != Described::kNobody && farther.size() < kFartherSame;
         b = mentions[b].before) {
      if (b < near) farther.push_back(b);
    }
    for (auto b = farther.rbegin(); b != farther.rend(); ++b) out.push_back({a, *b, classes_of(tree, mentions, a, *b)});
    for (uint32_t b = near; b < a; ++b) out.push_back({a, b, classes_of(tree, mentions, a, b)});
  }
  return out;
}

}  // namespace onrecord::coreference
