#include "actors/references.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "actors/candidates.h"
#include "actors/country_context.h"
#include "actors/identities.h"
#include "actors/institutions.h"
#include "actors/known_actors.h"
#include "actors/members.h"
#include "actors/name_references.h"
#include "actors/noun_references.h"
#include "actors/office_references.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

// Whose "the police" and "parliament" are, where they do not say so themselves.
std::vector<Candidate> with_countries(const Tree& tree, const Lexicon& lexicon, const CountryContext& context,
                                      std::vector<Candidate> candidates) {
  for (Candidate& candidate : candidates) {
    const uint32_t possessor = tree.dependent(candidate.head, Relation::kPossessor);
    const bool somebodys = possessor != Tree::kNone && tree.part(possessor) == Part::kPronoun;  // "his administration"
    if (somebodys || !candidate.country.empty() ||
        !(is_institution(candidate, lexicon) || means_state(candidate, lexicon)))
      continue;
    if (const State* state = context.at(candidate.head)) candidate.country = state->code;
  }
  return candidates;
}

// Where the outlet is at home, as the knowledge base has it.
const State* home_of(const ReferenceTables& tables, std::string_view publisher) {
  if (!tables.base || publisher.empty()) return nullptr;
  for (const knowledge::Match& match : tables.base->find(publisher)) {
    if (match.place) continue;
    const knowledge::Entity entity = tables.base->entity(match.number);
    const bool outlet = entity.type == "media" || entity.type == "broadcaster" || entity.type == "news-agency";
    if (outlet && !entity.country.empty()) return tables.lexicon.state_of_code(entity.country);
  }
  return nullptr;
}

// A report that names Ohio and Cleveland speaks of the United States: well-known places of one state only.
void add_states_of_places(const Tree& tree, const ReferenceTables& tables, CountryContext& context) {
  constexpr uint32_t kWellKnown = 500'000;  // people
  for (const syntax::Entity& entity : tree.syntax().entities) {
    if (entity.type != syntax::EntityType::kGpe) continue;
    const std::string_view name = tree.text({entity.first, entity.end});
    if (tables.lexicon.state(name) != nullptr) continue;
    std::string country;
    bool several = false;
    for (const knowledge::Match& match : tables.base->find(name)) {
      if (!match.place) continue;
      const knowledge::Place place = tables.base->place(match.number);
      if (place.type != "region" && place.population < kWellKnown) continue;
      several = several || (!country.empty() && country != place.country);
      country = place.country;
    }
    const State* state = several ? nullptr : tables.lexicon.state_of_code(country);
    if (state != nullptr) context.add(*state);
  }
}

CountryContext context_of(const Tree& tree, const ReferenceTables& tables, const Told& told) {
  CountryContext context(tree, tables.lexicon);
  context.set_home(home_of(tables, told.publisher));
  if (tables.base) add_states_of_places(tree, tables, context);
  return context;
}

// Where it is known who speaks, that counts, not the grammar.
std::vector<Candidate> with_speakers(const Speech& speech, std::vector<Candidate> candidates) {
  if (speech.source_of.empty()) return candidates;
  for (Candidate& candidate : candidates) candidate.speaks = speech.source_of[candidate.head] != Speech::kNone;
  return candidates;
}

class References {
 public:
  References(const Tree& tree, const ReferenceTables& tables, std::span<const BlockKind> blocks, const Speech& speech,
             const Told& told, const ChoiceObserver* observer)
      : weights_(tables.weights),
        observer_(observer),
        context_(context_of(tree, tables, told)),
        identities_(tables.base ? &*tables.base : nullptr, context_, told.day),
        members_(tree, tables.lexicon, speech,
                 with_speakers(speech, with_countries(tree, tables.lexicon, context_,
                                                      find_candidates(tree, tables.lexicon, blocks)))),
        names_(members_),
        known_(members_, context_, identities_),
        offices_(members_, context_, known_) {}

  Cast run() {
    names_.resolve_all();
    known_.identify_names();
    for (size_t k = 0; k < members_.candidates.size(); ++k) {
      if (!members_.member_of(k)) resolve(k);
      members_.touch(k);
    }
    for (Member& member : members_.cast.members) {
      std::stable_sort(member.mentions.begin(), member.mentions.end(),
                       [](const auto& a, const auto& b) { return a.words.first < b.words.first; });
    }
    return std::move(members_.cast);
  }

 private:
  void resolve(size_t k) {
    const Candidate& candidate = members_.candidates[k];
    if (candidate.capital) return;
    if (candidate.explains != Candidate::kNobody) return explain(candidate);
    if (candidate.same_as != Candidate::kNobody) {
      if (const auto name = members_.cast.at_head(candidate.same_as))
        return members_.join(k, static_cast<size_t>(*name), "name inside the phrase");
    }
    if (names_.resolve_abbreviation(k)) return;
    if (offices_.resolve_in_body(k)) return;
    if (offices_.is_of_other_body(k) && !known_by_title(candidate)) return start(k);
    if (const auto same = same_by_words(members_, k))
      return members_.join(k, same->member, same->rule, same->confidence);
    if (offices_.resolve_by_words(k)) return;
    if (choose_antecedent(k)) return;
    if (offices_.resolve_by_context(k)) return;
    if (candidate.form != MentionForm::kPronoun && (candidate.mention || candidate.certain)) start(k);
  }

  // "its spokesman" beside "Nasser Kanaani" refers to him.
  void explain(const Candidate& candidate) {
    if (const auto name = members_.cast.at_head(candidate.explains)) members_.cast.refer(candidate.head, *name);
  }

  // The report itself gave somebody that very title.
  [[nodiscard]] bool known_by_title(const Candidate& candidate) const {
    return std::any_of(members_.cast.members.begin(), members_.cast.members.end(), [&](const Member& member) {
      return std::any_of(member.titles.begin(), member.titles.end(), [&](const Title& title) {
        return !title.words.empty() && title.head != candidate.head && title.office == candidate.titles.front().office;
      });
    });
  }

  // Of that option, under a softmax over all and nobody (score 0), as the weights were learned.
  [[nodiscard]] static float probability(const std::vector<Option>& options, float score) {
    float sum = std::exp(-score);
    for (const Option& option : options) sum += std::exp(option.score - score);
    return 1 / sum;
  }

  bool choose_antecedent(size_t k) {
    const Candidate& candidate = members_.candidates[k];
    const auto anaphor = anaphor_class(candidate);
    if (!anaphor) return false;
    const std::vector<Option> options = antecedents_of(members_, weights_, *anaphor, candidate);
    if (observer_ != nullptr) (*observer_)(members_, k, *anaphor, options);
    const auto best = std::max_element(options.begin(), options.end(),
                                       [](const Option& a, const Option& b) { return a.score < b.score; });
    if (best == options.end() || best->score <= 0) return false;
    members_.join(k, best->member, candidate.form == MentionForm::kPronoun ? "pronoun" : "noun for one met before",
                  probability(options, best->score));
    return true;
  }

  void start(size_t k) {
    const auto id = members_.start(k);
    if (!id) return;
    if (members_.cast.members[*id].kind == ActorKind::kOrganisation) known_.identify(*id);
    if (!means_state(members_.candidates[k], members_.lexicon)) return;
    const State* state = members_.lexicon.state_of_code(members_.candidates[k].country);
    if (state == nullptr) return;
    members_.cast.members[*id].kind = ActorKind::kState;
    members_.cast.members[*id].name = state->name;
    members_.add_key(fold(state->name), *id);
    known_.identify(*id);
  }

  const ReferenceWeights& weights_;
  const ChoiceObserver* observer_;
  CountryContext context_;
  const Identities identities_;
  Members members_;
  NameReferences names_;
  KnownActors known_;
  OfficeReferences offices_;
};

}  // namespace

Cast find_cast(const Tree& tree, const ReferenceTables& tables, std::span<const BlockKind> blocks, const Speech& speech,
               const Told& told, const ChoiceObserver* observer) {
  return References(tree, tables, blocks, speech, told, observer).run();
}

}  // namespace onrecord::actors
