#include "actors/institutions.h"

#include <algorithm>
#include <array>

#include "actors/fold.h"

namespace onrecord::actors {
namespace {

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
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
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kCalled{{
      {"foreign", "Foreign Affairs"}, {"defense", "Defence"}, {"interior", "the Interior"}, {"home", "Home Affairs"}}};
  const std::string words = joined(modifiers);
  const auto at = std::find_if(kCalled.begin(), kCalled.end(), [&](const auto& pair) { return pair.first == words; });
  if (at != kCalled.end()) return std::string(at->second);
  std::string out;
  for (const std::string& word : modifiers) out += (out.empty() ? "" : " ") + (word == "and" ? word : capitalised(word));
  return out;
}

// "in Oslo", for an embassy.
std::string place_of(const Candidate& candidate, const Tree& tree) {
  for (const uint32_t word : tree.dependents(candidate.head)) {
    if (word < candidate.head || tree.relation(word) != Relation::kModifier) continue;
    const uint32_t preposition = tree.dependent(word, Relation::kCase);
    if (preposition != Tree::kNone && tree.word(preposition) == "in") return " in " + std::string(tree.text(tree.noun_phrase(word)));
  }
  return {};
}

}  // namespace

bool means_state(const Candidate& candidate) {
  static constexpr std::array<std::string_view, 2> kGovernment{"government", "administration"};
  const bool bare = candidate.modifiers.empty();
  if (one_of(candidate.noun, kGovernment) && bare && !candidate.plural) return candidate.definite;
  return candidate.noun == "authority" && candidate.plural && bare && !candidate.country.empty();
}

bool is_institution(const Candidate& candidate) {
  static constexpr std::array<std::string_view, 9> kAlone{"police", "army",       "navy",      "military", "parliament",
                                                          "opposition", "gendarmerie", "coastguard", "judiciary"};
  static constexpr std::array<std::string_view, 4> kPhrases{"air force", "central bank", "supreme court", "coast guard"};
  if (candidate.noun == "ministry") return !candidate.modifiers.empty();
  if (candidate.noun == "embassy") return !candidate.country.empty();
  if (one_of(candidate.noun, kAlone)) return candidate.modifiers.empty();
  std::vector<std::string> words = candidate.modifiers;
  words.push_back(candidate.noun);
  return one_of(joined(words), kPhrases);
}

std::string institution_name(const Candidate& candidate, const State& state, const Tree& tree) {
  if (!is_institution(candidate)) return {};
  if (candidate.noun == "ministry") return "Ministry of " + ministry_of(candidate.modifiers) + " of " + in_sentence(state);
  if (candidate.noun == "embassy") return "Embassy of " + in_sentence(state) + place_of(candidate, tree);
  std::vector<std::string> words = candidate.modifiers;
  words.push_back(candidate.noun);
  return joined(words) + " of " + in_sentence(state);
}

}  // namespace onrecord::actors
