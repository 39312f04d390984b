#include "actors/cast.h"

#include "knowledge/names.h"

#include <algorithm>

namespace onrecord::actors {
namespace {

bool in(std::span<const uint32_t> words, uint32_t word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// Words whose head in the tree lies outside the set, conjuncts of such words included.
std::vector<uint32_t> heads_of(const Tree& tree, std::span<const uint32_t> words) {
  std::vector<uint32_t> heads;
  for (const uint32_t word : words) {
    const uint32_t above = tree.head(word);
    const bool top = above >= tree.size() || !in(words, above);
    const bool joined = !top && tree.relation(word) == Relation::kConjunct &&
                        std::find(heads.begin(), heads.end(), above) != heads.end();
    if (top || joined) heads.push_back(word);
  }
  return heads;
}

// The word names what the whole phrase means, and not somebody that is only spoken of in it: "Merlion" in "the fund
// Merlion Ventures", not "Merkel" in "Angela Merkel's spokesman" or "Derby" in "a banner hung outside Derby".
bool names_phrase(const Tree& tree, std::span<const uint32_t> words, uint32_t word) {
  constexpr int kMostSteps = 8;
  for (int step = 0; step < kMostSteps; ++step) {
    const uint32_t above = tree.head(word);
    if (above >= tree.size() || !in(words, above)) return true;
    switch (tree.relation(word)) {
      case Relation::kApposition:
      case Relation::kFlat:
      case Relation::kCompound:
      case Relation::kDescription:
      case Relation::kConjunct:
      case Relation::kOther:
        break;
      default:
        return false;
    }
    word = above;
  }
  return false;
}

}  // namespace

void add_once(std::vector<ActorId>& ids, ActorId id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

bool share_one(const std::vector<ActorId>& a, const std::vector<ActorId>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

std::string without_article(std::string_view phrase) {
  for (const std::string_view article : {"the ", "The ", "THE ", "a ", "A ", "an ", "An "}) {
    if (phrase.starts_with(article)) return std::string(phrase.substr(article.size()));
  }
  return std::string(phrase);
}

ActorId Cast::add(Member member) {
  members.push_back(std::move(member));
  return static_cast<ActorId>(members.size() - 1);
}

std::optional<ActorId> Cast::at_head(uint32_t word) const {
  if (word >= at_head_.size() || at_head_[word] == kNobody) return std::nullopt;
  return static_cast<ActorId>(at_head_[word]);
}

std::vector<ActorId> Cast::named_by(const Tree& tree, std::span<const uint32_t> words) const {
  std::vector<ActorId> found;
  for (const uint32_t head : heads_of(tree, words)) {
    if (const auto member = at_head(head)) add_once(found, *member);
  }
  if (!found.empty()) return found;
  // The tree may be wrong about which word is the head: a person's name settles it, else the first reference.
  for (const uint32_t word : words) {
    const auto member = at_head(word);
    if (member && (*this)[*member].named && (*this)[*member].kind == ActorKind::kPerson &&
        names_phrase(tree, words, word))
      return {*member};
  }
  for (const uint32_t word : words) {
    const auto member = at_head(word);
    if (member && names_phrase(tree, words, word)) return {*member};
  }
  return {};
}

ActorId Cast::add_phrase(const Tree& tree, const Lexicon& lexicon, std::span<const uint32_t> words) {
  const WordRange range{words.front(), words.back() + 1};
  const uint32_t head = tree.head_of(range);
  Member member;
  member.name = without_article(tree.text(range));
  member.plural = tree.plural(head);
  const Noun* noun = lexicon.noun(tree.lemma(head));
  member.kind = noun != nullptr ? noun->kind : ActorKind::kPerson;
  if (member.plural && member.kind == ActorKind::kPerson) member.kind = ActorKind::kGroup;
  if (noun != nullptr) {
    member.role = noun->role;
    member.gender = noun->gender;
  }
  if (const State* state = state_of_phrase(tree, lexicon, head)) member.country = state->code;
  const bool name = tree.part(head) == Part::kName;
  member.named = name;
  member.mentions.push_back({range, name ? MentionForm::kName : MentionForm::kNoun, "source of a statement"});
  const ActorId id = add(std::move(member));
  refer(head, id);
  return id;
}

}  // namespace onrecord::actors
