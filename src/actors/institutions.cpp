#include "actors/institutions.h"

#include "knowledge/names.h"

#include <algorithm>
#include <array>

namespace onrecord::actors {
namespace {

// "air force", "police"
std::string phrase_of(const Candidate& candidate) {
  std::vector<std::string> words = candidate.modifiers;
  words.push_back(candidate.noun);
  return knowledge::joined(words);
}

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

// As it stands in a sentence: "the Netherlands".
std::string in_sentence(const State& state) {
  const std::string& name = state.name;
  const bool article = name.starts_with("United ") || name.ends_with("Republic") || name.ends_with("Islands") ||
                       name == "Netherlands" || name == "Philippines" || name == "Bahamas" || name == "Maldives" ||
                       name == "Gambia" || name.starts_with("Democratic Republic");
  return article ? "the " + name : name;
}

// "foreign" → "Foreign Affairs", as ministries are called in full.
std::string ministry_of(const std::vector<std::string>& modifiers) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kCalled{
      {{"foreign", "Foreign Affairs"}, {"defense", "Defence"}, {"interior", "the Interior"}, {"home", "Home Affairs"}}};
  const std::string words = knowledge::joined(modifiers);
  const auto at = std::find_if(kCalled.begin(), kCalled.end(), [&](const auto& pair) { return pair.first == words; });
  if (at != kCalled.end()) return std::string(at->second);
  std::string out;
  for (const std::string& word : modifiers)
    out += (out.empty() ? "" : " ") + (word == "and" ? word : capitalised(word));
  return out;
}

// "in Oslo", for an embassy.
std::string place_of(const Candidate& candidate, const Tree& tree) {
  for (const uint32_t word : tree.dependents(candidate.head)) {
    if (word < candidate.head || tree.relation(word) != Relation::kModifier) continue;
    const uint32_t preposition = tree.dependent(word, Relation::kCase);
    if (preposition != Tree::kNone && tree.word(preposition) == "in")
      return " in " + std::string(tree.text(tree.noun_phrase(word)));
  }
  return {};
}

}  // namespace

bool means_state(const Candidate& candidate, const Lexicon& lexicon) {
  if (!candidate.modifiers.empty()) return false;
  if (lexicon.listed(WordList::kGovernment, candidate.noun)) return candidate.definite && !candidate.plural;
  return candidate.noun == "authority" && candidate.plural && !candidate.country.empty();
}

bool is_institution(const Candidate& candidate, const Lexicon& lexicon) {
  if (candidate.noun == "ministry") return !candidate.modifiers.empty();
  if (candidate.noun == "embassy") return !candidate.country.empty();
  return lexicon.listed(WordList::kInstitution, phrase_of(candidate));
}

std::string institution_name(const Candidate& candidate, const State& state, const Tree& tree, const Lexicon& lexicon) {
  if (!is_institution(candidate, lexicon)) return {};
  if (candidate.noun == "ministry")
    return "Ministry of " + ministry_of(candidate.modifiers) + " of " + in_sentence(state);
  if (candidate.noun == "embassy") return "Embassy of " + in_sentence(state) + place_of(candidate, tree);
  return phrase_of(candidate) + " of " + in_sentence(state);
}

}  // namespace onrecord::actors
