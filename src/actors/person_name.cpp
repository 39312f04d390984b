#include "actors/person_name.h"

#include <algorithm>
#include <array>

#include "base/tables.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

bool is_suffix(std::string_view folded) {
  return folded == "jr" || folded == "jr." || folded == "sr" || folded == "sr." || folded == "ii" || folded == "iii";
}

// That a surname may begin with, where it stands alone.
bool is_particle(std::string_view folded) {
  static constexpr std::array<std::string_view, 9> kParticles{"del", "de", "van", "von", "der",
                                                              "dos", "da", "di",  "bin"};
  return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  if (initial.ends_with('.')) initial.remove_suffix(1);
  return initial.size() == 1 && word.starts_with(initial);
}

bool same_word(std::string_view a, std::string_view b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a);
}

// "al-Assad" and "Assad" are one surname.
std::string_view without_particle(std::string_view word) {
  for (const std::string_view particle : {"al-", "el-", "ad-", "as-", "ash-", "an-", "ar-", "at-", "az-"}) {
    if (word.starts_with(particle) && word.size() > particle.size() + 2) return word.substr(particle.size());
  }
  return word;
}

// The shorter name's words stand in the longer one, in order: "john bolton" in "john r. bolton".
bool within(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  auto at = longer.begin();
  for (const std::string& word : shorter) {
    at = std::find_if(at, longer.end(), [&](const std::string& other) { return same_word(word, other); });
    if (at == longer.end()) return false;
    ++at;
  }
  return true;
}

}  // namespace

PersonName PersonName::of(std::string_view text, const Lexicon& lexicon) {
  PersonName name;
  bool before_name = true;
  for (const std::string_view word : parts_of(text, ' ')) {
    const std::string folded = fold(word);
    if (before_name) {
      if (const auto honorific = lexicon.honorific(word)) {
        name.honorific = true;
        if (*honorific != Gender::kUnknown) name.gender = *honorific;
        continue;
      }
    }
    before_name = false;
    if (folded.empty() || is_suffix(folded)) continue;
    name.words.emplace_back(without_particle(folded));
    if (!name.shown.empty()) name.shown += ' ';
    name.shown += word;
  }
  for (const std::string_view ending : {"'s", "’s", "'", "’"}) {
    if (name.shown.ends_with(ending)) {
      name.shown.resize(name.shown.size() - ending.size());
      break;
    }
  }
  if (name.full() && is_particle(name.words.front())) name.words.erase(name.words.begin());  // "Del Rosario"
  name.given_first = name.full() && lexicon.given_name(name.words.front()) != Gender::kUnknown;
  if (name.gender == Gender::kUnknown && name.full()) name.gender = lexicon.given_name(name.words.front());
  return name;
}

NameMatch match(const PersonName& name, const PersonName& other) {
  if (name.words.empty() || other.words.empty()) return NameMatch::kNone;
  if (name.honorific && other.honorific && name.gender != Gender::kUnknown && other.gender != Gender::kUnknown &&
      name.gender != other.gender)
    return NameMatch::kNone;
  if (name.words == other.words) return NameMatch::kFull;
  const PersonName& shorter = name.words.size() <= other.words.size() ? name : other;
  const PersonName& longer = &shorter == &name ? other : name;
  if (shorter.full()) {
    // "Idriss Deby" is the father of "Mahamat Idriss Deby".
    if (!same_word(shorter.words.back(), longer.words.back())) return NameMatch::kNone;
    if (shorter.given_first && !same_word(shorter.words.front(), longer.words.front())) return NameMatch::kNone;
    return within(shorter.words, longer.words) ? NameMatch::kFull : NameMatch::kNone;
  }
  const std::string& word = shorter.words.front();
  if (longer.words.back() == word) return NameMatch::kSurname;
  if (longer.words.front() == word) return NameMatch::kGiven;
  return std::find(longer.words.begin(), longer.words.end(), word) == longer.words.end() ? NameMatch::kNone
                                                                                         : NameMatch::kOtherWord;
}

}  // namespace onrecord::actors
