#include "actors/office_references.h"

#include <algorithm>
#include <span>
#include <utility>

#include "actors/lexicon.h"

namespace onrecord::actors {
namespace {

constexpr int kMostPersonsBack = 3;

bool is_person(const Candidate& candidate) {
  return candidate.kind == ActorKind::kPerson && candidate.mention && !candidate.plural &&
         candidate.form != MentionForm::kPronoun && candidate.person.words.empty();
}

}  // namespace

bool OfficeReferences::names_office(const Candidate& candidate) const {
  return known_.identities().known() && is_person(candidate) && candidate.definite && !candidate.titles.empty();
}

bool OfficeReferences::may_be_office(const Candidate& candidate) const {
  return names_office(candidate) && candidate.form == MentionForm::kTitle && !candidate.titles.front().past;
}

bool OfficeReferences::resolve_by_words(size_t k) {
  const Candidate& candidate = members_.candidates[k];
  if (resolve_counterpart(k)) return true;
  if (names_office(candidate) && candidate.titles.front().past) return known_.join_former(k);
  if (!may_be_office(candidate)) return false;
  if (candidate.country.empty()) {
    const std::string_view only = members_.lexicon.offices().only_in(candidate.titles.front().office);
    return !only.empty() && resolve(k, only);
  }
  return resolve(k, candidate.country) || resolve_leader(k);
}

bool OfficeReferences::resolve_by_context(size_t k) {
  const Candidate& candidate = members_.candidates[k];
  if (!may_be_office(candidate) || !candidate.country.empty()) return false;
  const uint32_t possessor = members_.tree.dependent(candidate.head, Relation::kPossessor);
  if (possessor != Tree::kNone) return false;  // "its chief executive", "Kerala's chief minister": not the state's
  if (const State* here = context_.most_named(); here != nullptr) return resolve(k, here->code);
  if (context_.states().size() == 1) return resolve(k, context_.states().front()->code);
  return context_.states().empty() && context_.home() != nullptr && resolve(k, context_.home()->code);
}

bool OfficeReferences::resolve(size_t k, std::string_view country) {
  auto identity = known_.identities().holder(members_.candidates[k].titles.front(), country);
  if (!identity) return false;
  known_.join(k, std::move(*identity));
  return true;
}

bool OfficeReferences::resolve_in_body(size_t k) {
  const Candidate& candidate = members_.candidates[k];
  if (!may_be_office(candidate)) return false;
  const auto [first, end] = inside(candidate);
  for (size_t other = first; other < end; ++other) {
    const Candidate& name = members_.candidates[other];
    if (other == k || !name.noun.empty()) continue;
    const auto member = members_.member_of(other);
    if (!member || !members_.cast.members[*member].identity) continue;
    if (members_.cast.members[*member].kind == ActorKind::kState) continue;
    auto identity =
        known_.identities().head_of(members_.cast.members[*member].identity->entity, candidate.titles.front());
    if (!identity) continue;
    known_.join(k, std::move(*identity));
    return true;
  }
  return false;
}

// "the Ciudadanos leader": of a body, and it is not known who leads it. Nobody else is meant, whoever leads another.
bool OfficeReferences::is_of_other_body(size_t k) const {
  const Candidate& candidate = members_.candidates[k];
  if (!may_be_office(candidate) || !members_.lexicon.offices().heads(candidate.titles.front().form.rank)) return false;
  const auto [first, end] = inside(candidate);
  const auto all = std::span(members_.candidates).subspan(first, end - first);
  return std::any_of(all.begin(), all.end(), [&](const Candidate& name) {
    return name.kind == ActorKind::kOrganisation && name.noun.empty() && name.form != MentionForm::kPronoun &&
           name.words.end <= candidate.head;
  });
}

// Candidates stand in the order of their first words.
std::pair<size_t, size_t> OfficeReferences::inside(const Candidate& phrase) const {
  const auto& all = members_.candidates;
  const auto before = [](const Candidate& one, uint32_t word) { return one.words.first < word; };
  const auto first = std::lower_bound(all.begin(), all.end(), phrase.words.first, before);
  const auto end = std::lower_bound(first, all.end(), phrase.words.end, before);
  return {static_cast<size_t>(first - all.begin()), static_cast<size_t>(end - all.begin())};
}

// "the Senegalese leader": the only one of that state at its top whom the report has met.
bool OfficeReferences::resolve_leader(size_t k) {
  const Candidate& candidate = members_.candidates[k];
  if (candidate.noun != "leader" || !candidate.modifiers.empty()) return false;
  std::optional<size_t> only;
  for (size_t member = 0; member < members_.cast.members.size(); ++member) {
    const Member& other = members_.cast.members[member];
    if (!other.identity || other.kind != ActorKind::kPerson || other.country != candidate.country || !other.office)
      continue;
    if (!members_.lexicon.offices().leads_state(other.office->office.form.rank)) continue;
    if (only) return false;
    only = member;
  }
  if (!only) return false;
  members_.join(k, *only, "leader of the state");
  return true;
}

// "his Swedish counterpart": who holds in Sweden what the person met last holds at home.
bool OfficeReferences::resolve_counterpart(size_t k) {
  const Candidate& candidate = members_.candidates[k];
  if (!known_.identities().known() || !is_person(candidate) || candidate.country.empty()) return false;
  if (candidate.noun != "counterpart" && candidate.noun != "opposite number") return false;
  int persons = 0;
  for (const size_t member : members_.met_lately()) {
    const Member& other = members_.cast.members[member];
    if (other.kind != ActorKind::kPerson || other.plural || other.country == candidate.country) continue;
    if (++persons > kMostPersonsBack) return false;
    for (const Title& title : other.titles) {
      if (title.past || title.form.rank == 0) continue;
      Title sought = title;
      sought.country = candidate.country;
      auto identity = known_.identities().holder(sought, candidate.country);
      if (!identity) continue;
      known_.join(k, std::move(*identity));
      return true;
    }
  }
  return false;
}

}  // namespace onrecord::actors
