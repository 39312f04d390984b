#include "actors/name_candidates.h"

#include "knowledge/names.h"

#include <string>
#include <utility>

namespace onrecord::actors {
namespace {

using syntax::Entity;
using syntax::EntityType;

std::string_view without_the(std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  return name;
}

class NameReader {
 public:
  NameReader(const Phrases& phrases, std::vector<bool>& taken, std::vector<Candidate>& found)
      : phrases_(phrases), tree_(phrases.tree), lexicon_(phrases.lexicon), taken_(taken), found_(found) {}

  void read(const Entity& entity) {
    const WordRange words{entity.first, entity.end};
    if (words.empty() || follows_credit(words.first)) return;
    if (words.first > 0 && entity.type != EntityType::kPerson && takes_gendered_honorific(words.first))
      return add_person(words);  // "Mr" before it makes it a person, whatever the network took it for
    switch (entity.type) {
      case EntityType::kPerson:
        return add_person(words);
      case EntityType::kOrganisation:
      case EntityType::kGpe:
      case EntityType::kLocation:
      case EntityType::kFacility:
        return add_body(words, entity.type);
      case EntityType::kNorp:
        return add_people(words);
      default:
        return;
    }
  }

 private:
  // "Credit: Ida Roth/AP" names who took a picture, not who is in the news.
  [[nodiscard]] bool follows_credit(uint32_t word) const {
    constexpr uint32_t kMostWordsBack = 8;
    for (uint32_t at = word; at-- > 1 && word - at <= kMostWordsBack;) {
      if (tree_.block(at) != tree_.block(word) || tree_.word(at) == ".") return false;
      if (tree_.word(at) == ":" && lexicon_.listed(WordList::kCredit, fold(tree_.word(at - 1)))) return true;
    }
    return false;
  }

  void add_person(WordRange words) {
    while (words.first > 0 && takes_honorific(words.first)) --words.first;
    Candidate candidate = phrases_.begin(words, tree_.head_of(words));
    candidate.form = MentionForm::kName;
    candidate.definite = true;
    candidate.person = PersonName::of(tree_.text(words), lexicon_);
    if (candidate.person.words.empty()) return;
    candidate.gender = candidate.person.gender;
    if (auto title = title_before(tree_, lexicon_, words)) {
      candidate.country = title->country;
      candidate.role = title->role;
      if (candidate.gender == Gender::kUnknown) candidate.gender = title->gender;
      take(title->words);
      candidate.titles.push_back(std::move(*title));
    }
    // "Mr Marsh" is never a mere modifier, whatever the tree says.
    candidate.mention =
        candidate.person.honorific ? !phrases_.possessive(words) : phrases_.stands_alone(words, candidate.head);
    take(words);
    found_.push_back(std::move(candidate));
  }

  // "Mr" in "Mr Wallace", "General" in "General Milley", but not in "Attorney General Garland".
  [[nodiscard]] bool takes_honorific(uint32_t first) const {
    const uint32_t word = first - 1;
    if (tree_.block(word) != tree_.block(first) || !is_capitalised(tree_.word(word))) return false;
    if (!lexicon_.honorific(tree_.word(word))) return false;
    return word == 0 || !lexicon_.is_noun(tree_.text({word - 1, first}));
  }

  [[nodiscard]] bool takes_gendered_honorific(uint32_t first) const {
    const auto gender = takes_honorific(first) ? lexicon_.honorific(tree_.word(first - 1)) : std::nullopt;
    return gender && *gender != Gender::kUnknown;
  }

  void add_body(WordRange words, EntityType type) {
    const std::string_view name = tree_.text(words);
    // "the Embassy" is a noun with a capital letter.
    if (lexicon_.is_noun(name) && lexicon_.full_name(name).empty()) return;
    Candidate candidate = phrases_.begin(words, tree_.head_of(words));
    candidate.form = is_acronym(name) ? MentionForm::kAcronym : MentionForm::kName;
    candidate.definite = true;
    candidate.name = without_the(name);
    candidate.kind = ActorKind::kPlace;
    if (!describe_state(candidate, name, type) &&
        (type == EntityType::kOrganisation || !lexicon_.full_name(name).empty()))
      describe_body(candidate, words);
    candidate.words =
        phrases_.with_article(candidate.kind == ActorKind::kOrganisation ? whole_phrase(candidate, words) : words);
    candidate.mention = phrases_.stands_alone(words, candidate.head) && acts(candidate, words);
    take(words);
    found_.push_back(std::move(candidate));
  }

  // A state under one of its names, its seat or its capital.
  bool describe_state(Candidate& candidate, std::string_view name, EntityType type) const {
    const State* state = lexicon_.state(name);
    const State* seat = state == nullptr ? lexicon_.seat(name) : nullptr;
    const State* capital = state == nullptr && type != EntityType::kOrganisation ? lexicon_.capital(name) : nullptr;
    const State* whose = state != nullptr ? state : seat != nullptr ? seat : capital;
    if (whose == nullptr) return false;
    candidate.country = whose->code;
    candidate.kind = ActorKind::kState;
    candidate.key = fold(whose->name);
    candidate.role = "GOV";
    if (state == nullptr) candidate.form = MentionForm::kMetonym;
    candidate.capital = state == nullptr && seat == nullptr;
    return true;
  }

  // "Russian Embassy" as a name: an embassy, of Russia.
  void describe_body(Candidate& candidate, WordRange words) const {
    candidate.kind = ActorKind::kOrganisation;
    const std::string_view full = lexicon_.full_name(tree_.text(words));
    candidate.key = fold(full.empty() ? written_out(words) : std::string(full));
    if (candidate.key.starts_with("the ")) candidate.key.erase(0, 4);
    const State* state = state_of_phrase(tree_, lexicon_, candidate.head);
    if (state == nullptr) state = state_in(words);
    if (state != nullptr) candidate.country = state->code;
    const Noun* noun = lexicon_.noun(tree_.text(words));
    if (noun == nullptr || noun->kind != ActorKind::kOrganisation) return;
    candidate.noun = fold(tree_.lemma(candidate.head));
    candidate.role = noun->role;
    candidate.modifiers = phrases_.modifiers_of(candidate.head, words);
  }

  // "Kenya" in "Kenya Defence Forces", "Thai" in "Royal Thai Army".
  [[nodiscard]] const State* state_in(WordRange name) const {
    for (uint32_t word = name.first; word < name.end; ++word) {
      if (const State* state = lexicon_.adjective(tree_.word(word))) return state;
      if (const State* state = lexicon_.state(tree_.word(word))) return state;
    }
    return nullptr;
  }

  // "UN General Assembly" → "United Nations General Assembly"
  [[nodiscard]] std::string written_out(WordRange words) const {
    const std::string_view first = words.size() > 1 ? lexicon_.full_name(tree_.word(words.first)) : std::string_view();
    if (first.empty() || !is_acronym(tree_.word(words.first))) return std::string(tree_.text(words));
    return std::string(first) + ' ' + std::string(tree_.text({words.first + 1, words.end}));
  }

  // "the Russian Embassy in London"
  [[nodiscard]] WordRange whole_phrase(const Candidate& candidate, WordRange name) const {
    const WordRange phrase = tree_.noun_phrase(candidate.head);
    return phrase.size() > kMostWordsOfPhrase || !phrase.contains(name) ? name : phrase;
  }

  void add_people(WordRange words) {
    const uint32_t head = tree_.head_of(words);
    const bool noun = tree_.part(head) == Part::kNoun || tree_.part(head) == Part::kName;
    if (!noun || !phrases_.stands_alone(words, head)) return;
    Candidate candidate = phrases_.begin(phrases_.with_article(words), head);
    candidate.form = MentionForm::kNoun;
    candidate.kind = ActorKind::kGroup;
    candidate.plural = true;
    candidate.noun = fold(tree_.lemma(head));
    if (const State* state = lexicon_.adjective(tree_.text(words))) candidate.country = state->code;
    take(words);
    found_.push_back(std::move(candidate));
  }

  // A state or a city is a mere place after "in" and its like; a city also where it is neither subject nor a capital.
  [[nodiscard]] bool acts(const Candidate& candidate, WordRange words) const {
    if (candidate.kind != ActorKind::kState && candidate.kind != ActorKind::kPlace) return true;
    const uint32_t place = tree_.first_conjunct(candidate.head);
    const uint32_t preposition = tree_.dependent(place, Relation::kCase);
    if (preposition == Tree::kNone || preposition > words.first)
      return candidate.kind == ActorKind::kState || candidate.subject;
    const std::string folded = fold(tree_.word(preposition));
    if (lexicon_.listed(WordList::kPlacePreposition, folded)) return false;
    const uint32_t above = tree_.head(place);
    if (folded == "to" && candidate.capital && above < tree_.size() && tree_.part(above) == Part::kVerb) return false;
    return candidate.kind == ActorKind::kState;
  }

  void take(WordRange words) {
    for (uint32_t word = words.first; word < words.end; ++word) taken_[word] = true;
  }

  const Phrases& phrases_;
  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<bool>& taken_;
  std::vector<Candidate>& found_;
};

}  // namespace

void add_name(const Phrases& phrases, const Entity& name, std::vector<bool>& taken, std::vector<Candidate>& found) {
  NameReader(phrases, taken, found).read(name);
}

}  // namespace onrecord::actors
