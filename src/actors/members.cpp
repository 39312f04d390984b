#include "actors/members.h"

#include <algorithm>
#include <utility>

#include "actors/institutions.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

// A text with more actors than this is no report; further ones are left out, so that time stays linear in the text.
constexpr size_t kMostMembers = 1000;
constexpr size_t kReferencesKept = 6;
constexpr size_t kLately = 200;  // references, so that looking back costs the same everywhere

// So many names and phrases are kept of one member: no one is called by more.
constexpr size_t kMostPhrases = 64;

template <class List, class Value>
void add_once(List& list, const Value& value) {
  if (list.size() < kMostPhrases && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool is_proper(const Candidate& candidate) {
  return candidate.noun.empty() && candidate.form != MentionForm::kPronoun;
}

void know_name(const Candidate& candidate, Knowledge& known) {
  const auto same = std::find_if(known.names.begin(), known.names.end(), [&](const PersonName& name) {
    return name.words == candidate.person.words && name.gender == candidate.person.gender;
  });
  if (same == known.names.end() && known.names.size() < kMostPhrases) known.names.push_back(candidate.person);
  if (candidate.person.full()) {
    known.full_names.push_back(candidate.head);
  } else {
    known.last_part = candidate.head + 1;
  }
}

}  // namespace

uint32_t Knowledge::last_named_before(uint32_t word) const {
  const auto at = std::lower_bound(full_names.begin(), full_names.end(), word);
  return std::max(at == full_names.begin() ? 0 : *(at - 1) + 1, last_part);
}

Members::Members(const Tree& its_tree, const Lexicon& its_lexicon, const Speech& its_speech,
                 std::vector<Candidate> its_candidates)
    : tree(its_tree),
      lexicon(its_lexicon),
      speech(its_speech),
      candidates(std::move(its_candidates)),
      cast(its_tree.size()),
      member_of_(candidates.size()) {}

std::optional<size_t> Members::with_key(const std::string& key) const {
  const auto at = member_of_key_.find(key);
  if (at == member_of_key_.end()) return std::nullopt;
  return at->second;
}

std::optional<size_t> Members::start(size_t k) {
  if (cast.members.size() >= kMostMembers) return std::nullopt;
  const Candidate& candidate = candidates[k];
  Member member;
  member.kind = candidate.kind;
  member.plural = candidate.plural;
  member.name = name_of(candidate);
  member.unsure = !candidate.certain;
  const auto id = static_cast<size_t>(cast.add(std::move(member)));
  known.emplace_back();
  join(k, id, candidate.noun.empty() ? "name" : "noun phrase");
  return id;
}

void Members::join(size_t k, size_t id, std::string_view rule, float confidence) {
  const Candidate& candidate = candidates[k];
  Member& member = cast.members[id];
  member_of_[k] = id;
  const bool proper = is_proper(candidate);
  if (candidate.person.words.size() > words_of(fold(member.name)).size()) member.name = candidate.person.shown;
  if (proper && !member.named && candidate.person.words.empty()) member.name = name_of(candidate);
  member.named = member.named || proper || candidate.form == MentionForm::kName;
  member.unsure = member.unsure && !candidate.certain;
  learn(candidate, id);
  const bool of_person = candidate.possessive && candidate.kind == ActorKind::kPerson &&
                         (candidate.form == MentionForm::kName || candidate.form == MentionForm::kTitle);
  if (candidate.mention || of_person) member.mentions.push_back({candidate.words, candidate.form, rule, confidence});
  cast.refer(candidate.head, static_cast<ActorId>(id));
}

void Members::learn(const Candidate& candidate, size_t id) {
  Member& member = cast.members[id];
  Knowledge& knowledge = known[id];
  if (member.gender == Gender::kUnknown) member.gender = candidate.gender;
  if (candidate.form == MentionForm::kPronoun) return;
  if (member.country.empty()) member.country = candidate.country;
  if (member.role.empty()) member.role = candidate.role;
  if (!candidate.person.words.empty()) {
    know_name(candidate, knowledge);
  } else {
    add_once(knowledge.keys, candidate.key);
    if (is_proper(candidate) || candidate.form == MentionForm::kName) add_key(candidate.key, id);
    if (is_institution(candidate, lexicon)) add_key(key_of(candidate), id);
    for (const std::string& noun : lexicon.called(candidate.key))
      add_once(knowledge.nouns, NounPhrase{noun, {}, false});
  }
  if (!candidate.noun.empty()) add_once(knowledge.nouns, NounPhrase{candidate.noun, candidate.modifiers, false});
  for (const std::string& noun : candidate.called) add_once(knowledge.nouns, NounPhrase{noun, {}, false});
  for (const Title& title : candidate.titles) {
    add_once(knowledge.nouns, NounPhrase{fold(tree.lemma(title.head)), {}, false});
    const bool held = std::any_of(member.titles.begin(), member.titles.end(),
                                  [&](const Title& other) { return other.office == title.office; });
    if (!held) member.titles.push_back(title);
  }
}

void Members::merge(size_t member, size_t into) {
  for (size_t k = 0; k < candidates.size(); ++k) {
    if (member_of_[k] == member) {
      member_of_[k] = into;
      cast.refer(candidates[k].head, static_cast<ActorId>(into));
      learn(candidates[k], into);
    }
  }
  for (auto& [key, of] : member_of_key_) {
    if (of == member) of = into;
  }
  Member& from = cast.members[member];
  Member& to = cast.members[into];
  to.mentions.insert(to.mentions.end(), from.mentions.begin(), from.mentions.end());
  from.mentions.clear();
}

void Members::know_as(size_t member, std::string_view noun) {
  add_once(known[member].nouns, NounPhrase{std::string(noun), {}, true});
}

void Members::touch(size_t k) {
  if (!member_of_[k]) return;
  const Candidate& candidate = candidates[k];
  Knowledge& knowledge = known[*member_of_[k]];
  if (knowledge.references.size() == kReferencesKept) knowledge.references.erase(knowledge.references.begin());
  knowledge.references.push_back({candidate.head, candidate.subject, candidate.in_quotation,
                                  candidate.form == MentionForm::kPronoun, candidate.mention, candidate.speaks,
                                  candidate.opens_block, candidate.main_subject});
  ++knowledge.times;
  if (candidate.speaks && !candidate.in_quotation) last_speaker_ = member_of_[k];
  met_.push_back(*member_of_[k]);
}

std::vector<size_t> Members::met_lately() const {
  std::vector<size_t> lately;
  for (size_t at = met_.size(); at-- > 0 && met_.size() - at <= kLately;) {
    if (std::find(lately.begin(), lately.end(), met_[at]) == lately.end()) lately.push_back(met_[at]);
  }
  return lately;
}

double Members::recency(size_t member, uint32_t word) const {
  const auto& references = known[member].references;
  if (references.empty() || references.back().head >= word) return 0;
  return 1.0 / (1.0 + tree.sentence(word) - tree.sentence(references.back().head));
}

std::string Members::key_of(const Candidate& candidate) const {
  const State* state = lexicon.state_of_code(candidate.country);
  std::string name = state == nullptr ? std::string() : institution_name(candidate, *state, tree, lexicon);
  return name.empty() ? candidate.key : fold(name);
}

std::string Members::name_of(const Candidate& candidate) const {
  if (!candidate.person.words.empty()) return candidate.person.shown;
  if (candidate.kind == ActorKind::kState) {
    if (const State* state = lexicon.state(candidate.key)) return state->name;
  }
  if (const State* state = lexicon.state_of_code(candidate.country)) {
    if (std::string name = institution_name(candidate, *state, tree, lexicon); !name.empty()) return name;
  }
  if (const auto full = lexicon.full_name(candidate.name); !full.empty()) return std::string(full);
  return candidate.name.empty() ? without_article(tree.text(candidate.words)) : candidate.name;
}

bool Members::denies_title(const Candidate& candidate, size_t number) const {
  const Member& member = cast.members[number];
  if (!member.identity || member.kind != ActorKind::kPerson || candidate.titles.empty()) return false;
  const Title& title = candidate.titles.front();
  if (!title.past && !lexicon.offices().single(title.form)) return false;
  return std::none_of(member.titles.begin(), member.titles.end(),
                      [&](const Title& other) { return other.past == title.past && same_office(title, other); });
}

bool Members::conflict(const Candidate& candidate, const Member& member) {
  const bool gender =
      candidate.gender != Gender::kUnknown && member.gender != Gender::kUnknown && candidate.gender != member.gender;
  const bool country = !candidate.country.empty() && !member.country.empty() && candidate.country != member.country;
  return gender || country;
}

}  // namespace onrecord::actors
