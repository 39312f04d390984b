#include "text/lexicon.h"

#include <array>
#include <cstddef>

namespace onrecord::text {
namespace {

struct Entry {
  std::string_view word;
  uint8_t value;
};

// kAbbreviations, kBoundPrefixes, kUnits, kWordClasses, kContractions: arrays of Entry, made from data/lexicons by
// CMake.
#include "text/lexicon_tables.inc"

constexpr uint32_t hash(std::string_view word) {
  uint32_t value = 2166136261u;
  for (char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value ^ (value >> 15);
}

// A hash table that is made by the compiler; at most half full, so that a search is short.
template <size_t kSlots>
struct Table {
  std::array<Entry, kSlots> slots{};

  template <size_t N>
  explicit constexpr Table(const Entry (&entries)[N]) {
    static_assert(2 * N <= kSlots);
    for (const Entry& entry : entries) {
      size_t at = hash(entry.word) % kSlots;
      while (!slots[at].word.empty() && slots[at].word != entry.word) at = (at + 1) % kSlots;
      if (slots[at].word.empty()) slots[at] = entry;
    }
  }

  [[nodiscard]] constexpr uint8_t find(std::string_view word) const {
    for (size_t at = hash(word) % kSlots; !slots[at].word.empty(); at = (at + 1) % kSlots) {
      if (slots[at].word == word) return slots[at].value;
    }
    return 0;
  }
};

constexpr Table<1024> kAbbreviationTable(kAbbreviations);
constexpr Table<256> kPrefixTable(kBoundPrefixes);
constexpr Table<256> kUnitTable(kUnits);
constexpr Table<1024> kClassTable(kWordClasses);
constexpr Table<128> kContractionTable(kContractions);

constexpr size_t kLongest = 12;  // of any word in these lists

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.size() > kLongest || word.empty()) return Abbreviation::kNone;
  if (uint8_t found = kAbbreviationTable.find(word)) return static_cast<Abbreviation>(found);
  std::array<char, kLongest> titled{};  // "GEN." is "Gen."
  for (size_t i = 0; i < word.size(); ++i) {
    bool upper = word[i] >= 'A' && word[i] <= 'Z';
    if (!upper && word[i] != '.') return Abbreviation::kNone;
    titled[i] = i > 0 && upper ? static_cast<char>(word[i] + 32) : word[i];
  }
  return static_cast<Abbreviation>(kAbbreviationTable.find({titled.data(), word.size()}));
}

bool is_bound_prefix(std::string_view lower) {
  return lower.size() <= kLongest && kPrefixTable.find(lower) != 0;
}

uint32_t contraction_cut(std::string_view lower) {
  return lower.size() <= kLongest ? kContractionTable.find(lower) : 0;
}

WordClass word_class(std::string_view lower) {
  return lower.size() > kLongest ? WordClass::kOther : static_cast<WordClass>(kClassTable.find(lower));
}

bool is_unit(std::string_view lower) {
  return lower.size() <= kLongest && kUnitTable.find(lower) != 0;
}

}  // namespace onrecord::text
