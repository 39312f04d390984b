#include "actors/identities.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "knowledge/names.h"
#include "knowledge/people.h"

namespace onrecord::actors {
namespace {

using knowledge::Date;
using knowledge::Entity;
using knowledge::Held;
using knowledge::Match;
using knowledge::NameKind;
using knowledge::OfficeForm;

// What each clue counts; found on the development passages.
constexpr float kTitleHeld = 3, kTitleOnceHeld = 1.2F, kTitleNeverHeld = -1.8F, kPastTitleHeld = 2,
                kOtherWalkOfLife = -1.5F;
constexpr float kSameCountry = 1.5F, kOtherCountry = -3, kCountryNamed = 0.8F, kCountryNotNamed = -0.6F;
constexpr float kHoldsOffice = 0.8F, kHoldsHighOffice = 0.8F, kHeldLately = 0.6F, kLongAgo = -1, kNeverHeldOffice = -1;
constexpr float kOnlySeat = -1.4F;  // a member of parliament on the strength of a name: there are too many of them
constexpr float kFullName = 1, kEndsOfName = 0.5F, kSound = -0.6F, kOneWord = -1.5F, kOtherGender = -2;
constexpr float kOnlyOne = 0.8F;  // a body's name that no other has
constexpr size_t kTelling = 5;    // letters of a name that is no common short word
constexpr float kEnough = 1.5F, kAhead = 0.8F;
constexpr Date kYears = 10000;

// The best one if it is good enough and ahead of the second.
std::optional<Identity> choose(std::vector<Rival> weighed, std::string_view rule) {
  if (weighed.empty()) return std::nullopt;
  std::stable_sort(weighed.begin(), weighed.end(), [](const Rival& a, const Rival& b) { return a.score > b.score; });
  if (weighed.front().score < kEnough) return std::nullopt;
  if (weighed.size() > 1 && weighed[0].score - weighed[1].score < kAhead) return std::nullopt;
  Identity identity{weighed.front().entity, weighed.front().score, rule, {}};
  const size_t rivals = std::min(weighed.size(), kMostRivals + 1);
  identity.rivals.assign(weighed.begin() + 1, weighed.begin() + static_cast<std::ptrdiff_t>(rivals));
  return identity;
}

bool ends_in(std::string_view name_key, std::string_view surname) {
  return name_key.size() > surname.size() && name_key.ends_with(surname) &&
         name_key[name_key.size() - surname.size() - 1] == ' ';
}

// Adds a person, or raises what is known of one.
void weigh_in(std::vector<Rival>& weighed, uint32_t person, float score) {
  const auto same =
      std::find_if(weighed.begin(), weighed.end(), [&](const Rival& one) { return one.entity == person; });
  if (same == weighed.end()) {
    weighed.push_back({person, score});
  } else {
    same->score = std::max(same->score, score);
  }
}

// Where the family name comes first: "Xi" is Xi Jinping.
bool is_family_name_first(std::string_view country) {
  static constexpr std::array<std::string_view, 8> kCountries{"CHN", "KOR", "PRK", "TWN", "VNM", "HKG", "KHM", "SGP"};
  return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

}  // namespace

OfficeForm Identities::form(const Title& title, std::string_view country) const {
  return title.country.empty() && !country.empty() ? base_->words().form(title.office, country) : title.form;
}

std::optional<Identity> Identities::person(const PersonClues& clues) const {
  if (base_ == nullptr) return std::nullopt;
  const bool full =
      std::any_of(clues.names.begin(), clues.names.end(), [](const PersonName* name) { return name->full(); });
  return full ? person_by_name(clues) : person_by_surname(clues);
}

std::optional<Identity> Identities::person_by_name(const PersonClues& clues) const {
  std::vector<Rival> weighed;
  for (const PersonName* name : clues.names) {
    if (!name->full()) continue;
    for (const Match& match : knowledge::persons_called(*base_, name->shown)) {
      weigh_in(weighed, match.number, weigh(clues, match));
    }
  }
  return choose(std::move(weighed), "name");
}

float Identities::weigh(const PersonClues& clues, const Match& match) const {
  const Entity entity = base_->entity(match.number);
  const std::vector<Held> now = base_->held_by(match.number, day_), ever = base_->offices_of(match.number);
  float score = match.kind == NameKind::kName ? kFullName : match.kind == NameKind::kShort ? kEndsOfName : kSound;
  if (entity.name.find(' ') == std::string_view::npos) score += kOneWord;
  if (clues.gender != Gender::kUnknown && entity.gender != Gender::kUnknown && clues.gender != entity.gender)
    score += kOtherGender;
  std::vector<std::string> countries{entity.country};
  for (const Held& held : ever) countries.push_back(held.office.country);
  const auto any = [&](const auto& test) { return std::any_of(countries.begin(), countries.end(), test); };
  if (!clues.country.empty()) {
    score += any([&](const std::string& one) { return one == clues.country; }) ? kSameCountry : kOtherCountry;
  }
  score += any([&](const std::string& one) { return context_.named(one); }) ? kCountryNamed : kCountryNotNamed;
  const float titles = weigh_titles(clues, entity, now, ever);
  score += titles;
  if (match.kind == NameKind::kSound && titles <= 0 && clues.country.empty()) return kNeverHeldOffice;
  if (!now.empty()) {
    const uint8_t rank = knowledge::highest_rank(now);
    const bool high = base_->words().of_state(rank);
    const bool seat = rank == 0 || rank == base_->words().rank("legislator");
    score += kHoldsOffice + (high ? kHoldsHighOffice : 0) + (seat && titles <= 0 ? kOnlySeat : 0);
  } else if (ever.empty()) {
    score += kNeverHeldOffice;
  } else if (day_ != 0) {
    Date last = 0;
    for (const Held& held : ever) last = std::max(last, held.to == knowledge::kOpen ? held.as_of : held.to);
    const uint8_t rank = knowledge::highest_rank(ever);
    const bool high = base_->words().of_state(rank);
    score += last + 8 * kYears > day_ && high ? kHeldLately : last + 20 * kYears < day_ ? kLongAgo : 0;
    if (!high && titles <= 0) score += kOnlySeat;
  }
  return score;
}

float Identities::weigh_titles(const PersonClues& clues, const Entity& entity, const std::vector<Held>& now,
                               const std::vector<Held>& ever) const {
  float best = 0;
  bool said = false;
  for (const Title& title : clues.titles) {
    const OfficeForm wanted = form(title, entity.country);
    if (wanted.rank == 0) {
      const bool other = !title.role.empty() && title.role != "GOV" && title.role != "LEG" && title.role != "PTY";
      if (other && best <= 0) best = kOtherWalkOfLife;
      continue;
    }
    said = true;
    const auto fits = [&](const Held& held) {
      const bool country = title.country.empty() || held.office.country.empty() || held.office.country == title.country;
      return country && knowledge::may_be_called(held.office.form, wanted);
    };
    const bool is = std::any_of(now.begin(), now.end(), fits);
    const bool was =
        std::any_of(ever.begin(), ever.end(), [&](const Held& held) { return held.from <= day_ && fits(held); });
    if (title.past) {
      if (was) best = std::max(best, kPastTitleHeld);
    } else if (is) {
      best = std::max(best, kTitleHeld);
    } else if (was) {
      best = std::max(best, kTitleOnceHeld);
    }
  }
  return best == 0 && said ? kTitleNeverHeld : best;
}

// "President Macron", or "Macron" in a report on France.
std::optional<Identity> Identities::person_by_surname(const PersonClues& clues) const {
  if (day_ == 0 || clues.names.empty()) return std::nullopt;
  std::vector<Rival> weighed;
  for (const PersonName* name : clues.names) {
    const std::string surname = knowledge::name_key(knowledge::joined(name->words));
    if (surname.size() < 3) continue;
    const auto add = [&](const std::vector<Held>& holders, float score) {
      for (const Held& held : holders) {
        if (may_be_surnamed(held, surname, clues.gender)) weigh_in(weighed, held.person, score);
      }
    };
    for (const State* state : context_.states()) {
      if (!clues.country.empty() && clues.country != state->code) continue;
      for (const Title& title : clues.titles) {
        const OfficeForm wanted = form(title, state->code);
        if (wanted.rank != 0 && !title.past) add(base_->holders(state->code, wanted, day_), kTitleHeld);
      }
      if (!clues.titles.empty()) continue;
      add(base_->high_offices(state->code, day_), kEnough + kAhead);
      add(base_->lately_leading(state->code, day_), kEnough);
    }
    for (const uint32_t body : clues.bodies) add(base_->holders_in(body, day_), kEnough);
  }
  return choose(std::move(weighed), "surname and office");
}

bool Identities::may_be_surnamed(const Held& held, std::string_view surname, Gender gender) const {
  const Entity entity = base_->entity(held.person);
  const bool other = gender != Gender::kUnknown && entity.gender != Gender::kUnknown && gender != entity.gender;
  const std::string key = knowledge::name_key(entity.name);
  if (other) return false;
  if (ends_in(key, surname)) return true;
  // A leader may be known by any of his names.
  const bool any = is_family_name_first(held.office.country) || base_->words().leads_state(held.office.form.rank);
  if (!any) return false;
  const std::vector<std::string_view> words = knowledge::words_of(key);
  return std::find(words.begin(), words.end(), surname) != words.end();
}

std::optional<Identity> Identities::holder(const Title& title, std::string_view country) const {
  if (base_ == nullptr || day_ == 0 || country.empty() || title.past) return std::nullopt;
  const OfficeForm wanted = form(title, country);
  if (!base_->words().single(wanted)) return std::nullopt;
  std::vector<Rival> weighed;
  for (const Held& held : base_->holders(country, wanted, day_)) {
    const Gender gender = base_->entity(held.person).gender;
    if (title.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != title.gender)
      continue;  // "the queen"
    const bool exact = held.office.form == wanted;
    weigh_in(weighed, held.person, (exact ? kTitleHeld : kTitleOnceHeld) + (held.certain ? kHoldsOffice : 0));
  }
  return choose(std::move(weighed), "office at the date");
}

std::optional<Identity> Identities::head_of(uint32_t body, const Title& title) const {
  if (base_ == nullptr || day_ == 0 || title.past) return std::nullopt;
  std::vector<Rival> weighed;
  const OfficeForm wanted = title.form;
  for (const Held& held : base_->holders_in(body, day_)) {
    const bool exact = held.office.form.rank == wanted.rank;
    const bool heads = base_->words().heads(held.office.form.rank) && base_->words().heads(wanted.rank);
    if (exact || heads) weigh_in(weighed, held.person, exact ? kTitleHeld : kTitleOnceHeld + kHoldsOffice);
  }
  const Entity entity = base_->entity(body);
  if (weighed.empty() && entity.type == "ministry" && base_->words().heads(wanted.rank)) {  // "the Pentagon chief"
    const OfficeForm minister{base_->words().rank("minister"), base_->words().form(entity.name, entity.country).fields};
    if (minister.fields != 0) {
      for (const Held& held : base_->holders(entity.country, minister, day_))
        weigh_in(weighed, held.person, kTitleHeld);
    }
  }
  return choose(std::move(weighed), "office in the body");
}

std::optional<Identity> Identities::former(const std::vector<PersonName>& names, const Title& title) const {
  if (base_ == nullptr || day_ == 0) return std::nullopt;
  std::vector<Rival> weighed;
  for (const PersonName& name : names) {
    if (!name.full()) continue;
    for (const Match& match : knowledge::persons_called(*base_, name.shown)) {
      if (once_held(match.number, title)) weigh_in(weighed, match.number, kPastTitleHeld);
    }
  }
  return choose(std::move(weighed), "name and former office");
}

bool Identities::once_held(uint32_t person, const Title& title) const {
  if (base_ == nullptr || day_ == 0) return false;
  bool once = false;
  for (const Held& held : base_->offices_of(person)) {
    const bool country = title.country.empty() || held.office.country == title.country;
    if (!country || held.from > day_ || !knowledge::may_be_called(held.office.form, form(title, held.office.country)))
      continue;
    if (held.to >= day_) return false;
    once = true;
  }
  return once;
}

std::optional<Identity> Identities::state(const State& state) const {
  if (base_ == nullptr) return std::nullopt;
  for (const Match& match : base_->find(state.name)) {
    if (match.place) continue;
    const Entity entity = base_->entity(match.number);
    if (entity.kind == ActorKind::kState && entity.country == state.code)
      return Identity{match.number, kTitleHeld, "name", {}};
  }
  return std::nullopt;
}

std::optional<Identity> Identities::body(const BodyClues& clues) const {
  if (base_ == nullptr) return std::nullopt;
  for (const std::string& name : clues.names) {
    std::vector<Rival> weighed;
    for (const Match& match : base_->find(name)) {
      if (match.place) continue;
      const ActorKind kind = base_->entity(match.number).kind;
      if (kind == ActorKind::kPerson || kind == ActorKind::kState) continue;
      weighed.push_back({match.number, weigh_body(clues, name, match)});
    }
    const bool capitals = name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    const bool telling = name.find(' ') == std::string::npos && (name.size() >= kTelling || capitals);
    if (weighed.size() == 1 && telling) weighed.front().score += kOnlyOne;
    if (auto chosen = choose(std::move(weighed), "name")) return chosen;
  }
  return std::nullopt;
}

float Identities::weigh_body(const BodyClues& clues, std::string_view name, const Match& match) const {
  const Entity entity = base_->entity(match.number);
  const bool one_word = name.find(' ') == std::string_view::npos;
  float score = match.kind == NameKind::kAcronym ? kFullName : one_word ? 0 : kFullName + kHoldsOffice;
  if (day_ != 0 && (entity.from > day_ || (entity.to != knowledge::kOpen && entity.to + 2 * kYears < day_)))
    score += kTitleNeverHeld;
  if (entity.country.empty()) return score + (clues.country.empty() ? kSameCountry : 0);
  if (!clues.country.empty()) return score + (entity.country == clues.country ? kSameCountry : kOtherCountry);
  const State* here = context_.at(clues.word);
  if (here != nullptr && here->code == entity.country) return score + kSameCountry;
  return score + (context_.named(entity.country) ? kCountryNamed : kCountryNotNamed);
}

std::optional<Held> Identities::office_of(uint32_t person, const std::vector<Title>& titles) const {
  if (day_ == 0) return std::nullopt;
  std::vector<Held> now = base_->held_by(person, day_);
  if (now.empty()) return std::nullopt;
  const auto best = std::max_element(now.begin(), now.end(), [&](const Held& a, const Held& b) {
    const auto fits = [&](const Held& held) {
      return std::any_of(titles.begin(), titles.end(), [&](const Title& title) {
        return !title.past && knowledge::may_be_called(held.office.form, form(title, held.office.country));
      });
    };
    const auto key = [&](const Held& held) {
      const uint8_t rank = held.office.form.rank;
      return std::tuple(fits(held), -(rank == 0 ? 256 : int{rank}), held.certain,
                        -static_cast<int>(held.office.title.size()));
    };
    return key(a) < key(b);
  });
  return *best;
}

}  // namespace onrecord::actors
