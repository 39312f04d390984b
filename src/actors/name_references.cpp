#include "actors/name_references.h"

#include <algorithm>

#include "base/tables.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

constexpr uint32_t kMostWordsBeforeBracket = 30;

// "ministry of defence" → "md", or "mod" with its small words.
std::string initials_of(const Lexicon& lexicon, std::string_view folded, bool with_small_words) {
  std::string initials;
  for (const std::string_view word : words_of(folded)) {
    if (with_small_words || !lexicon.listed(WordList::kSmall, word)) initials += word.front();
  }
  return initials;
}

std::string letters_of(std::string_view acronym) {
  std::string letters;
  for (const char c : fold(acronym)) {
    if (c != '.' && c != ' ') letters += c;
  }
  return letters;
}

bool abbreviates(const Lexicon& lexicon, std::string_view letters, std::string_view folded) {
  return letters == initials_of(lexicon, folded, false) || letters == initials_of(lexicon, folded, true);
}

bool is_body_name(const Candidate& candidate) {
  const bool name = candidate.form == MentionForm::kName || candidate.form == MentionForm::kAcronym ||
                    candidate.form == MentionForm::kMetonym;
  return name && candidate.person.words.empty();
}

// "wagner" and "wagner group": the same but for a word that says what it is.
bool same_without_kind(const Lexicon& lexicon, std::string_view a, std::string_view b) {
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  if (shorter.size() < 4 || !longer.starts_with(shorter) || longer.size() == shorter.size()) return false;
  return lexicon.listed(WordList::kEnding, trimmed(longer.substr(shorter.size())));
}

// An acronym of the other, or the same without its kind.
bool one_body(const Lexicon& lexicon, const Candidate& candidate, std::string_view key, std::string_view country) {
  constexpr size_t kLongestAcronym = 6;
  if (candidate.form == MentionForm::kAcronym && words_of(key).size() > 1)
    return abbreviates(lexicon, letters_of(candidate.key), key);
  const bool rival = !country.empty() && !candidate.country.empty() && country != candidate.country;
  if (rival || candidate.kind == ActorKind::kPlace) return false;
  if (words_of(candidate.key).size() > 1 && words_of(key).size() == 1 && key.size() >= 2 &&
      key.size() <= kLongestAcronym)
    return abbreviates(lexicon, letters_of(key), candidate.key);
  return same_without_kind(lexicon, candidate.key, key);
}

}  // namespace

void NameReferences::resolve_all() {
  name_persons();
  name_bodies();
}

void NameReferences::name_persons() {
  std::vector<size_t> persons;
  for (size_t k = 0; k < members_.candidates.size(); ++k) {
    const PersonName& name = members_.candidates[k].person;
    if (!name.full()) continue;
    if (const auto same = person_with_full_name(persons, name)) {
      members_.join(k, *same, "same name");
    } else if (const auto started = members_.start(k)) {
      persons.push_back(*started);
    }
  }
  for (size_t k = 0; k < members_.candidates.size(); ++k) {
    const Candidate& candidate = members_.candidates[k];
    if (candidate.person.words.empty() || candidate.person.full()) continue;
    if (const auto same = person_called(persons, candidate)) {
      members_.join(k, *same, "part of a name");
    } else if (const auto person = known_as(k)) {
      members_.join(k, *person, "known as");
    } else if (const auto started = members_.start(k)) {
      persons.push_back(*started);
    }
  }
}

std::optional<size_t> NameReferences::person_with_full_name(const std::vector<size_t>& among,
                                                            const PersonName& name) const {
  for (const size_t member : among) {
    for (const PersonName& other : members_.known[member].names) {
      if (match(name, other) == NameMatch::kFull) return member;
    }
  }
  return std::nullopt;
}

// The best fit, and of equal ones the last that was named before, else the first named after.
std::optional<size_t> NameReferences::person_called(const std::vector<size_t>& among,
                                                    const Candidate& candidate) const {
  std::optional<size_t> best;
  NameMatch best_match = NameMatch::kNone;
  for (const size_t member : among) {
    const Gender gender = members_.cast.members[member].gender;
    if (candidate.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != candidate.gender) continue;
    NameMatch fits = NameMatch::kNone;
    for (const PersonName& name : members_.known[member].names) fits = std::max(fits, match(candidate.person, name));
    if (fits == NameMatch::kNone || fits < best_match) continue;
    const bool nearer = !best || members_.known[member].last_named_before(candidate.head) >
                                     members_.known[*best].last_named_before(candidate.head);
    if (fits > best_match || nearer) {
      best = member;
      best_match = fits;
    }
  }
  return best;
}

// "General Dagalo, who is known as Hemedti"
std::optional<size_t> NameReferences::known_as(size_t k) const {
  const Tree& tree = members_.tree;
  const uint32_t first = members_.candidates[k].words.first;
  if (first < 2 || tree.word(first - 1) != "as" || tree.word(first - 2) != "known") return std::nullopt;
  for (size_t other = k; other-- > 0 && tree.sentence(members_.candidates[other].head) == tree.sentence(first);) {
    if (!members_.candidates[other].person.words.empty()) return members_.member_of(other);
  }
  return std::nullopt;
}

void NameReferences::name_bodies() {
  for (size_t k = 0; k < members_.candidates.size(); ++k) {
    const Candidate& candidate = members_.candidates[k];
    if (!is_body_name(candidate) || members_.member_of(k)) continue;
    if (candidate.capital && !candidate.mention) continue;  // a place
    if (abbreviates_phrase(k)) continue;
    if (const auto same = members_.with_key(members_.key_of(candidate))) {
      members_.join(k, *same, candidate.form == MentionForm::kMetonym ? "seat of a state" : "same name");
    } else if (const auto surname = surname_of(candidate)) {
      members_.join(k, *surname, "part of a name");
    } else if (const auto body = body_called(candidate)) {
      members_.join(k, *body, "same body");
    } else {
      members_.start(k);
    }
  }
}

// A surname that the network took for a body or a place.
std::optional<size_t> NameReferences::surname_of(const Candidate& candidate) const {
  if (candidate.kind == ActorKind::kState || candidate.form != MentionForm::kName) return std::nullopt;
  if (candidate.key.find(' ') != std::string::npos) return std::nullopt;
  const PersonName name = PersonName::of(candidate.name, members_.lexicon);
  for (size_t member = 0; member < members_.known.size(); ++member) {
    for (const PersonName& other : members_.known[member].names) {
      if (other.full() && match(name, other) == NameMatch::kSurname) return member;
    }
  }
  return std::nullopt;
}

std::optional<size_t> NameReferences::body_called(const Candidate& candidate) const {
  if (candidate.kind == ActorKind::kState) return std::nullopt;
  for (size_t member = 0; member < members_.known.size(); ++member) {
    const Member& other = members_.cast.members[member];
    if (other.kind != ActorKind::kOrganisation && other.kind != ActorKind::kPlace) continue;
    for (const std::string& key : members_.known[member].keys) {
      if (one_body(members_.lexicon, candidate, key, other.country)) return member;
    }
  }
  return std::nullopt;
}

// "(MoD)" after "the Ministry of Defence". After a noun phrase, which is resolved later, it waits for its turn.
bool NameReferences::abbreviates_phrase(size_t k) {
  const Candidate& candidate = members_.candidates[k];
  if (abbreviated_.contains(candidate.key)) return true;
  const Tree& tree = members_.tree;
  const WordRange words = candidate.words;
  const bool bracketed = words.size() == 1 && words.first >= 2 && words.end < tree.size() &&
                         tree.word(words.first - 1) == "(" && tree.word(words.end) == ")";
  if (!bracketed) return false;
  for (size_t other = k; other-- > 0;) {
    const Candidate& phrase = members_.candidates[other];
    if (phrase.words.first + kMostWordsBeforeBracket <= words.first) break;
    if (phrase.words.end != words.first - 1 || phrase.form == MentionForm::kPronoun) continue;
    if (phrase.kind == ActorKind::kPerson) continue;
    if (const auto member = members_.member_of(other)) {
      members_.join(k, *member, "abbreviation in brackets");
    } else {
      abbreviated_.emplace(candidate.key, other);
    }
    return true;
  }
  return false;
}

bool NameReferences::resolve_abbreviation(size_t k) {
  const auto at = abbreviated_.find(members_.candidates[k].key);
  if (at == abbreviated_.end()) return false;
  if (const auto member = members_.member_of(at->second)) {
    members_.join(k, *member, "abbreviation in brackets");
  } else {
    members_.start(k);
  }
  return true;
}

}  // namespace onrecord::actors
