#include "actors/known_actors.h"

#include <algorithm>
#include <utility>

#include "actors/phrases.h"
#include "knowledge/names.h"

namespace onrecord::actors {
void KnownActors::identify_names() {
  if (!identities_.known()) return;
  // Those found tell of which states the report speaks, which helps to find others; whoever goes by a surname alone is
  // looked for last, among those who head what the report names.
  for (const bool surnames : {false, false, true}) {
    for (size_t member = 0; member < members_.cast.members.size(); ++member) {
      const auto& names = members_.known[member].names;
      const bool full =
          names.empty() || std::any_of(names.begin(), names.end(), [](const auto& name) { return name.full(); });
      if (full != surnames) identify(member);
    }
  }
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
      PersonClues clues{{}, Gender::kUnknown, member.titles, member.country, word, {}};
      for (const auto& [entity, met] : member_of_) {
        if (members_.cast.members[met].kind == ActorKind::kOrganisation) clues.bodies.push_back(entity);
      }
      for (const PersonName& name : known.names) {
        clues.names.push_back(&name);
        if (name.honorific && name.gender != Gender::kUnknown) clues.gender = name.gender;
      }
      if (auto person = identities_.person(clues)) return person;
      // The network takes "Likud" for a person's name now and then.
      const bool one_word = std::all_of(known.names.begin(), known.names.end(),
                                        [](const PersonName& name) { return !name.full() && !name.honorific; });
      if (!one_word || !member.titles.empty()) return std::nullopt;
      return identities_.body({{member.name}, member.country, word});
    }
    case ActorKind::kState: {
      const State* state = members_.lexicon.state_of_code(member.country);
      return state == nullptr ? std::nullopt : identities_.state(*state);
    }
    case ActorKind::kOrganisation:
    case ActorKind::kGroup: {
      if (!member.named && member.country.empty()) return std::nullopt;  // "the presidential office" may be anybody's
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
  if (const State* state = members_.lexicon.state_of_code(entity.country); state != nullptr) context_.add(*state);
  if (member.kind == ActorKind::kPerson && entity.kind == ActorKind::kPerson) {
    member.name = entity.name;
    if (member.country.empty()) member.country = entity.country;
    return know_person(member);
  }
  if (member.kind == ActorKind::kState) return;
  member.country = entity.country;
  if (!entity.role.empty()) member.role = entity.role.substr(0, entity.role.find(' '));
  // A body keeps the name that the report knows it by; an acronym that the report does not write out gives way.
  if (is_acronym(member.name) && members_.lexicon.full_name(member.name).empty()) member.name = entity.name;
  for (const std::string_view noun : members_.lexicon.nouns_of_type(entity.type)) members_.know_as(number, noun);
  const bool taken_for_person = member.kind == ActorKind::kPerson;
  if (taken_for_person || (member.kind == ActorKind::kGroup && entity.kind == ActorKind::kOrganisation))
    member.kind = entity.kind;
}

// What office the report's day finds the person in, and all titles that the report may call him or her by.
void KnownActors::know_person(Member& member) const {
  const uint32_t person = member.identity->entity;
  member.office = identities_.office_of(person, member.titles);
  const std::vector<knowledge::Held> now = identities_.base().held_by(person, identities_.day());
  const auto add = [&](const knowledge::Held& held, bool past) {
    Title title;
    title.office = held.office.title;
    title.country = held.office.country;
    title.form = held.office.form;
    title.past = past;
    title.of_body = held.office.body.has_value();
    member.titles.push_back(std::move(title));
  };
  for (const knowledge::Held& held : now) add(held, false);
  for (const knowledge::Held& held : identities_.base().offices_of(person)) {
    const auto same = [&](const knowledge::Held& other) { return other.office.form == held.office.form; };
    if (held.to < identities_.day() && std::none_of(now.begin(), now.end(), same)) add(held, true);
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

// Somebody whom the report calls by that person's surname only, and who is not known yet.
std::optional<size_t> KnownActors::surnamed(const knowledge::Entity& entity) const {
  const std::string key = knowledge::name_key(entity.name);
  const std::vector<std::string_view> words = knowledge::words_of(key);
  for (size_t member = 0; member < members_.cast.members.size(); ++member) {
    const Member& other = members_.cast.members[member];
    if (other.kind != ActorKind::kPerson || other.identity || members_.known[member].names.empty()) continue;
    const bool gender =
        other.gender != Gender::kUnknown && entity.gender != Gender::kUnknown && other.gender != entity.gender;
    const auto& names = members_.known[member].names;
    const bool all = std::all_of(names.begin(), names.end(), [&](const PersonName& name) {
      return name.words.size() == 1 &&
             std::find(words.begin(), words.end(), knowledge::name_key(name.words.front())) != words.end();
    });
    if (all && !gender) return member;
  }
  return std::nullopt;
}

bool KnownActors::join_former(size_t k) {
  const Title& title = members_.candidates[k].titles.front();
  std::optional<size_t> only;
  std::optional<Identity> of_only;
  for (const size_t number : members_.met_lately()) {
    const Member& member = members_.cast.members[number];
    if (member.kind != ActorKind::kPerson || member.plural || Members::conflict(members_.candidates[k], member))
      continue;
    std::optional<Identity> identity;
    if (!member.identity) identity = identities_.former(members_.known[number].names, title);
    if (!identity && !(member.identity && identities_.once_held(member.identity->entity, title))) continue;
    if (only) return false;
    only = number;
    of_only = std::move(identity);
  }
  if (!only) return false;
  members_.join(k, *only, "former office");
  if (of_only) take(*only, std::move(*of_only));
  return true;
}

void KnownActors::join(size_t k, Identity identity) {
  const std::string_view rule = identity.rule;
  const knowledge::Entity entity = identities_.base().entity(identity.entity);
  if (const auto met = member_of_.find(identity.entity); met != member_of_.end())
    return members_.join(k, met->second, rule);
  if (const auto member = surnamed(entity)) {
    members_.join(k, *member, rule);
    return take(*member, std::move(identity));
  }
  const auto started = members_.start(k);
  if (!started) return;
  members_.cast.members[*started].named = true;
  members_.cast.members[*started].unsure = false;
  take(*started, std::move(identity));
}

}  // namespace onrecord::actors
