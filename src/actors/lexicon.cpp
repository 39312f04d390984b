#include "actors/lexicon.h"

#include <algorithm>

#include "actors/tables.inc"
#include "base/tables.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

constexpr size_t kMostWordsOfNoun = 4;

std::string key(std::string_view name) {
  std::string folded = fold(name);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

std::string without_stop(std::string folded) {
  if (folded.ends_with('.')) folded.pop_back();
  return folded;
}

Gender gender_of(std::string_view letter) {
  return letter == "f" ? Gender::kFemale : letter == "m" ? Gender::kMale : Gender::kUnknown;
}

ActorKind kind_of(std::string_view word) {
  if (word == "organisation") return ActorKind::kOrganisation;
  if (word == "group") return ActorKind::kGroup;
  if (word == "state") return ActorKind::kState;
  if (word == "place") return ActorKind::kPlace;
  return ActorKind::kPerson;
}

}  // namespace

Lexicon::Lexicon() {
  read_states();
  read_nouns();
  read_honorifics();
  read_given_names();
  read_bodies();
  read_modifiers();
  read_state_nouns();
  read_word_lists();
}

void Lexicon::read_states() {
  for (const std::string_view line : lines_of(kCountryTable)) {
    std::vector<std::string_view> fields = fields_of(line, '|');
    fields.resize(6);
    const auto number = static_cast<uint32_t>(states_.size());
    states_.push_back({std::string(fields[0]), std::string(fields[1])});
    state_of_name_.emplace(key(fields[1]), number);
    for (const auto other : parts_of(fields[2], ';')) state_of_name_.emplace(key(other), number);
    for (const auto word : parts_of(fields[3], ';')) state_of_adjective_.emplace(key(word), number);
    for (const auto capital : parts_of(fields[4], ';')) state_of_capital_.emplace(key(capital), number);
    for (const auto seat : parts_of(fields[5], ';')) state_of_seat_.emplace(key(seat), number);
  }
}

void Lexicon::read_nouns() {
  for (const std::string_view line : lines_of(kTitleTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.size() < 2) continue;
    Noun noun;
    noun.kind = kind_of(heading.words[0]);
    noun.office = heading.words[0] == "office";
    noun.role = heading.words[1] == "-" ? "" : heading.words[1];
    if (heading.words.size() > 2) noun.gender = gender_of(heading.words[2]);
    for (const auto word : heading.entries) {
      // A noun may stand in several lists; the first keeps its kind, a later one may add its role or gender.
      const auto [at, added] = nouns_.emplace(fold(word), noun);
      if (added) continue;
      if (at->second.role.empty()) at->second.role = noun.role;
      if (at->second.gender == Gender::kUnknown) at->second.gender = noun.gender;
    }
  }
  const auto add_gendered = [this](std::string_view word, Gender gender) {
    if (const auto at = nouns_.find(std::string(word)); at != nouns_.end()) at->second.gender = gender;
  };
  for (const auto word : {"spokesman", "chairman", "congressman", "businessman", "assemblyman", "councilman", "actor"})
    add_gendered(word, Gender::kMale);
  for (const auto word : {"spokeswoman", "chairwoman", "congresswoman", "businesswoman", "assemblywoman",
                          "councilwoman", "actress", "nun"})
    add_gendered(word, Gender::kFemale);
}

void Lexicon::read_honorifics() {
  for (const std::string_view line : lines_of(kHonorificTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.empty()) continue;
    for (const auto word : heading.entries) honorifics_.emplace(fold(word), gender_of(heading.words[0]));
  }
}

void Lexicon::read_given_names() {
  for (const std::string_view line : lines_of(kGivenNameTable)) {
    const Heading heading = heading_of(line, ' ');
    if (heading.words.empty()) continue;
    for (const auto name : heading.entries) given_names_.emplace(name, gender_of(heading.words[0]));
  }
}

void Lexicon::read_bodies() {
  for (const std::string_view line : lines_of(kAcronymTable)) {
    const std::vector<std::string_view> fields = fields_of(line, '|');
    if (fields.size() < 2) continue;
    const std::string full(fields[0]);
    full_names_.emplace(key(full), full);
    const std::vector<std::string_view> short_names = parts_of(fields[1], ';');
    for (const auto name : short_names) {
      full_names_.emplace(name, full);
      if (name.find(' ') != std::string_view::npos) full_names_.emplace(key(name), full);
    }
    if (fields.size() > 2) {
      for (const auto noun : parts_of(fields[2], ';')) called_[key(full)].emplace_back(noun);
    }
    if (!short_names.empty()) short_names_.emplace(key(full), short_names.front());
  }
}

void Lexicon::read_modifiers() {
  for (const std::string_view line : lines_of(kModifierTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.empty()) continue;
    auto& words = heading.words[0] == "past" ? past_words_ : office_words_;
    for (const auto word : heading.entries) words.emplace(word);
  }
}

void Lexicon::read_state_nouns() {
  for (const std::string_view line : lines_of(kStateNounTable)) {
    const Heading heading = heading_of(line, ' ');
    if (heading.words.empty()) continue;
    states_called_.emplace(heading.words[0], std::vector<std::string>(heading.entries.begin(), heading.entries.end()));
  }
}

void Lexicon::read_word_lists() {
  static constexpr std::array<std::string_view, kWordLists> kNames{
      "saying",         "place-preposition", "credit",     "kind",        "ending",    "small",
      "general-person", "general-body",      "government", "institution", "expletive", "no-place"};
  for (const std::string_view line : lines_of(kWordListTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.empty()) continue;
    if (heading.words[0] == "type" && heading.words.size() > 1) {
      nouns_of_type_[std::string(heading.words[1])].assign(heading.entries.begin(), heading.entries.end());
      continue;
    }
    const auto at = std::find(kNames.begin(), kNames.end(), heading.words[0]);
    if (at == kNames.end()) continue;
    lists_[static_cast<size_t>(at - kNames.begin())].assign(heading.entries.begin(), heading.entries.end());
  }
}

bool Lexicon::listed(WordList list, std::string_view word) const {
  const std::vector<std::string>& words = lists_[static_cast<size_t>(list)];
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool Lexicon::is_kind_of_state(std::string_view noun) const {
  return states_called_.contains(std::string(noun));
}

bool Lexicon::may_be_called(const State& state, std::string_view noun) const {
  const auto at = states_called_.find(std::string(noun));
  if (at == states_called_.end()) return true;
  return std::find(at->second.begin(), at->second.end(), state.code) != at->second.end();
}

bool Lexicon::belongs_to_office(std::string_view word) const {
  return office_words_.contains(fold(word));
}
bool Lexicon::past_office(std::string_view word) const {
  return past_words_.contains(fold(word));
}

const State* Lexicon::find(const StateTable& table, std::string_view name) const {
  const std::string folded = key(name);
  auto at = table.find(folded);
  if (at == table.end()) at = table.find(without_stop(folded));
  return at == table.end() ? nullptr : &states_[at->second];
}

const State* Lexicon::state(std::string_view name) const {
  return find(state_of_name_, name);
}
const State* Lexicon::adjective(std::string_view word) const {
  return find(state_of_adjective_, word);
}
const State* Lexicon::capital(std::string_view name) const {
  return find(state_of_capital_, name);
}
const State* Lexicon::seat(std::string_view name) const {
  return find(state_of_seat_, name);
}

const State* Lexicon::state_of_code(std::string_view code) const {
  const auto at = std::find_if(states_.begin(), states_.end(), [&](const State& state) { return state.code == code; });
  return at == states_.end() ? nullptr : &*at;
}

const Noun* Lexicon::noun(std::string_view phrase) const {
  const std::string folded = key(phrase);
  const std::vector<std::string_view> words = words_of(folded);
  for (size_t count = std::min(words.size(), kMostWordsOfNoun); count > 0; --count) {
    const size_t begin = static_cast<size_t>(words[words.size() - count].data() - folded.data());
    if (const auto at = nouns_.find(folded.substr(begin)); at != nouns_.end()) return &at->second;
  }
  return nullptr;
}

bool Lexicon::is_noun(std::string_view phrase) const {
  return nouns_.contains(key(phrase));
}

std::optional<Gender> Lexicon::honorific(std::string_view word) const {
  const auto at = honorifics_.find(without_stop(fold(word)));
  if (at == honorifics_.end()) return std::nullopt;
  return at->second;
}

Gender Lexicon::given_name(std::string_view name) const {
  const auto at = given_names_.find(fold(name));
  return at == given_names_.end() ? Gender::kUnknown : at->second;
}

std::string_view Lexicon::full_name(std::string_view name) const {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  auto at = full_names_.find(std::string(name));
  if (at == full_names_.end()) at = full_names_.find(key(name));
  return at == full_names_.end() ? std::string_view() : std::string_view(at->second);
}

const std::vector<std::string>& Lexicon::called(std::string_view full_name) const {
  static const std::vector<std::string> kNone;
  const auto at = called_.find(key(full_name));
  return at == called_.end() ? kNone : at->second;
}

const std::vector<std::string>& Lexicon::nouns_of_type(std::string_view type) const {
  static const std::vector<std::string> kNone;
  const auto at = nouns_of_type_.find(std::string(type));
  return at == nouns_of_type_.end() ? kNone : at->second;
}

std::string_view Lexicon::short_name(std::string_view full_name) const {
  const auto at = short_names_.find(key(full_name));
  return at == short_names_.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace onrecord::actors
