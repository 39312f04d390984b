#include "actors/appositions.h"

namespace onrecord::actors {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

class Appositions {
 public:
  Appositions(const Phrases& phrases, std::vector<Candidate>& candidates)
      : tree_(phrases.tree),
        lexicon_(phrases.lexicon),
        candidates_(candidates),
        at_head_(tree_.size(), kNone),
        name_ending_(tree_.size() + 1, kNone),
        name_beginning_(tree_.size() + 1, kNone) {
    for (uint32_t k = 0; k < candidates.size(); ++k) {
      at_head_[candidates[k].head] = k;
      if (!is_name(candidates[k])) continue;
      name_ending_[candidates[k].words.end] = k;
      name_beginning_[candidates[k].words.first] = k;
    }
  }

  void read() {
    for (uint32_t k = 0; k < candidates_.size(); ++k) {
      if (const uint32_t inside = name_inside(candidates_[k]); inside != kNone) {
        candidates_[k].same_as = candidates_[inside].head;
        candidates_[inside].called.push_back(candidates_[k].noun);
      } else if (const uint32_t other = beside(k); other != kNone && other != k) {
        tell(candidates_[k], candidates_[other]);
        tell(candidates_[other], candidates_[k]);
      }
    }
  }

 private:
  // "party" in "the Dawn party": the noun phrase means the body that is named in it.
  [[nodiscard]] uint32_t name_inside(const Candidate& noun) const {
    if (is_name(noun) || noun.plural || !lexicon_.listed(WordList::kKind, noun.noun)) return kNone;
    for (uint32_t end = noun.head; end > noun.words.first; --end) {
      const uint32_t name = name_ending_[end];
      if (name != kNone && candidates_[name].kind == ActorKind::kOrganisation) return name;
      if (tree_.part(end - 1) != Part::kNoun && tree_.part(end - 1) != Part::kName) break;
    }
    return kNone;
  }

  // The candidate that this one stands beside.
  [[nodiscard]] uint32_t beside(uint32_t k) const {
    const Candidate& candidate = candidates_[k];
    const uint32_t next = is_name(candidate) ? kNone : name_beginning_[candidate.words.end];
    if (next != kNone && candidates_[next].kind == ActorKind::kOrganisation &&
        lexicon_.listed(WordList::kKind, candidate.noun))
      return next;  // "the rebel group Ansar", side by side
    const uint32_t above = tree_.head(candidate.head);
    if (above >= tree_.size()) return between_commas(candidate);
    if (tree_.relation(candidate.head) == Relation::kApposition) {
      // In "Pompeo and Bolton, the adviser" the adviser is Bolton, whatever the tree says.
      const uint32_t nearest = is_name(candidate) ? kNone : name_before_comma(candidate.words.first);
      return nearest != kNone ? nearest : at_head_[above];
    }
    if (is_before_name(candidate, above)) return at_head_[above];
    if (is_after_noun(candidate, above)) return at_head_[above];
    return between_commas(candidate);
  }

  // "the deputy mayor, Ida Roth, said" and "Ida Roth, the deputy mayor, said", where the tree does not see it.
  [[nodiscard]] uint32_t between_commas(const Candidate& noun) const {
    if (noun.form != MentionForm::kTitle || tree_.relation(noun.head) == Relation::kConjunct) return kNone;
    if (const uint32_t before = name_before_comma(noun.words.first); before != kNone && closes(noun.words.end))
      return before;
    if (!noun.definite || noun.words.end + 1 >= tree_.size() || tree_.word(noun.words.end) != ",") return kNone;
    const uint32_t after = name_beginning_[noun.words.end + 1];
    if (after == kNone || !closes(candidates_[after].words.end)) return kNone;
    return tree_.relation(candidates_[after].head) == Relation::kConjunct ? kNone : after;
  }

  [[nodiscard]] bool closes(uint32_t word) const {
    return word < tree_.size() && (tree_.word(word) == "," || tree_.word(word) == ".");
  }

  // A noun that modifies the name right after it: "group" in "the rebel group Ansar".
  [[nodiscard]] bool is_before_name(const Candidate& noun, uint32_t above) const {
    return !is_name(noun) && above > noun.head && at_head_[above] != kNone && is_name(candidates_[at_head_[above]]) &&
           candidates_[at_head_[above]].words.contains(noun.head);
  }

  // A name at the end of a person's noun phrase: "her colleague Defence Secretary Ben Wallace".
  [[nodiscard]] bool is_after_noun(const Candidate& name, uint32_t above) const {
    return is_name(name) && above < name.words.first && tree_.relation(name.head) == Relation::kFlat &&
           at_head_[above] != kNone && candidates_[at_head_[above]].kind == ActorKind::kPerson &&
           candidates_[at_head_[above]].words.end == name.words.end;
  }

  [[nodiscard]] uint32_t name_before_comma(uint32_t first) const {
    return first > 0 && tree_.word(first - 1) == "," ? name_ending_[first - 1] : kNone;
  }

  // A noun phrase tells a name its office or kind; it then refers to nobody besides the name.
  static void tell(Candidate& noun, Candidate& name) {
    if (is_name(noun) || !is_name(name) || noun.plural || noun.form == MentionForm::kPronoun) return;
    const bool person = !name.person.words.empty();
    if (person != (noun.kind == ActorKind::kPerson) || (!person && name.kind == ActorKind::kState)) return;
    noun.mention = false;
    noun.certain = false;
    noun.explains = name.head;
    if (name.country.empty()) name.country = noun.country;
    if (name.role.empty()) name.role = noun.role;
    if (name.gender == Gender::kUnknown) name.gender = noun.gender;
    if (name.kind == ActorKind::kPlace && noun.kind == ActorKind::kOrganisation) name.kind = noun.kind;
    name.titles.insert(name.titles.end(), noun.titles.begin(), noun.titles.end());
    name.called.push_back(noun.noun);
    // The verb hangs on the head of the phrase, whichever of the two that is.
    name.subject = name.subject || noun.subject;
    name.main_subject = name.main_subject || noun.main_subject;
    name.speaks = name.speaks || noun.speaks;
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<Candidate>& candidates_;
  std::vector<uint32_t> at_head_;         // of each word: the candidate that it heads
  std::vector<uint32_t> name_ending_;     // of each word: the name that ends before it
  std::vector<uint32_t> name_beginning_;  // of each word: the name that begins with it
};

}  // namespace

void read_appositions(const Phrases& phrases, std::vector<Candidate>& candidates) {
  Appositions(phrases, candidates).read();
}

}  // namespace onrecord::actors
