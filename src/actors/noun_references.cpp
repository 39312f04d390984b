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
    if (member_ && member != *member_) second_ = std::max(second_, std::min(score, score_));
    if (member_ && score <= score_) return;
    member_ = member;
    score_ = score;
  }
  // Nothing when nobody was offered.
  [[nodiscard]] std::optional<Resolution> resolution(std::string_view rule) const {
    if (!member_) return std::nullopt;
    return Resolution{*member_, rule, score_ - second_ < kAhead ? kOneOfSeveral : 1};
  }

 private:
  static constexpr double kAhead = 0.3;
  static constexpr float kOneOfSeveral = 0.6F;  // so many are right on the development passages, where several would do
  std::optional<size_t> member_;
  double second_ = -1;
  double score_ = 0;
};

bool holds_state_office(const Member& member) {
  return std::any_of(member.titles.begin(), member.titles.end(),
                     [](const Title& title) { return !title.past && !title.of_body && title.form.rank != 0; });
}

// "the foreign secretary" after, or before, "Foreign Secretary Liz Truss".
std::optional<Resolution> holder_of_title(const Members& members, const Candidate& candidate) {
  if (candidate.titles.empty() || candidate.plural || is_indefinite(candidate)) return std::nullopt;
  const Title& title = candidate.titles.front();
  Best best;
  for (size_t member = 0; member < members.known.size(); ++member) {
    const Member& other = members.cast.members[member];
    if (other.kind != ActorKind::kPerson || Members::conflict(candidate, other)) continue;
    for (const Title& held : other.titles) {
      if (!same_office(title, held) || title.past != held.past) continue;
      if (!title.country.empty() && (held.of_body || (!held.country.empty() && held.country != title.country)))
        continue;
      const knowledge::OfficeWords& offices = members.lexicon.offices();
      const bool any_minister = offices.of_state(title.form.rank) && !offices.single(title.form);
      if (any_minister && held.words.empty()) continue;  // "the minister" is whom the report called one
      // The president is not whoever presides over a party, nor the rebel leader whoever leads one.
      if (held.of_body && (holds_state_office(other) || offices.needs_body(held.form.rank))) continue;
      const bool same = title.form.rank != 0 && held.form.rank != 0 ? title.form == held.form
                                                                    : fold(title.office) == fold(held.office);
      const double exact = same ? 1 : 0;
      best.offer(member, exact + members.recency(member, candidate.head));
    }
  }
  return best.resolution("office");
}

// "the ministry" after "the Saudi foreign ministry"; "officials" after "officials".
std::optional<Resolution> met_before(const Members& members, const Candidate& candidate) {
  const bool bare = candidate.words.first == candidate.head;
  const bool former = !candidate.titles.empty() && candidate.titles.front().past;
  if (former || candidate.noun.empty() || !(candidate.definite || candidate.plural || bare)) return std::nullopt;
  Best best;
  for (size_t member = 0; member < members.known.size(); ++member) {
    const Member& other = members.cast.members[member];
    if (other.plural != candidate.plural || Members::conflict(candidate, other) ||
        members.denies_title(candidate, member))
      continue;
    if (!candidate.definite && (other.named || candidate.country != other.country)) continue;
    for (const NounPhrase& phrase : members.known[member].nouns) {
      if (phrase.of_type && !(candidate.definite && candidate.words.size() == 2)) continue;  // "the party" and no more
      if (phrase.noun != candidate.noun || !fit(phrase.modifiers, candidate.modifiers)) continue;
      const bool exact = phrase.modifiers == candidate.modifiers;
      if (!candidate.definite && !exact) continue;
      best.offer(member, (exact ? 1 : 0) + members.recency(member, candidate.head));
    }
  }
  return best.resolution("same noun");
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
  if (auto holder = holder_of_title(members, candidate)) return holder;
  if (auto met = met_before(members, candidate)) return met;
  if (is_institution(candidate, members.lexicon)) {
    if (const auto member = members.with_key(members.key_of(candidate))) return Resolution{*member, "same body"};
  }
  return std::nullopt;
}

}  // namespace onrecord::actors
