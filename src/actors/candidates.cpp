#include "actors/candidates.h"

#include <algorithm>
#include <array>

#include "actors/fold.h"

namespace onrecord::actors {
namespace {

using syntax::Entity;
using syntax::EntityType;

constexpr std::array<std::string_view, 12> kPlacePrepositions{"in",      "at",     "near",   "from",    "outside", "inside",
                                                              "across",  "around", "within", "throughout", "into",  "through"};
constexpr uint32_t kMostWordsOfPhrase = 24;

bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool starts_upper(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

std::string_view without_the(std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  return name;
}

bool is_acronym(std::string_view word) {
  size_t upper = 0;
  size_t lower = 0;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') ++upper;
    if (c >= 'a' && c <= 'z') ++lower;
  }
  return upper >= 2 && upper > lower && word.find(' ') == std::string_view::npos && word.size() <= 8;
}

class Finder {
 public:
  Finder(const Tree& tree, const Lexicon& lexicon, std::span<const BlockKind> blocks)
      : tree_(tree), lexicon_(lexicon), blocks_(blocks), taken_(tree.size(), false) {}

  std::vector<Candidate> run() {
    for (const Entity& entity : tree_.syntax().entities) add_name(entity);
    for (uint32_t word = 0; word < tree_.size(); ++word) {
      if (!read_block(word)) continue;
      if (tree_.part(word) == Part::kPronoun) {
        add_pronoun(word);
      } else if (!taken_[word]) {
        add_noun(word);
      }
    }
    add_appositions();
    std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.end > b.words.end;
    });
    return std::move(found_);
  }

 private:
  // "Credit: Ida Roth/AP" names who took a picture, not who is in the news.
  [[nodiscard]] bool follows_credit(uint32_t word) const {
    constexpr uint32_t kMostWordsBack = 8;
    for (uint32_t at = word; at-- > 1 && word - at <= kMostWordsBack;) {
      if (tree_.block(at) != tree_.block(word) || tree_.word(at) == ".") return false;
      const std::string before = fold(tree_.word(at - 1));
      static constexpr std::array<std::string_view, 5> kCredits{"credit", "photo", "picture", "image", "photograph"};
      if (tree_.word(at) == ":" && one_of(before, kCredits)) return true;
    }
    return false;
  }

  [[nodiscard]] bool read_block(uint32_t word) const {
    const uint32_t block = tree_.block(word);
    if (block >= blocks_.size()) return true;
    const BlockKind kind = blocks_[block];
    return kind != BlockKind::kByline && kind != BlockKind::kCredit && kind != BlockKind::kDateline &&
           kind != BlockKind::kBoilerplate;
  }

  // ---- names ----
  void add_name(const Entity& entity) {
    const WordRange words{entity.first, entity.end};
    if (words.empty() || !read_block(words.first) || follows_credit(words.first)) return;
    switch (entity.type) {
      case EntityType::kPerson: return add_person(words);
      case EntityType::kOrganisation:
      case EntityType::kGpe:
      case EntityType::kLocation:
      case EntityType::kFacility: return add_body(words, entity.type);
      case EntityType::kNorp: return add_people(words);
      default: return;
    }
  }

  void add_person(WordRange words) {
    while (words.first > 0 && takes_honorific(words.first)) --words.first;
    Candidate candidate = begin(words, tree_.head_of(words));
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
    candidate.mention = stands_alone(words, candidate.head);
    take(words);
    add(std::move(candidate));
  }

  // "Mr" in "Mr Wallace", "General" in "General Milley", but not in "Attorney General Garland".
  [[nodiscard]] bool takes_honorific(uint32_t first) const {
    const uint32_t word = first - 1;
    if (tree_.block(word) != tree_.block(first) || !starts_upper(tree_.word(word))) return false;
    if (!lexicon_.honorific(tree_.word(word))) return false;
    return word == 0 || !lexicon_.is_noun(tree_.text({word - 1, first}));
  }

  void add_body(WordRange words, EntityType type) {
    const std::string_view name = tree_.text(words);
    if (lexicon_.is_noun(name) && lexicon_.full_name(name).empty()) return;  // "the Embassy": a noun with a capital letter
    const State* state = lexicon_.state(name);
    const State* seat = state == nullptr ? lexicon_.seat(name) : nullptr;
    const State* capital = state == nullptr && type != EntityType::kOrganisation ? lexicon_.capital(name) : nullptr;
    const bool body = type == EntityType::kOrganisation || !lexicon_.full_name(name).empty();
    Candidate candidate = begin(words, tree_.head_of(words));
    candidate.form = is_acronym(name) ? MentionForm::kAcronym : MentionForm::kName;
    candidate.definite = true;
    candidate.name = without_the(name);
    candidate.kind = body ? ActorKind::kOrganisation : ActorKind::kPlace;
    if (state != nullptr || seat != nullptr || capital != nullptr) {
      const State* whose = state != nullptr ? state : seat != nullptr ? seat : capital;
      candidate.country = whose->code;
      candidate.kind = ActorKind::kState;
      candidate.key = fold(whose->name);
      if (state == nullptr) candidate.form = MentionForm::kMetonym;
      candidate.capital = capital != nullptr && seat == nullptr;
      candidate.role = "GOV";
    } else if (body) {
      describe_body(candidate, words);
    }
    candidate.words = with_article(candidate.kind == ActorKind::kOrganisation ? phrase_of(candidate.head, words) : words);
    candidate.mention = stands_alone(words, candidate.head) && acts(candidate, words);
    take(words);
    add(std::move(candidate));
  }

  // "Russian Embassy" as a name: an embassy, of Russia.
  void describe_body(Candidate& candidate, WordRange words) {
    const std::string_view full = lexicon_.full_name(tree_.text(words));
    candidate.key = fold(full.empty() ? written_out(words) : std::string(full));
    if (candidate.key.starts_with("the ")) candidate.key.erase(0, 4);
    if (const State* state = state_of_phrase(tree_, lexicon_, candidate.head)) candidate.country = state->code;
    if (const Noun* noun = lexicon_.noun(tree_.text(words))) {
      if (noun->kind == ActorKind::kOrganisation) {
        candidate.noun = fold(tree_.lemma(candidate.head));
        candidate.role = noun->role;
        candidate.modifiers = modifiers_of(candidate.head, words);
      }
    }
  }

  // "UN General Assembly" → "United Nations General Assembly"
  [[nodiscard]] std::string written_out(WordRange words) const {
    const std::string_view first = words.size() > 1 ? lexicon_.full_name(tree_.word(words.first)) : std::string_view();
    if (first.empty() || !is_acronym(tree_.word(words.first))) return std::string(tree_.text(words));
    return std::string(first) + ' ' + std::string(tree_.text({words.first + 1, words.end}));
  }

  void add_people(WordRange words) {
    const uint32_t head = tree_.head_of(words);
    const State* state = lexicon_.adjective(tree_.text(words));
    const bool noun = tree_.part(head) == Part::kNoun || tree_.part(head) == Part::kName;
    if (!noun || !stands_alone(words, head)) return;
    Candidate candidate = begin(with_article(words), head);
    candidate.form = MentionForm::kNoun;
    candidate.kind = ActorKind::kGroup;
    candidate.plural = true;
    if (state != nullptr) candidate.country = state->code;
    candidate.noun = fold(tree_.lemma(head));
    take(words);
    add(std::move(candidate));
  }

  // ---- noun phrases ----
  void add_noun(uint32_t word) {
    const Part part = tree_.part(word);
    if (part != Part::kNoun && part != Part::kName) return;
    if (modifies_noun(word + 1, word) || follows_in_name(word)) return;
    const Relation relation = tree_.relation(word);
    const Noun* noun = lexicon_.noun(phrase_key(word));
    if (noun == nullptr) noun = lexicon_.noun(tree_.word(word));
    const bool mentioned = mentioned_by_head(word);
    if (noun == nullptr && !mentioned) return;
    const WordRange phrase = tree_.noun_phrase(word);
    if (phrase.size() > kMostWordsOfPhrase) return;
    Candidate candidate = begin(phrase, word);
    candidate.noun = fold(tree_.lemma(word));
    candidate.kind = noun != nullptr ? noun->kind : ActorKind::kPerson;
    candidate.plural = tree_.plural(word) || candidate.kind == ActorKind::kGroup;
    if (candidate.plural && candidate.kind != ActorKind::kPlace) candidate.kind = ActorKind::kGroup;
    if (noun != nullptr) {
      candidate.role = noun->role;
      candidate.gender = noun->gender;
    }
    if (const State* state = state_of_phrase(tree_, lexicon_, word)) candidate.country = state->code;
    candidate.modifiers = modifiers_of(word, phrase);
    candidate.definite = is_definite(word, phrase);
    if (noun != nullptr && noun->office && !candidate.plural) {
      candidate.form = MentionForm::kTitle;
      if (auto title = title_of(tree_, lexicon_, word)) candidate.titles.push_back(std::move(*title));
    }
    const bool predicate = tree_.dependent(word, Relation::kCopula) != Tree::kNone;
    candidate.mention = !predicate && relation != Relation::kApposition && !possessive(phrase.end);
    candidate.certain = speaks_for_itself(candidate, phrase);
    add(std::move(candidate));
  }

  // A later word of a name that the network did not mark as one.
  [[nodiscard]] bool follows_in_name(uint32_t word) const {
    const uint32_t above = tree_.head(word);
    return tree_.relation(word) == Relation::kFlat && above < word && tree_.in_one_run(above, word);
  }

  // Enough to be an actor by itself: determined or plural, and doing something or named by the network.
  [[nodiscard]] bool speaks_for_itself(const Candidate& candidate, WordRange phrase) const {
    if (candidate.kind == ActorKind::kPlace) return false;
    const bool bare = phrase.first == candidate.head && !candidate.plural;
    if (bare) return candidate.kind == ActorKind::kOrganisation && candidate.subject;
    return candidate.definite || candidate.subject || candidate.kind == ActorKind::kPerson;
  }

  // Lemma with the compounds before it: "defence minister" for "defence ministers".
  [[nodiscard]] std::string phrase_key(uint32_t word) const {
    uint32_t first = word;
    while (first > 0 && word - first < 3 && tree_.block(first - 1) == tree_.block(word) &&
           (tree_.part(first - 1) == Part::kNoun || tree_.part(first - 1) == Part::kName ||
            tree_.part(first - 1) == Part::kAdjective))
      --first;
    std::string key;
    for (uint32_t at = first; at < word; ++at) key += std::string(tree_.word(at)) + ' ';
    return key + std::string(tree_.lemma(word));
  }

  [[nodiscard]] bool mentioned_by_head(uint32_t word) const {
    const auto& mentions = tree_.syntax().mentions;
    auto at = std::upper_bound(mentions.begin(), mentions.end(), word,
                               [](uint32_t w, const Entity& entity) { return w < entity.first; });
    if (at == mentions.begin()) return false;
    --at;
    const bool refers = at->type == EntityType::kPerson || at->type == EntityType::kOrganisation;
    return refers && word < at->end && tree_.head_of({at->first, at->end}) == word;
  }

  [[nodiscard]] std::vector<std::string> modifiers_of(uint32_t noun, WordRange phrase) const {
    std::vector<std::string> modifiers;
    for (uint32_t word = phrase.first; word < noun; ++word) {
      const Part part = tree_.part(word);
      const bool content = part == Part::kNoun || part == Part::kName || part == Part::kAdjective;
      if (!content || lexicon_.adjective(tree_.word(word)) != nullptr || lexicon_.state(tree_.word(word)) != nullptr)
        continue;
      modifiers.push_back(fold(tree_.word(word)));
    }
    return modifiers;
  }

  [[nodiscard]] bool is_definite(uint32_t word, WordRange phrase) const {
    if (tree_.dependent(word, Relation::kPossessor) != Tree::kNone) return true;
    static constexpr std::array<std::string_view, 5> kPointing{"the", "this", "that", "these", "those"};
    return one_of(fold(tree_.word(phrase.first)), kPointing);
  }

  // ---- pronouns ----
  void add_pronoun(uint32_t word) {
    const std::string folded = fold(tree_.word(word));
    if (!is_personal_pronoun(folded)) return;
    const Relation relation = tree_.relation(word);
    if (relation == Relation::kPossessor || relation == Relation::kExpletive) return;
    Candidate candidate = begin({word, word + 1}, word);
    candidate.form = MentionForm::kPronoun;
    candidate.definite = true;
    candidate.key = folded;
    candidate.plural = folded == "they" || folded == "them";
    if (folded == "he" || folded == "him") candidate.gender = Gender::kMale;
    if (folded == "she" || folded == "her") candidate.gender = Gender::kFemale;
    if (folded == "it") candidate.kind = ActorKind::kOrganisation;
    if (candidate.plural) candidate.kind = ActorKind::kGroup;
    add(std::move(candidate));
  }

  // ---- appositions: "Nasser Kanaani, its spokesman", "its spokesman, Nasser Kanaani", "the rebel group Ansar" ----
  void add_appositions() {
    std::vector<uint32_t> at_head(tree_.size(), UINT32_MAX);
    std::vector<uint32_t> name_ending(tree_.size() + 1, UINT32_MAX);
    for (uint32_t k = 0; k < found_.size(); ++k) {
      at_head[found_[k].head] = k;
      if (is_name(found_[k])) name_ending[found_[k].words.end] = k;
    }
    for (uint32_t k = 0; k < found_.size(); ++k) {
      const uint32_t word = found_[k].head;
      const uint32_t above = tree_.head(word);
      if (const uint32_t inside = name_inside(found_[k], name_ending); inside != UINT32_MAX) {
        found_[k].same_as = found_[inside].head;
        found_[inside].called.push_back(found_[k].noun);
        continue;
      }
      if (above >= tree_.size()) continue;
      const bool apposed = tree_.relation(word) == Relation::kApposition;
      const bool before = is_name(found_[k]) ? false : is_before_name(found_[k], at_head, above);
      if (!apposed && !before) continue;
      uint32_t other = at_head[above];
      // In "Pompeo and Bolton, the adviser" the adviser is Bolton, whatever the tree says.
      if (apposed && !is_name(found_[k])) {
        const uint32_t nearest = name_before_comma(found_[k].words.first, name_ending);
        if (nearest != UINT32_MAX) other = nearest;
      }
      if (other == UINT32_MAX || other == k) continue;
      tell(found_[k], found_[other]);
      tell(found_[other], found_[k]);
    }
  }

  [[nodiscard]] static bool is_name(const Candidate& candidate) {
    return !candidate.person.words.empty() || !candidate.name.empty();
  }

  // "party" in "the governing Dawn Party party": the noun phrase means the body that is named in it.
  [[nodiscard]] uint32_t name_inside(const Candidate& noun, const std::vector<uint32_t>& name_ending) const {
    static constexpr std::array<std::string_view, 17> kKinds{
        "party",   "group",     "movement", "militia",  "newspaper",    "company",  "firm",    "airline", "broadcaster",
        "network", "coalition", "charity",  "magazine", "organisation", "organization", "website", "service"};
    if (is_name(noun) || noun.plural || !one_of(noun.noun, kKinds)) return UINT32_MAX;
    for (uint32_t end = noun.head; end > noun.words.first; --end) {
      const uint32_t name = name_ending[end];
      if (name != UINT32_MAX && found_[name].kind == ActorKind::kOrganisation) return name;
      if (tree_.part(end - 1) != Part::kNoun && tree_.part(end - 1) != Part::kName) break;
    }
    return UINT32_MAX;
  }

  // A noun that modifies the name right after it: "group" in "the rebel group Ansar".
  [[nodiscard]] bool is_before_name(const Candidate& noun, const std::vector<uint32_t>& at_head, uint32_t above) const {
    return at_head[above] != UINT32_MAX && is_name(found_[at_head[above]]) &&
           found_[at_head[above]].words.contains(noun.head) && above > noun.head;
  }

  [[nodiscard]] uint32_t name_before_comma(uint32_t first, const std::vector<uint32_t>& name_ending) const {
    if (first == 0 || tree_.word(first - 1) != ",") return UINT32_MAX;
    return name_ending[first - 1];
  }

  // A noun phrase tells a name its office or kind; it then refers to nobody besides the name.
  static void tell(Candidate& noun, Candidate& name) {
    if (is_name(noun) || !is_name(name) || noun.plural || noun.form == MentionForm::kPronoun) return;
    const bool person = !name.person.words.empty();
    if (person != (noun.kind == ActorKind::kPerson)) return;
    if (!person && name.kind == ActorKind::kState) return;
    noun.mention = false;
    noun.certain = false;
    noun.explains = name.head;
    if (name.country.empty()) name.country = noun.country;
    if (name.role.empty()) name.role = noun.role;
    if (name.gender == Gender::kUnknown) name.gender = noun.gender;
    if (!person && name.kind == ActorKind::kPlace && noun.kind == ActorKind::kOrganisation) name.kind = noun.kind;
    for (const Title& told : noun.titles) name.titles.push_back(told);
    name.called.push_back(noun.noun);
  }

  // ---- helpers ----
  [[nodiscard]] Candidate begin(WordRange words, uint32_t head) const {
    Candidate candidate;
    candidate.words = words;
    candidate.head = head;
    candidate.key = fold(tree_.text(words));
    if (candidate.key.starts_with("the ")) candidate.key.erase(0, 4);
    candidate.in_quotation = tree_.tokens().quotation[head] != 0;
    candidate.subject = tree_.relation(standing_for(head)) == Relation::kSubject;
    return candidate;
  }

  // The word whose place in the sentence counts for this one: the first of a list, the noun that a name explains.
  [[nodiscard]] uint32_t standing_for(uint32_t word) const {
    constexpr int kMostSteps = 8;
    for (int step = 0; step < kMostSteps && tree_.head(word) < tree_.size(); ++step) {
      const Relation relation = tree_.relation(word);
      if (relation != Relation::kConjunct && relation != Relation::kApposition && relation != Relation::kFlat &&
          relation != Relation::kDescription)
        break;
      word = tree_.head(word);
    }
    return word;
  }

  void add(Candidate candidate) { found_.push_back(std::move(candidate)); }

  void take(WordRange words) {
    for (uint32_t word = words.first; word < words.end; ++word) taken_[word] = true;
  }

  [[nodiscard]] bool possessive(uint32_t after) const { return after < tree_.size() && tree_.possessive_mark(after); }

  // Not a possessor ("Russia's"), nor a modifier of another noun ("the Trump administration").
  [[nodiscard]] bool stands_alone(WordRange words, uint32_t head) const {
    return !possessive(words.end) && !tree_.possessive_mark(words.end - 1) && !modifies_noun(words.end, head);
  }

  // By the tree, and by the order of the words, since the tree may be wrong.
  [[nodiscard]] bool modifies_noun(uint32_t end, uint32_t head) const {
    switch (tree_.relation(head)) {
      case Relation::kCompound:
      case Relation::kAdjective:
      case Relation::kDescription:
      case Relation::kFlat: {
        const uint32_t above = tree_.head(head);
        return above < tree_.size() && above >= end && tree_.in_one_run(end - 1, above);
      }
      default: return false;
    }
  }

  // A state or a city is a mere place after "in" and its like, and a capital always but as a subject, object or partner.
  [[nodiscard]] bool acts(const Candidate& candidate, WordRange words) const {
    if (candidate.kind != ActorKind::kState && candidate.kind != ActorKind::kPlace) return true;
    const uint32_t preposition = tree_.dependent(tree_.first_conjunct(candidate.head), Relation::kCase);
    if (preposition == Tree::kNone || preposition > words.first) return candidate.kind == ActorKind::kState || candidate.subject;
    const std::string folded = fold(tree_.word(preposition));
    if (one_of(folded, kPlacePrepositions)) return false;
    const uint32_t above = tree_.head(tree_.first_conjunct(candidate.head));
    if (folded == "to" && above < tree_.size() && tree_.part(above) == Part::kVerb && candidate.capital) return false;
    return candidate.kind == ActorKind::kState;
  }

  [[nodiscard]] WordRange with_article(WordRange words) const {
    if (words.first == 0 || tree_.block(words.first - 1) != tree_.block(words.first)) return words;
    if (fold(tree_.word(words.first - 1)) == "the") --words.first;
    return words;
  }

  // The whole noun phrase of a body's name: "the Russian Embassy in London".
  [[nodiscard]] WordRange phrase_of(uint32_t head, WordRange name) const {
    const WordRange phrase = tree_.noun_phrase(head);
    if (phrase.size() > kMostWordsOfPhrase || !phrase.contains(name)) return name;
    return phrase;
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::span<const BlockKind> blocks_;
  std::vector<bool> taken_;
  std::vector<Candidate> found_;
};

}  // namespace

bool is_personal_pronoun(std::string_view folded) {
  static constexpr std::array<std::string_view, 7> kPronouns{"he", "she", "him", "her", "it", "they", "them"};
  return one_of(folded, kPronouns);
}

std::vector<Candidate> find_candidates(const Tree& tree, const Lexicon& lexicon, std::span<const BlockKind> blocks) {
  return Finder(tree, lexicon, blocks).run();
}

}  // namespace onrecord::actors
