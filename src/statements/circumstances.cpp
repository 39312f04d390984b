#include "statements/circumstances.h"

#include <algorithm>
#include <array>
#include <string>

#include "statements/contents.h"

namespace onrecord::statements {
namespace {

using actors::Part;
using actors::Relation;
using actors::Tree;

constexpr uint32_t kAround = 40;  // words on each side of the cue that are looked at
constexpr int kMostSteps = 4;     // from a phrase up to the cue: "in an interview | with the radio | of Geneva"

class Finder {
 public:
  Finder(const Report& report, const Reading& reading)
      : report_(report), tree_(report.tree), reading_(reading), verb_(head_of_cue(report.tree, reading.cue.words)) {
    const text::Sentence& sentence = tree_.tokens().sentences[tree_.sentence(verb_)];
    const WordRange cue = reading.cue.words;
    near_ = {std::max(sentence.first_token, cue.first - std::min(cue.first, kAround)),
             std::min(sentence.end_token, cue.end + kAround)};
  }

  [[nodiscard]] std::optional<SaidBy> medium(std::string_view lemma, std::optional<uint32_t> hearer) const {
    for (uint32_t word = near_.first; word < near_.end; ++word) {
      if (!is_noun(word) || !(hangs_on_cue(word) || in_phrase_after_cue(word))) continue;
      if (const auto kind = of_phrase(Way::kNoun, word)) return SaidBy{*kind, tree_.noun_phrase(word)};
    }
    if (hearer) {
      if (const auto kind = of_phrase(Way::kHearer, *hearer)) return SaidBy{*kind, tree_.noun_phrase(*hearer)};
    }
    if (const auto kind = report_.media.find(Way::kCue, lemma)) return SaidBy{*kind, reading_.cue.words};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<times::Dated> when() const {
    auto time = std::lower_bound(report_.times.begin(), report_.times.end(), near_.first,
                                 [](const times::Dated& at, uint32_t word) { return at.words.first < word; });
    for (; time != report_.times.end() && time->words.end <= near_.end; ++time) {
      const uint32_t head = tree_.head_of(time->words);
      const bool whose = tree_.relation(head) == Relation::kPossessor && head != verb_;  // "in Friday's statement"
      if (hangs_on_cue(whose ? tree_.head(head) : head) || follows_cue(time->words)) return *time;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<WordRange> where() const {
    const auto& names = tree_.syntax().entities;
    auto name = std::lower_bound(names.begin(), names.end(), near_.first,
                                 [](const syntax::Entity& at, uint32_t word) { return at.first < word; });
    for (; name != names.end() && name->end <= near_.end; ++name) {
      if (!is_place(name->type)) continue;
      const uint32_t head = tree_.head_of({name->first, name->end});
      const uint32_t preposition = tree_.dependent(head, Relation::kCase);
      if (preposition == Tree::kNone || !says_where(tree_.word(preposition)) || !hangs_on_cue(head)) continue;
      return WordRange{name->first, name->end};
    }
    return std::nullopt;
  }

 private:
  // Up from the word there are only phrases, or a participle of speaking, until the cue: nothing of the content, the
  // source or another clause.
  [[nodiscard]] bool hangs_on_cue(uint32_t word) const {
    for (int step = 0; step < kMostSteps; ++step) {
      if (!near_.contains(word) || is_taken(word)) return false;
      const Relation relation = tree_.relation(word);
      const bool phrase = relation == Relation::kOblique || relation == Relation::kModifier ||
                          relation == Relation::kApposition || relation == Relation::kAdverb ||
                          (step > 0 && relation == Relation::kAdverbialClause);
      if (!phrase) return false;
      word = tree_.head(word);
      if (word == verb_) return true;
    }
    return false;
  }

  // "said on Friday it would go", "told a lunch on Friday": right after the cue, whatever the tree says.
  [[nodiscard]] bool follows_cue(WordRange words) const {
    constexpr uint32_t kMostWords = 6;
    const uint32_t end = reading_.cue.words.end;
    if (words.first < end || words.first > end + kMostWords) return false;
    for (uint32_t word = end; word < words.end; ++word) {
      const Part part = tree_.part(word);
      if (is_taken(word) || part == Part::kVerb || part == Part::kPunctuation || part == Part::kAuxiliary) return false;
    }
    return true;
  }

  // "announced in a leaflet that …"
  [[nodiscard]] bool in_phrase_after_cue(uint32_t word) const {
    const uint32_t next = reading_.cue.words.end;
    return near_.contains(next) && tree_.part(next) == Part::kAdposition && follows_cue({word, word + 1});
  }

  [[nodiscard]] bool is_taken(uint32_t word) const {
    return contains(reading_.content, word) || contains(reading_.source, word) || reading_.cue.words.contains(word);
  }

  [[nodiscard]] bool is_noun(uint32_t word) const {
    const Part part = tree_.part(word);
    return part == Part::kNoun || part == Part::kName;
  }

  // By the last two words of the phrase, then by its last.
  [[nodiscard]] std::optional<Medium> of_phrase(Way way, uint32_t head) const {
    const std::string last(tree_.lemma(head));
    if (head > 0 && tree_.sentence(head - 1) == tree_.sentence(head)) {
      if (const auto kind = report_.media.find(way, std::string(tree_.word(head - 1)) + ' ' + last)) return kind;
    }
    return report_.media.find(way, last);
  }

  static bool is_place(syntax::EntityType type) {
    using syntax::EntityType;
    return type == EntityType::kGpe || type == EntityType::kLocation || type == EntityType::kFacility;
  }

  static bool says_where(std::string_view preposition) {
    constexpr std::array<std::string_view, 6> kWhere = {"in", "In", "at", "At", "from", "outside"};
    return std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end();
  }

  const Report& report_;
  const Tree& tree_;
  const Reading& reading_;
  const uint32_t verb_;
  WordRange near_;
};

}  // namespace

Circumstances circumstances_of(const Report& report, const Reading& reading, std::string_view lemma,
                               std::optional<uint32_t> hearer) {
  const Finder finder(report, reading);
  return {finder.medium(lemma, hearer), finder.where(), finder.when()};
}

}  // namespace onrecord::statements
