#include "actors/noun_references.h"

#include <algorithm>

#include "actors/institutions.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

// Every modifier of the one is one of the other, either way round.
bool fit(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto within = [](const auto& inner, const auto& outer) {
    return std::all_of(inner.begin(), inner.end(), [&](const std::string& word) {
      return std::find(outer.begin(), outer.end(), word) != outer.end();
    });
  };
  return within(a, b) || within(b, a);
}

bool is_indefinite(const Candidate& candidate) {
  return candidate.key.starts_with("a ") || candidate.key.starts_with("an ") || candidate.key.starts_with("one ") ||
         candidate.key.starts_with("another ");
}

// Keeps the member with the highest score.
class Best {
 public:
  void offer(size_t member, double score) {
    if (member_ && score <= score_) return;
    member_ = member;
    score_ = score;
  }
  [[nodiscard]] std::optional<size_t> member() const { return member_; }

 private:
  std::optional<size_t> member_;
  double score_ = 0;
};

// "the foreign secretary" after, or before, "Foreign Secretary Liz Truss".
std::optional<size_t> holder_of_title(const Members& members, const Candidate& candidate) {
  if (candidate.titles.empty() || candidate.plural || is_indefinite(candidate)) return std::nullopt;
  const Title& title = candidate.titles.front();
  Best best;
  for (size_t member = 0; member < members.known.size(); ++member) {
    const Member& other = members.cast.members[member];
    if (other.kind != ActorKind::kPerson || Members::conflict(candidate, other)) continue;
    for (const Title& held : other.titles) {
      if (!same_office(title, held) || title.past != held.past) continue;
      const double exact = fold(title.office) == fold(held.office) ? 1 : 0;
      best.offer(member, exact + members.recency(member, candidate.head));
    }
  }
  return best.member();
}

// "the ministry" after "the Saudi foreign ministry"; "officials" after "officials".
std::optional<size_t> met_before(const Members& members, const Candidate& candidate) {
  const bool bare = candidate.words.first == candidate.head;
  if (candidate.noun.empty() || !(candidate.definite || candidate.plural || bare)) return std::nullopt;
  Best best;
  for (size_t member = 0; member < members.known.size(); ++member) {
    const Member& other = members.cast.members[member];
    if (other.plural != candidate.plural || Members::conflict(candidate, other)) continue;
    if (!candidate.definite && (other.named || candidate.country != other.country)) continue;
    for (const NounPhrase& phrase : members.known[member].nouns) {
      if (phrase.noun != candidate.noun || !fit(phrase.modifiers, candidate.modifiers)) continue;
      const bool exact = phrase.modifiers == candidate.modifiers;
      if (!candidate.definite && !exact) continue;
      best.offer(member, (exact ? 1 : 0) + members.recency(member, candidate.head));
    }
  }
  return best.member();
}

}  // namespace

std::optional<Resolution> same_by_words(const Members& members, size_t k) {
  const Candidate& candidate = members.candidates[k];
  if (means_state(candidate, members.lexicon)) {
    const State* state = members.lexicon.state_of_code(candidate.country);
    if (state != nullptr) {
      if (const auto member = members.with_key(fold(state->name))) return Resolution{*member, "government of a state"};
      return std::nullopt;
    }
  }
  if (candidate.kind == ActorKind::kState && !candidate.country.empty()) {  // "the Russian state"
    if (const State* state = members.lexicon.state_of_code(candidate.country)) {
      if (const auto member = members.with_key(fold(state->name))) return Resolution{*member, "state"};
    }
  }
  if (const auto member = holder_of_title(members, candidate)) return Resolution{*member, "office"};
  if (const auto member = met_before(members, candidate)) return Resolution{*member, "same noun"};
  if (is_institution(candidate, members.lexicon)) {
    if (const auto member = members.with_key(members.key_of(candidate))) return Resolution{*member, "same body"};
  }
  return std::nullopt;
}

}  // namespace onrecord::actors
