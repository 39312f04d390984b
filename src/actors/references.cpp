#include "actors/references.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "actors/candidates.h"
#include "actors/country_context.h"
#include "actors/fold.h"
#include "actors/institutions.h"
#include "actors/salience.h"

namespace onrecord::actors {
namespace {

constexpr size_t kUnset = SIZE_MAX;
// A text with more actors than this is no report; further ones are left out, so that time stays linear in the text.
constexpr size_t kMostMembers = 1000;
constexpr uint32_t kMostWordsBeforeBracket = 30;

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "ministry of defence" → "md", or "mod" with its small words.
std::string initials_of(std::string_view folded, bool with_small_words) {
  static constexpr std::array<std::string_view, 9> kSmall{"of", "the", "and", "for", "in", "on", "to", "de", "&"};
  std::string initials;
  for (const std::string_view word : words_of(folded)) {
    if (with_small_words || !has(kSmall, word)) initials += word.front();
  }
  return initials;
}

bool abbreviates(std::string_view letters, std::string_view folded) {
  return letters == initials_of(folded, false) || letters == initials_of(folded, true);
}

std::string letters_of(std::string_view acronym) {
  std::string letters;
  for (const char c : fold(acronym)) {
    if (c != '.' && c != ' ') letters += c;
  }
  return letters;
}

// Every modifier of the one is one of the other, either way round.
bool fit(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto within = [](const auto& inner, const auto& outer) {
    return std::all_of(inner.begin(), inner.end(), [&](const std::string& word) { return has(outer, word); });
  };
  return within(a, b) || within(b, a);
}

template <class List, class Value>
void add_once(List& list, const Value& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

struct NounPhrase {
  std::string noun;  // lemma
  std::vector<std::string> modifiers;
  friend bool operator==(const NounPhrase&, const NounPhrase&) = default;
};

// What is known of a member besides what the cast keeps; each thing once.
struct Knowledge {
  std::vector<PersonName> names;
  std::vector<std::string> keys;
  std::vector<NounPhrase> nouns;
  std::vector<uint32_t> full_names;  // words where the full name stands, in order
  uint32_t last_part = 0;            // one past the last word where a part of the name stands

  [[nodiscard]] uint32_t last_named_before(uint32_t word) const {
    const auto at = std::lower_bound(full_names.begin(), full_names.end(), word);
    return std::max(at == full_names.begin() ? 0 : *(at - 1) + 1, last_part);
  }
};

class References {
 public:
  References(const Tree& tree, const Lexicon& lexicon, std::span<const BlockKind> blocks)
      : tree_(tree), lexicon_(lexicon), candidates_(find_candidates(tree, lexicon, blocks)), cast_(tree.size()),
        member_of_(candidates_.size(), kUnset), salience_(tree) {
    infer_countries(CountryContext(tree, lexicon));
  }

  Cast run() {
    name_persons();
    name_bodies();
    for (size_t k = 0; k < candidates_.size(); ++k) {
      const Candidate& candidate = candidates_[k];
      if (member_of_[k] == kUnset) {
        if (candidate.form == MentionForm::kPronoun) {
          resolve_pronoun(k);
        } else if (candidate.explains != Candidate::kNobody) {
          explain(candidate);
        } else if (candidate.same_as != Candidate::kNobody && cast_.at_head(candidate.same_as)) {
          join(k, static_cast<size_t>(*cast_.at_head(candidate.same_as)), "name inside the phrase");
        } else if (abbreviated_.contains(candidate.key)) {
          resolve_abbreviation(k);
        } else {
          resolve_noun(k);
        }
      }
      if (member_of_[k] != kUnset) {
        salience_.touch(static_cast<uint32_t>(member_of_[k]), candidate);
        cast_.refer(candidate.head, static_cast<ActorId>(member_of_[k]));
      }
    }
    for (Member& member : cast_.members) {
      std::stable_sort(member.mentions.begin(), member.mentions.end(),
                       [](const auto& a, const auto& b) { return a.words.first < b.words.first; });
    }
    return std::move(cast_);
  }

 private:
  // Whose "the police" and "parliament" are, where they do not say so themselves.
  void infer_countries(const CountryContext& context) {
    for (Candidate& candidate : candidates_) {
      if (!candidate.country.empty() || !(is_institution(candidate) || means_state(candidate))) continue;
      if (const State* state = context.at(candidate.head)) candidate.country = state->code;
    }
  }

  // ---- persons ----
  void name_persons() {
    std::vector<size_t> full;  // members with a name of several words
    for (size_t k = 0; k < candidates_.size(); ++k) {
      const PersonName& name = candidates_[k].person;
      if (!name.full()) continue;
      const size_t same = find_person(full, name, NameMatch::kFull);
      if (same != kUnset) {
        join(k, same, "same name");
      } else if (has_room()) {
        full.push_back(start(k));
      }
    }
    std::vector<size_t> all = full;
    for (size_t k = 0; k < candidates_.size(); ++k) {
      const PersonName& name = candidates_[k].person;
      if (name.words.empty() || name.full()) continue;
      const size_t same = person_called(all, k);
      if (same != kUnset) {
        join(k, same, "part of a name");
      } else if (has_room()) {
        all.push_back(start(k));
      }
    }
  }

  [[nodiscard]] size_t find_person(const std::vector<size_t>& members, const PersonName& name, NameMatch least) const {
    for (const size_t member : members) {
      for (const PersonName& known : knowledge_[member].names) {
        if (match(name, known) >= least) return member;
      }
    }
    return kUnset;
  }

  // "Ms Truss": the best fit, and of equal ones the last that was named before, else the first named after.
  [[nodiscard]] size_t person_called(const std::vector<size_t>& members, size_t k) const {
    const Candidate& candidate = candidates_[k];
    size_t best = kUnset;
    NameMatch best_match = NameMatch::kNone;
    for (const size_t member : members) {
      const Gender gender = cast_.members[member].gender;
      if (candidate.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != candidate.gender) continue;
      NameMatch fits = NameMatch::kNone;
      for (const PersonName& known : knowledge_[member].names) fits = std::max(fits, match(candidate.person, known));
      if (fits == NameMatch::kNone || fits < best_match) continue;
      if (fits > best_match || nearer(member, best, candidate.head)) {
        best = member;
        best_match = fits;
      }
    }
    return best;
  }

  [[nodiscard]] bool nearer(size_t member, size_t other, uint32_t word) const {
    return other == kUnset || knowledge_[member].last_named_before(word) > knowledge_[other].last_named_before(word);
  }

  // ---- states and bodies ----
  void name_bodies() {
    for (size_t k = 0; k < candidates_.size(); ++k) {
      const Candidate& candidate = candidates_[k];
      const bool name = candidate.form == MentionForm::kName || candidate.form == MentionForm::kAcronym ||
                        candidate.form == MentionForm::kMetonym;
      if (!name || !candidate.person.words.empty() || member_of_[k] != kUnset) continue;
      if (candidate.capital && !candidate.mention) continue;  // a place
      if (abbreviates_phrase(k)) continue;
      const auto known = member_of_key_.find(key_of(candidate));
      if (known != member_of_key_.end()) {
        join(k, known->second, candidate.form == MentionForm::kMetonym ? "seat of a state" : "same name");
        continue;
      }
      size_t same = surname_of(candidate);
      if (same == kUnset) same = body_called(candidate);
      if (same != kUnset) {
        join(k, same, "same body");
      } else if (has_room()) {
        start(k);
      }
    }
  }

  // "(MoD)" after "the Ministry of Defence". After a noun phrase, which is resolved later, it waits for its turn.
  bool abbreviates_phrase(size_t k) {
    const Candidate& candidate = candidates_[k];
    if (abbreviated_.contains(candidate.key)) return true;
    const WordRange words = candidate.words;
    const bool bracketed = words.first >= 2 && words.end < tree_.size() && words.size() == 1 &&
                           tree_.word(words.first - 1) == "(" && tree_.word(words.end) == ")";
    if (!bracketed) return false;
    for (size_t other = k; other-- > 0 && candidates_[other].words.first + kMostWordsBeforeBracket > words.first;) {
      if (candidates_[other].words.end != words.first - 1 || candidates_[other].form == MentionForm::kPronoun) continue;
      if (candidates_[other].kind == ActorKind::kPerson) continue;
      if (member_of_[other] != kUnset) {
        join(k, member_of_[other], "abbreviation in brackets");
        return true;
      }
      abbreviated_.emplace(candidate.key, other);
      return true;
    }
    return false;
  }

  void resolve_abbreviation(size_t k) {
    const size_t phrase = abbreviated_.at(candidates_[k].key);
    if (member_of_[phrase] != kUnset) {
      join(k, member_of_[phrase], "abbreviation in brackets");
    } else if (has_room()) {
      start(k);
    }
  }

  // "its spokesman" beside "Nasser Kanaani" refers to him.
  void explain(const Candidate& candidate) {
    if (const auto name = cast_.at_head(candidate.explains)) cast_.refer(candidate.head, *name);
  }

  // A surname that the network took for a body or a place.
  [[nodiscard]] size_t surname_of(const Candidate& candidate) const {
    if (candidate.kind == ActorKind::kState || candidate.form != MentionForm::kName) return kUnset;
    if (candidate.key.find(' ') != std::string::npos) return kUnset;
    const PersonName name = PersonName::of(candidate.name, lexicon_);
    for (size_t member = 0; member < cast_.members.size(); ++member) {
      for (const PersonName& known : knowledge_[member].names) {
        if (known.full() && match(name, known) == NameMatch::kSurname) return member;
      }
    }
    return kUnset;
  }

  [[nodiscard]] size_t body_called(const Candidate& candidate) const {
    if (candidate.kind == ActorKind::kState) return kUnset;
    for (size_t member = 0; member < cast_.members.size(); ++member) {
      const ActorKind kind = cast_.members[member].kind;
      if (kind != ActorKind::kOrganisation && kind != ActorKind::kPlace) continue;
      for (const std::string& key : knowledge_[member].keys) {
        if (one_body(candidate, key, cast_.members[member].country)) return member;
      }
    }
    return kUnset;
  }

  // An acronym of the other, or the same without its kind ("Wagner" for "Wagner Group") or country.
  [[nodiscard]] bool one_body(const Candidate& candidate, std::string_view key, std::string_view country) const {
    if (candidate.form == MentionForm::kAcronym && words_of(key).size() > 1)
      return abbreviates(letters_of(candidate.key), key);
    const bool rival = !country.empty() && !candidate.country.empty() && country != candidate.country;
    if (rival || candidate.kind == ActorKind::kPlace) return false;
    if (words_of(candidate.key).size() > 1 && words_of(key).size() == 1 && is_short_form(key))
      return abbreviates(letters_of(key), candidate.key);
    const std::string_view shorter = candidate.key.size() < key.size() ? std::string_view(candidate.key) : key;
    const std::string_view longer = candidate.key.size() < key.size() ? key : std::string_view(candidate.key);
    if (shorter.size() < 4 || !longer.starts_with(shorter) || longer.size() == shorter.size()) return false;
    static constexpr std::array<std::string_view, 9> kKinds{"group", "party", "inc", "inc.", "ltd", "corporation", "plc",
                                                            "company", "corp"};
    return has(kKinds, trimmed(longer.substr(shorter.size())));
  }

  [[nodiscard]] static bool is_short_form(std::string_view key) { return key.size() >= 2 && key.size() <= 6; }

  // ---- noun phrases ----
  void resolve_noun(size_t k) {
    const Candidate& candidate = candidates_[k];
    if (candidate.capital) return;
    if (means_state(candidate) && join_state(k)) return;
    size_t same = holder_of_title(candidate);
    std::string_view rule = "office";
    if (same == kUnset) {
      same = met_before(candidate);
      rule = "same noun";
    }
    if (same == kUnset && is_institution(candidate)) {
      const auto known = member_of_key_.find(key_of(candidate));
      if (known != member_of_key_.end()) same = known->second;
      rule = "same body";
    }
    if (same == kUnset) {
      same = called_in_general(candidate);
      rule = "general noun";
    }
    if (same != kUnset) {
      join(k, same, rule);
    } else if ((candidate.mention || candidate.certain) && has_room()) {
      start(k);
    }
  }

  // "the government": the state itself.
  bool join_state(size_t k) {
    const State* state = lexicon_.state_of_code(candidates_[k].country);
    if (state == nullptr) return false;
    const auto known = member_of_key_.find(fold(state->name));
    if (known != member_of_key_.end()) {
      join(k, known->second, "government of a state");
    } else if (has_room()) {
      const size_t id = start(k);
      cast_.members[id].kind = ActorKind::kState;
      cast_.members[id].name = state->name;
      member_of_key_.emplace(fold(state->name), id);
    }
    return true;
  }

  // What tells a body from others: its full name for "Iran's foreign ministry", else the words as they stand.
  [[nodiscard]] std::string key_of(const Candidate& candidate) const {
    const State* state = lexicon_.state_of_code(candidate.country);
    std::string name = state == nullptr ? std::string() : institution_name(candidate, *state, tree_);
    return name.empty() ? candidate.key : fold(name);
  }

  // "the foreign secretary" after, or before, "Foreign Secretary Liz Truss".
  [[nodiscard]] size_t holder_of_title(const Candidate& candidate) const {
    if (candidate.titles.empty() || candidate.plural || !refers_back(candidate)) return kUnset;
    const Title& title = candidate.titles.front();
    size_t best = kUnset;
    double best_score = 0;
    for (size_t member = 0; member < cast_.members.size(); ++member) {
      const Member& other = cast_.members[member];
      if (other.kind != ActorKind::kPerson || conflict(candidate, other)) continue;
      for (const Title& held : other.titles) {
        if (!same_office(title.office, held.office) || title.past != held.past) continue;
        const double exact = fold(title.office) == fold(held.office) ? 1 : 0;
        const double score = 1 + exact + salience_.recency(static_cast<uint32_t>(member), candidate.head);
        if (score > best_score) {
          best = member;
          best_score = score;
        }
      }
    }
    return best;
  }

  [[nodiscard]] static bool refers_back(const Candidate& candidate) {
    return candidate.definite || candidate.words.first == candidate.head || starts_with_modifier(candidate);
  }
  [[nodiscard]] static bool starts_with_modifier(const Candidate& candidate) {
    return !candidate.key.starts_with("a ") && !candidate.key.starts_with("an ") && !candidate.key.starts_with("one ") &&
           !candidate.key.starts_with("another ");
  }

  [[nodiscard]] static bool conflict(const Candidate& candidate, const Member& member) {
    const bool gender = candidate.gender != Gender::kUnknown && member.gender != Gender::kUnknown &&
                        candidate.gender != member.gender;
    const bool country = !candidate.country.empty() && !member.country.empty() && candidate.country != member.country;
    return gender || country;
  }

  // "the ministry" after "the Saudi foreign ministry"; "officials" after "two senior officials".
  [[nodiscard]] size_t met_before(const Candidate& candidate) const {
    if (candidate.noun.empty() || !(candidate.definite || candidate.plural || bare(candidate))) return kUnset;
    size_t best = kUnset;
    double best_score = -1;
    for (size_t member = 0; member < cast_.members.size(); ++member) {
      const Member& other = cast_.members[member];
      if (other.plural != candidate.plural || conflict(candidate, other)) continue;
      if (!candidate.definite && (other.named || candidate.country != other.country)) continue;
      for (const NounPhrase& known : knowledge_[member].nouns) {
        if (known.noun != candidate.noun || !fit(known.modifiers, candidate.modifiers)) continue;
        if (!candidate.definite && known.modifiers != candidate.modifiers) continue;
        const double exact = known.modifiers == candidate.modifiers ? 1 : 0;
        const double score = exact + salience_.recency(static_cast<uint32_t>(member), candidate.head);
        if (score > best_score) {
          best = member;
          best_score = score;
        }
      }
    }
    return best;
  }

  [[nodiscard]] static bool bare(const Candidate& candidate) { return candidate.words.first == candidate.head; }

  // "the agency", "the country", "the bloc": the most salient one of that kind.
  [[nodiscard]] size_t called_in_general(const Candidate& candidate) const {
    if (!candidate.definite || candidate.plural || !candidate.modifiers.empty() || !candidate.key.ends_with(candidate.noun))
      return kUnset;
    if (tree_.dependent(candidate.head, Relation::kPossessor) != Tree::kNone) return kUnset;
    static constexpr std::array<std::string_view, 20> kBodies{
        "group",    "organisation", "organization", "body",     "agency", "company", "firm",  "party",  "bloc",  "alliance",
        "union",    "lender",       "regulator",    "watchdog", "bank",   "airline", "carrier", "movement", "network", "charity"};
    static constexpr std::array<std::string_view, 8> kStates{"country", "kingdom", "nation",    "republic",
                                                             "state",   "emirate", "sultanate", "superpower"};
    if (has(kStates, candidate.noun)) return most_salient(candidate, ActorKind::kState);
    if (has(kBodies, candidate.noun)) return most_salient(candidate, ActorKind::kOrganisation);
    return kUnset;
  }

  [[nodiscard]] size_t most_salient(const Candidate& candidate, ActorKind kind) const {
    size_t best = kUnset;
    double best_score = 0;
    for (size_t member = 0; member < cast_.members.size(); ++member) {
      const Member& other = cast_.members[member];
      if (other.kind != kind || !other.named || other.plural || conflict(candidate, other)) continue;
      const State* state = kind == ActorKind::kState ? lexicon_.state_of_code(other.country) : nullptr;
      if (state != nullptr && !lexicon_.may_be_called(*state, candidate.noun)) continue;
      const double score = salience_.recency(static_cast<uint32_t>(member), candidate.head);
      if (score > best_score) {
        best = member;
        best_score = score;
      }
    }
    return best;
  }

  // ---- pronouns ----
  void resolve_pronoun(size_t k) {
    const auto best = salience_.best_for(candidates_[k], cast_.members);
    if (best) join(k, *best, "pronoun");
  }

  // ---- members ----
  [[nodiscard]] bool has_room() const { return cast_.members.size() < kMostMembers; }

  size_t start(size_t k) {
    const Candidate& candidate = candidates_[k];
    Member member;
    member.kind = candidate.kind;
    member.plural = candidate.plural;
    member.name = name_of(candidate);
    member.unsure = !candidate.certain;
    const auto id = static_cast<size_t>(cast_.add(std::move(member)));
    knowledge_.emplace_back();
    salience_.add_member();
    join(k, id, candidate.noun.empty() ? "name" : "noun phrase");
    return id;
  }

  [[nodiscard]] std::string name_of(const Candidate& candidate) const {
    if (!candidate.person.words.empty()) return candidate.person.shown;
    if (candidate.kind == ActorKind::kState) {
      const State* state = lexicon_.state(candidate.key);
      if (state != nullptr) return state->name;
    }
    if (const State* state = lexicon_.state_of_code(candidate.country)) {
      if (std::string name = institution_name(candidate, *state, tree_); !name.empty()) return name;
    }
    if (const auto full = lexicon_.full_name(candidate.name); !full.empty()) return std::string(full);
    return candidate.name.empty() ? without_article(tree_.text(candidate.words)) : candidate.name;
  }

  void join(size_t k, size_t id, std::string_view rule) {
    const Candidate& candidate = candidates_[k];
    Member& member = cast_.members[id];
    Knowledge& known = knowledge_[id];
    member_of_[k] = id;
    const bool proper = candidate.noun.empty() && candidate.form != MentionForm::kPronoun;
    if (!candidate.person.words.empty() && candidate.person.words.size() > words_of(fold(member.name)).size())
      member.name = candidate.person.shown;
    if (proper && !member.named && candidate.person.words.empty()) member.name = name_of(candidate);
    member.named = member.named || proper || candidate.form == MentionForm::kName;
    member.unsure = member.unsure && !candidate.certain;
    if (candidate.form != MentionForm::kPronoun || member.gender == Gender::kUnknown) learn(candidate, member);
    if (!candidate.person.words.empty()) know_name(candidate, known);
    if (candidate.form != MentionForm::kPronoun && candidate.person.words.empty()) {
      add_once(known.keys, candidate.key);
      if (proper || candidate.form == MentionForm::kName) member_of_key_.emplace(candidate.key, id);
      if (is_institution(candidate)) member_of_key_.emplace(key_of(candidate), id);
    }
    if (!candidate.noun.empty()) add_once(known.nouns, NounPhrase{candidate.noun, candidate.modifiers});
    for (const std::string& noun : candidate.called) add_once(known.nouns, NounPhrase{noun, {}});
    for (const Title& title : candidate.titles) {
      add_once(known.nouns, NounPhrase{fold(tree_.lemma(title.head)), {}});
      const bool held = std::any_of(member.titles.begin(), member.titles.end(),
                                    [&](const Title& other) { return other.office == title.office; });
      if (!held) member.titles.push_back(title);
    }
    if (candidate.mention) member.mentions.push_back({candidate.words, candidate.form, rule});
    cast_.refer(candidate.head, static_cast<ActorId>(id));
  }

  static void know_name(const Candidate& candidate, Knowledge& known) {
    const auto same = std::find_if(known.names.begin(), known.names.end(), [&](const PersonName& name) {
      return name.words == candidate.person.words && name.gender == candidate.person.gender;
    });
    if (same == known.names.end()) known.names.push_back(candidate.person);
    if (candidate.person.full()) {
      known.full_names.push_back(candidate.head);
    } else {
      known.last_part = candidate.head + 1;
    }
  }

  static void learn(const Candidate& candidate, Member& member) {
    if (member.gender == Gender::kUnknown) member.gender = candidate.gender;
    if (member.country.empty()) member.country = candidate.country;
    if (member.role.empty()) member.role = candidate.role;
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<Candidate> candidates_;
  Cast cast_;
  std::vector<size_t> member_of_;       // of each candidate
  std::vector<Knowledge> knowledge_;    // of each member
  std::unordered_map<std::string, size_t> member_of_key_;
  std::unordered_map<std::string, size_t> abbreviated_;  // short name in brackets → candidate of the phrase before it
  Salience salience_;
};

}  // namespace

Cast find_cast(const Tree& tree, const Lexicon& lexicon, std::span<const BlockKind> blocks) {
  return References(tree, lexicon, blocks).run();
}

}  // namespace onrecord::actors
