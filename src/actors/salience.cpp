#include "actors/salience.h"

#include <algorithm>

namespace onrecord::actors {
namespace {

// A pronoun looks back over so many sentences at most.
constexpr uint32_t kSentences = 6;
constexpr size_t kReferencesKept = 8;

bool fits(const Candidate& pronoun, const Member& member) {
  const std::string& word = pronoun.key;
  const bool person = member.kind == ActorKind::kPerson && !member.plural;
  if (word == "they" || word == "them")
    return member.plural || member.kind == ActorKind::kGroup || member.kind == ActorKind::kOrganisation || person;
  if (word == "it")
    return !member.plural && (member.kind == ActorKind::kOrganisation || member.kind == ActorKind::kState);
  if (!person) return false;
  return member.gender == Gender::kUnknown || member.gender == pronoun.gender;
}

// How well a kind of actor goes with the pronoun, of those that may.
double preference(const Candidate& pronoun, const Member& member) {
  if (pronoun.plural) {
    if (member.plural || member.kind == ActorKind::kGroup) return 1.0;
    return member.kind == ActorKind::kOrganisation ? 0.2 : -1.0;
  }
  if (pronoun.key == "it") return member.named ? 0.2 : 0.0;
  double score = member.gender == pronoun.gender ? 0.6 : 0.0;
  if (member.named) score += 0.4;
  return score;
}

}  // namespace

void Salience::touch(uint32_t member, const Candidate& candidate) {
  auto& references = last_[member].references;
  if (references.size() == kReferencesKept) references.erase(references.begin());
  references.push_back({candidate.head, candidate.subject, candidate.in_quotation,
                        candidate.form == MentionForm::kPronoun, candidate.mention});
}

double Salience::recency(uint32_t member, uint32_t word) const {
  const auto& references = last_[member].references;
  if (references.empty() || references.back().head >= word) return 0;
  const uint32_t sentences = tree_.sentence(word) - tree_.sentence(references.back().head);
  return 1.0 / (1.0 + sentences);
}

std::optional<size_t> Salience::best_for(const Candidate& pronoun, const std::vector<Member>& members) const {
  std::optional<size_t> best;
  double best_score = 0;
  for (size_t member = 0; member < members.size(); ++member) {
    if (!fits(pronoun, members[member]) || last_[member].references.empty()) continue;
    const double score = fitness(pronoun, members[member], last_[member]);
    if (score > best_score) {
      best = member;
      best_score = score;
    }
  }
  return best;
}

double Salience::fitness(const Candidate& pronoun, const Member& member, const Recent& recent) const {
  double best = 0;
  for (const Reference& reference : recent.references) {
    if (reference.head >= pronoun.head || argues_with(reference, pronoun)) continue;
    const uint32_t sentences = tree_.sentence(pronoun.head) - tree_.sentence(reference.head);
    if (sentences > kSentences) continue;
    double score = 4.0 - 0.7 * sentences;
    if (tree_.block(reference.head) != tree_.block(pronoun.head)) score -= 0.3;
    if (reference.subject) score += 0.8;
    if (reference.pronoun) score += 0.2;
    if (!reference.mention) score -= 0.5;
    if (reference.in_quotation != pronoun.in_quotation) score -= 0.6;
    best = std::max(best, score);
  }
  return best > 0 ? best + preference(pronoun, member) : 0;
}

// "Ryabkov told him": subject and object of one verb are two people.
bool Salience::argues_with(const Reference& reference, const Candidate& pronoun) const {
  const uint32_t a = tree_.head(reference.head);
  const uint32_t b = tree_.head(pronoun.head);
  if (a >= tree_.size() || a != b) return false;
  return tree_.relation(reference.head) != Relation::kConjunct;
}

}  // namespace onrecord::actors
