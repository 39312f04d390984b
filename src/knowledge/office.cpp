#include "knowledge/office.h"

#include <algorithm>
#include <utility>

#include "base/tables.h"
#include "knowledge/names.h"
#include "knowledge/tables.inc"

namespace onrecord::knowledge {
namespace {

constexpr size_t kMostWordsOfPhrase = 8;

// The number of a name in a list, added when it is new; counted from 0.
size_t number_of(std::vector<std::string>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at != names.end()) return static_cast<size_t>(at - names.begin());
  names.emplace_back(name);
  return names.size() - 1;
}

// "minister+foreign@USA"
struct Target {
  std::string_view name, field, country;
};

Target target_of(std::string_view word) {
  Target target;
  if (const size_t at = word.find('@'); at != std::string_view::npos) {
    target.country = word.substr(at + 1);
    word = word.substr(0, at);
  }
  if (const size_t plus = word.find('+'); plus != std::string_view::npos) {
    target.field = word.substr(plus + 1);
    word = word.substr(0, plus);
  }
  target.name = word;
  return target;
}

std::string of_country(std::string_view country, std::string_view phrase) {
  return std::string(country) + ' ' + std::string(phrase);
}

// Where the complement of a title begins: "of" in "minister of health".
bool opens_complement(std::string_view word) {
  return word == "of" || word == "for" || word == "to" || word == "in";
}

}  // namespace

OfficeWords::OfficeWords() {
  std::vector<std::string> fields;
  for (const std::string_view line : lines_of(kOfficeTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.empty()) continue;
    if (heading.words[0] == "lower") lower_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words[0] == "leaders") leaders_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words[0] == "none") not_yet_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words[0] == "body") need_body_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words[0] == "other") others_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words[0] == "heads") heads_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words[0] == "single") single_.assign(heading.entries.begin(), heading.entries.end());
    if (heading.words.size() < 2) continue;
    if (heading.words[0] == "only") {
      for (const std::string_view title : heading.entries) state_of_title_.emplace(name_key(title), heading.words[1]);
      continue;
    }
    if (heading.words[0] == "role") {
      for (const std::string_view ranked : heading.entries) role_of_rank_.emplace(ranked, heading.words[1]);
      continue;
    }
    const bool rank = heading.words[0] == "rank";
    const Target target = target_of(heading.words[1]);
    const size_t number = number_of(rank ? ranks_ : fields, target.name);
    const uint64_t own = target.field.empty() ? 0 : 1ULL << number_of(fields, target.field);
    for (const std::string_view phrase : heading.entries) {
      const std::string key = name_key(phrase);
      Word& word = words_[target.country.empty() ? key : of_country(target.country, key)];
      word.fields |= rank ? own : 1ULL << number;
      if (rank) word.rank = static_cast<uint8_t>(number + 1);
    }
  }
  minister_ = rank("minister");
  deputy_ = rank("deputy-minister");
  shadow_ = rank("shadow-minister");
  deputy_head_ = rank("deputy-head");
  intelligence_ = 1ULL << number_of(fields, "intelligence");
}

const OfficeWords::Word* OfficeWords::longest(const std::vector<std::string_view>& words, size_t at,
                                              std::string_view country, size_t& count) const {
  for (count = std::min(words.size() - at, kMostWordsOfPhrase); count > 0; --count) {
    const char* end = words[at + count - 1].data() + words[at + count - 1].size();
    const std::string phrase(words[at].data(), end);
    auto word = country.empty() ? words_.end() : words_.find(of_country(country, phrase));
    if (word == words_.end()) word = words_.find(phrase);
    if (word != words_.end()) return &word->second;
  }
  count = 1;
  return nullptr;
}

OfficeForm OfficeWords::form(std::string_view title, std::string_view country) const {
  OfficeForm form;
  bool lower = false, head = true;
  const std::string key = name_key(title);
  const std::vector<std::string_view> words = words_of(key);
  for (size_t at = 0, count = 1; at < words.size(); at += count) {
    const Word* found = longest(words, at, country, count);
    if (std::find(not_yet_.begin(), not_yet_.end(), words[at]) != not_yet_.end()) return {};
    if (std::find(lower_.begin(), lower_.end(), words[at]) != lower_.end()) lower = true;
    if (found == nullptr) {
      if (at > 0 && opens_complement(words[at])) head = false;
      continue;
    }
    const bool shadowed = form.rank == shadow_ && shadow_ != 0;  // "shadow defence secretary"
    if (found->rank != 0 && head && !shadowed) form.rank = found->rank;
    form.fields |= found->fields;
  }
  if (lower && form.rank == minister_) {
    form.rank = deputy_;
  } else if (lower && heads(form.rank)) {
    form.rank = deputy_head_;
  }
  return form;
}

uint8_t OfficeWords::rank(std::string_view name) const {
  const auto at = std::find(ranks_.begin(), ranks_.end(), name);
  return at == ranks_.end() ? 0 : static_cast<uint8_t>(at - ranks_.begin() + 1);
}

std::string_view OfficeWords::rank_name(uint8_t rank) const {
  return rank == 0 || rank > ranks_.size() ? std::string_view() : std::string_view(ranks_[rank - 1]);
}

std::string_view OfficeWords::role(const OfficeForm& form) const {
  const auto at = role_of_rank_.find(std::string(rank_name(form.rank)));
  if (at != role_of_rank_.end()) return at->second;
  return rank_name(form.rank) == "director" && (form.fields & intelligence_) != 0 ? "SPY" : "GOV";
}

bool OfficeWords::leads_state(uint8_t rank) const {
  return std::find(leaders_.begin(), leaders_.end(), rank_name(rank)) != leaders_.end();
}

std::string_view OfficeWords::only_in(std::string_view title) const {
  const auto at = state_of_title_.find(name_key(title));
  return at == state_of_title_.end() ? std::string_view() : std::string_view(at->second);
}

bool OfficeWords::needs_body(uint8_t rank) const {
  return std::find(need_body_.begin(), need_body_.end(), rank_name(rank)) != need_body_.end();
}

bool OfficeWords::of_other(std::string_view word) const {
  return std::find(others_.begin(), others_.end(), word) != others_.end();
}

bool OfficeWords::heads(uint8_t rank) const {
  return std::find(heads_.begin(), heads_.end(), rank_name(rank)) != heads_.end();
}

bool OfficeWords::single(const OfficeForm& form) const {
  if (form.rank == minister_ && form.fields == 0) return false;
  return std::find(single_.begin(), single_.end(), rank_name(form.rank)) != single_.end();
}

bool may_be_called(const OfficeForm& held, const OfficeForm& said) {
  return held.rank != 0 && held.rank == said.rank && (said.fields & ~held.fields) == 0;
}

}  // namespace onrecord::knowledge
