#include "actors/country_context.h"

#include <algorithm>
#include <unordered_map>

namespace onrecord::actors {
namespace {

constexpr uint32_t kMostWordsOfName = 4;

bool starts_upper(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

// The longest name of a state, its people or its capital that begins at the word; sets the words that it takes.
const State* state_at(const Tree& tree, const Lexicon& lexicon, uint32_t word, uint32_t& words) {
  for (words = kMostWordsOfName; words > 0; --words) {
    const uint32_t end = word + words;
    if (end > tree.size() || tree.block(end - 1) != tree.block(word)) continue;
    const std::string_view name = tree.text({word, end});
    if (const State* state = lexicon.state(name)) return state;
    if (const State* state = lexicon.adjective(name)) return state;
    if (const State* state = lexicon.capital(name)) return state;
    if (const State* state = lexicon.seat(name)) return state;
  }
  words = 1;
  return nullptr;
}

}  // namespace

CountryContext::CountryContext(const Tree& tree, const Lexicon& lexicon) : tree_(tree) {
  std::unordered_map<const State*, uint32_t> named;
  uint32_t all = 0;
  for (uint32_t word = 0, words = 1; word < tree.size(); word += words) {
    words = 1;
    if (!starts_upper(tree.word(word))) continue;
    const State* state = state_at(tree, lexicon, word, words);
    if (state == nullptr) continue;
    const uint32_t block = tree.block(word);
    if (first_of_block_.size() <= block) first_of_block_.resize(block + 1, nullptr);
    if (first_of_block_[block] == nullptr) first_of_block_[block] = state;
    ++all;
    if (named[state] == 0) states_.push_back(state);
    if (2 * ++named[state] > all) of_report_ = state;
  }
  most_named_ = of_report_ != nullptr && 2 * named[of_report_] > all ? of_report_ : nullptr;
  constexpr uint32_t kEnough = 3;  // fewer tell nothing, unless they are all
  if (of_report_ != nullptr &&
      (2 * named[of_report_] <= all || (named[of_report_] < kEnough && named[of_report_] < all)))
    of_report_ = nullptr;
}

void CountryContext::add(const State& state) {
  if (!named(state.code)) states_.push_back(&state);
}

bool CountryContext::named(std::string_view country) const {
  if (home_ != nullptr && home_->code == country) return true;
  return std::any_of(states_.begin(), states_.end(), [&](const State* state) { return state->code == country; });
}

const State* CountryContext::at(uint32_t word) const {
  const uint32_t block = tree_.block(word);
  if (block < first_of_block_.size() && first_of_block_[block] != nullptr) return first_of_block_[block];
  return of_report_ != nullptr || !states_.empty() ? of_report_ : home_;
}

}  // namespace onrecord::actors
