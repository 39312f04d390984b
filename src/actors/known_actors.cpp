#include "actors/known_actors.h"

#include <algorithm>
#include <utility>

#include "actors/institutions.h"
#include "knowledge/names.h"

namespace onrecord::actors {
void KnownActors::identify_names() {
  if (!identities_.known()) return;
  for (size_t member = 0; member < members_.cast.members.size(); ++member) identify(member);
}

void KnownActors::identify(size_t member) {
  if (!identities_.known() || members_.cast.members[member].identity) return;
  if (auto identity = identity_of(member)) take(member, std::move(*identity));
}

std::optional<Identity> KnownActors::identity_of(size_t number) const {
  const Member& member = members_.cast.members[number];
  const Knowledge& known = members_.known[number];
  const uint32_t word = member.mentions.empty() ? 0 : member.mentions.front().words.first;
  switch (member.kind) {
    case ActorKind::kPerson: {
      if (member.plural || known.names.empty()) return std::nullopt;
      PersonClues clues{{}, Gender::kUnknown, member.titles, member.country, word};
      for (const PersonName& name : known.names) {
        clues.names.push_back(&name);
        if (name.honorific && name.gender != Gender::kUnknown) clues.gender = name.gender;
      }
      return identities_.person(clues);
    }
    case ActorKind::kState: {
      const State* state = members_.lexicon.state_of_code(member.country);
      return state == nullptr ? std::nullopt : identities_.state(*state);
    }
    case ActorKind::kOrganisation:
    case ActorKind::kGroup: {
      if (!member.named && member.kind == ActorKind::kGroup) return std::nullopt;
      BodyClues clues{{member.name}, member.country, word};
      clues.names.insert(clues.names.end(), known.keys.begin(), known.keys.end());
      return identities_.body(clues);
    }
    case ActorKind::kPlace:
      return std::nullopt;
  }
  return std::nullopt;
}

void KnownActors::take(size_t number, Identity identity) {
  const uint32_t entity_number = identity.entity;
  if (const auto same = member_of_.find(entity_number); same != member_of_.end() && same->second != number)
    return members_.merge(number, same->second);
  member_of_[entity_number] = number;
  Member& member = members_.cast.members[number];
  const knowledge::Entity entity = identities_.base().entity(entity_number);
  member.identity = std::move(identity);
  if (entity.gender != Gender::kUnknown) member.gender = entity.gender;
  if (member.kind == ActorKind::kPerson) {
    member.name = entity.name;
    if (member.country.empty()) member.country = entity.country;
    return know_person(member);
  }
  if (member.kind == ActorKind::kState) return;
  member.country = entity.country;
  if (!entity.role.empty()) member.role = entity.role.substr(0, entity.role.find(' '));
  if (members_.lexicon.full_name(member.name).empty() && !(member.name.find(" of ") != std::string::npos))
    member.name = entity.name;
  if (member.kind == ActorKind::kGroup && entity.kind == ActorKind::kOrganisation) member.kind = entity.kind;
}

// What office the report's day finds the person in, and all titles that the report may call him or her by.
void KnownActors::know_person(Member& member) const {
  const uint32_t person = member.identity->entity;
  member.office = identities_.office_of(person, member.titles);
  for (const knowledge::Held& held : identities_.base().held_by(person, identities_.day())) {
    Title title;
    title.office = held.office.title;
    title.country = held.office.country;
    title.form = held.office.form;
    member.titles.push_back(std::move(title));
  }
  if (!member.office) return;
  member.role = members_.lexicon.offices().role(member.office->office.form);
  if (!member.office->office.country.empty()) member.country = member.office->office.country;
  if (!member.office->office.body) return;
  const knowledge::Entity body = identities_.base().entity(*member.office->office.body);
  if (body.type == "igo" || body.type == "armed-group" || body.type == "company" || body.type == "ngo" ||
      body.type == "media")
    member.role = body.role.substr(0, body.role.find(' '));
}

bool KnownActors::resolve_office(size_t k, std::string_view country) {
  const Candidate& candidate = members_.candidates[k];
  if (!identities_.known() || candidate.form != MentionForm::kTitle || candidate.titles.empty()) return false;
  if (!candidate.mention || !candidate.definite || candidate.plural || country.empty()) return false;
  auto identity = identities_.holder(candidate.titles.front(), country);
  if (!identity) return false;
  if (const auto met = member_of_.find(identity->entity); met != member_of_.end()) {
    members_.join(k, met->second, "office at the date");
    return true;
  }
  const auto started = members_.start(k);
  if (!started) return false;
  Member& member = members_.cast.members[*started];
  member.named = true;
  member.unsure = false;
  take(*started, std::move(*identity));
  return true;
}

}  // namespace onrecord::actors
