#include "actors/titles.h"

#include "knowledge/names.h"

#include <algorithm>
#include <array>

namespace onrecord::actors {
namespace {

constexpr uint32_t kMostWordsBefore = 8;

bool belongs_to_phrase(const Tree& tree, uint32_t word) {
  switch (tree.part(word)) {
    case Part::kNoun:
    case Part::kName:
    case Part::kAdjective:
    case Part::kNumber:
      return true;
    case Part::kPunctuation:
      return tree.word(word) == "-";
    default:
      return false;
  }
}

bool is_part_of_office(const Tree& tree, const Lexicon& lexicon, uint32_t word) {
  if (tree.part(word) == Part::kAdjective) return lexicon.belongs_to_office(tree.word(word));
  return true;
}

// "colleague" in "colleague Defence Secretary": another word for the holder, no part of the office.
uint32_t skip_holders(const Tree& tree, const Lexicon& lexicon, uint32_t first, uint32_t head) {
  while (first < head) {
    const Noun* noun = lexicon.noun(tree.word(first));
    const bool holder = noun != nullptr && noun->kind == ActorKind::kPerson && tree.part(first) == Part::kNoun &&
                        !lexicon.belongs_to_office(tree.word(first));
    if (!holder || lexicon.is_noun(tree.text({first, first + 2}))) break;
    ++first;
  }
  return first;
}

// [first, head]: leaves out the country and the praise in front of the office: "Turkish veteran | foreign minister".
Title title_from(const Tree& tree, const Lexicon& lexicon, WordRange words) {
  Title title;
  title.head = words.end - 1;
  uint32_t first = title.head;
  while (first > words.first && belongs_to_phrase(tree, first - 1)) --first;
  for (uint32_t word = first; word < title.head; ++word) {
    const State* state = lexicon.adjective(tree.word(word));
    if (state == nullptr) state = lexicon.state(tree.word(word));
    if (state != nullptr) title.country = state->code;
    if (lexicon.past_office(tree.word(word))) title.past = true;
    const bool office = state == nullptr && !lexicon.past_office(tree.word(word)) &&
                        is_part_of_office(tree, lexicon, word) && tree.word(word) != "-";
    if (!office && tree.word(word) != "-") first = word + 1;
    if (tree.word(word) == "-" && first == word) first = word + 1;
  }
  first = skip_holders(tree, lexicon, first, title.head);
  title.words = {first, words.end};
  title.office = tree.text(title.words);
  if (const Noun* noun = lexicon.noun(title.office)) {
    title.role = noun->role;
    title.gender = noun->gender;
  }
  return title;
}

bool is_title_noun(const Tree& tree, const Lexicon& lexicon, uint32_t word) {
  if (tree.part(word) != Part::kNoun && tree.part(word) != Part::kName) return false;
  const Noun* noun = lexicon.noun(tree.word(word));
  if (noun == nullptr) noun = lexicon.noun(tree.lemma(word));
  return noun != nullptr && noun->office;
}

// The noun of the title that ends before that word: "Minister" in "Foreign Minister", "Secretary" in "Secretary of
// State".
std::optional<uint32_t> title_noun_before(const Tree& tree, const Lexicon& lexicon, uint32_t name) {
  constexpr uint32_t kMostWordsAfterOf = 5;
  if (is_title_noun(tree, lexicon, name - 1) && !(name >= 3 && tree.word(name - 2) == "of")) return name - 1;
  for (uint32_t of = name - 1; of > 0 && name - of <= kMostWordsAfterOf; --of) {
    if (tree.sentence(of) != tree.sentence(name)) break;
    if (tree.word(of) == "of" || tree.word(of) == "for") {
      if (is_title_noun(tree, lexicon, of - 1)) return of - 1;
      break;
    }
    if (!belongs_to_phrase(tree, of) && tree.part(of) != Part::kDeterminer && tree.word(of) != "and") break;
  }
  return std::nullopt;
}

std::string expanded(std::string_view office) {
  std::string folded = fold(office);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kShort{
      {{"pm", "prime minister"},
       {"premier", "prime minister"},
       {"ceo", "chief executive"},
       {"chief executive officer", "chief executive"},
       {"defense", "defence"},
       {"spokesperson", "spokesman"},
       {"spokeswoman", "spokesman"},
       {"chairwoman", "chairman"},
       {"vice-president", "vice president"}}};
  std::string out;
  for (const std::string_view word : words_of(folded)) {
    const auto at = std::find_if(kShort.begin(), kShort.end(), [&](const auto& pair) { return pair.first == word; });
    if (!out.empty()) out += ' ';
    out += at == kShort.end() ? word : at->second;
  }
  return out;
}

}  // namespace

std::optional<Title> title_before(const Tree& tree, const Lexicon& lexicon, WordRange name) {
  if (name.first == 0 || tree.block(name.first - 1) != tree.block(name.first)) return std::nullopt;
  const std::optional<uint32_t> noun = title_noun_before(tree, lexicon, name.first);
  if (!noun) return std::nullopt;
  uint32_t first = *noun;
  while (first > 0 && name.first - first < kMostWordsBefore && belongs_to_phrase(tree, first - 1) &&
         tree.sentence(first - 1) == tree.sentence(name.first))
    --first;
  Title title = title_from(tree, lexicon, {first, *noun + 1});
  if (*noun + 1 != name.first) {
    title.words.end = name.first;
    title.office = tree.text(title.words);
  }
  if (title.country.empty() && first >= 2 && tree.possessive_mark(first - 1)) {
    const State* state = lexicon.state(tree.word(first - 2));
    if (state == nullptr && first >= 3) state = lexicon.state(tree.text({first - 3, first - 1}));
    if (state != nullptr) title.country = state->code;
  }
  title.form = lexicon.offices().form(title.office, title.country);
  return title;
}

std::optional<Title> title_of(const Tree& tree, const Lexicon& lexicon, uint32_t noun) {
  if (!is_title_noun(tree, lexicon, noun)) return std::nullopt;
  uint32_t first = noun;
  while (first > 0 && noun - first < kMostWordsBefore && belongs_to_phrase(tree, first - 1) &&
         tree.sentence(first - 1) == tree.sentence(noun))
    --first;
  Title title = title_from(tree, lexicon, {first, noun + 1});
  if (title.country.empty()) {
    if (const State* state = state_of_phrase(tree, lexicon, noun)) title.country = state->code;
  }
  for (const uint32_t word : tree.dependents(noun)) {
    if (word < noun || tree.relation(word) != Relation::kModifier) continue;
    const uint32_t preposition = tree.dependent(word, Relation::kCase);
    if (preposition != noun + 1 || preposition == Tree::kNone) continue;
    if (tree.word(preposition) == "of" || tree.word(preposition) == "for" || tree.word(preposition) == "to") {
      title.words.end = std::max(title.words.end, tree.noun_phrase(word).end);
      title.office = tree.text(title.words);
    }
  }
  title.form = lexicon.offices().form(title.office, title.country);
  return title;
}

namespace {

// "of Finland", "for India's foreign ministry".
const State* state_of_modifier(const Tree& tree, const Lexicon& lexicon, uint32_t word) {
  if (const State* state = lexicon.state(tree.text(tree.noun_phrase(word)))) return state;
  const uint32_t possessor = tree.dependent(word, Relation::kPossessor);
  return possessor == Tree::kNone ? nullptr : lexicon.state(tree.text(tree.noun_phrase(possessor)));
}

}  // namespace

const State* state_of_phrase(const Tree& tree, const Lexicon& lexicon, uint32_t noun) {
  const State* after = nullptr;
  for (const uint32_t word : tree.dependents(noun)) {
    switch (tree.relation(word)) {
      case Relation::kAdjective:
      case Relation::kCompound:
      case Relation::kDescription:
        if (const State* state = lexicon.adjective(tree.word(word))) return state;
        if (const State* state = lexicon.state(tree.word(word))) return state;
        break;
      case Relation::kPossessor:
        if (const State* state = lexicon.state(tree.text(tree.noun_phrase(word)))) return state;
        break;
      case Relation::kModifier:
        if (after == nullptr && word > noun) after = state_of_modifier(tree, lexicon, word);
        break;
      default:
        break;
    }
  }
  return after;
}

bool same_office(const Title& a, const Title& b) {
  // No one calls the Secretary of State the foreign minister.
  const auto minister = [](const Title& title) { return fold(title.office).ends_with("minister"); };
  if ((a.country == "USA" && minister(b)) || (b.country == "USA" && minister(a))) return false;
  if (a.form.rank != 0 && b.form.rank != 0)
    return knowledge::may_be_called(a.form, b.form) || knowledge::may_be_called(b.form, a.form);
  const std::string first = expanded(a.office);
  const std::string second = expanded(b.office);
  const auto cut = [](const std::string& office) {
    for (const std::string_view mark : {" of ", " for ", " to "}) {
      if (const size_t at = office.find(mark); at != std::string::npos) return office.substr(0, at);
    }
    return office;
  };
  if (first == second) return true;
  const std::string head_a = cut(first);
  const std::string head_b = cut(second);
  const std::string& shorter = head_a.size() <= head_b.size() ? head_a : head_b;
  const std::string& longer = &shorter == &head_a ? head_b : head_a;
  if (shorter.empty() || !longer.ends_with(shorter)) return false;
  return longer.size() == shorter.size() || longer[longer.size() - shorter.size() - 1] == ' ';
}

}  // namespace onrecord::actors
