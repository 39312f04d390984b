#include "knowledge/key_index.h"

#include <algorithm>

#include "knowledge/names.h"

namespace onrecord::knowledge {
namespace {

// A key that so many share names nobody.
constexpr size_t kMostTargets = 200;

bool in_capitals(std::string_view name) {
  constexpr size_t kLongest = 8;
  bool capital = false;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    capital = capital || (c >= 'A' && c <= 'Z');
  }
  return capital && name.size() <= kLongest;
}

bool same_target(const Posting& a, const Posting& b) {
  return a.target == b.target && a.place == b.place;
}

}  // namespace

void KeyIndex::add_key(const std::string& key, Match target) {
  if (key.empty()) return;
  Posting posting{};
  posting.target = target.number & 0x7FFFFFFU;
  posting.place = target.place ? 1U : 0U;
  posting.kind = static_cast<unsigned>(target.kind) & 15U;
  std::vector<Posting>& all = postings_[key];
  const auto known =
      std::find_if(all.begin(), all.end(), [&](const Posting& one) { return same_target(one, posting); });
  if (known == all.end()) {
    all.push_back(posting);
  } else if (posting.kind < known->kind) {
    known->kind = posting.kind;
  }
}

void KeyIndex::add_name(std::string_view name, Match target) {
  if (in_capitals(name)) target.kind = NameKind::kAcronym;
  add_key(name_key(name), target);
}

void KeyIndex::add_person_name(std::string_view name, uint32_t person) {
  const std::string key = name_key(name);
  add_key(key, {person, false, NameKind::kName});
  add_key('~' + sound_key(key), {person, false, NameKind::kSound});
  const std::vector<std::string_view> words = words_of(key);
  if (words.size() < 3) return;
  const std::string ends = std::string(words.front()) + ' ' + std::string(words.back());
  add_key(ends, {person, false, NameKind::kShort});
  add_key('~' + sound_key(ends), {person, false, NameKind::kSound});
  if (words.size() < 4) return;  // "López Obrador"
  add_key(std::string(words[words.size() - 2]) + ' ' + std::string(words.back()), {person, false, NameKind::kShort});
}

Result<KeyIndex::Rows> KeyIndex::rows() const {
  std::vector<std::pair<uint64_t, const std::string*>> order;
  order.reserve(postings_.size());
  for (const auto& [key, all] : postings_) {
    if (all.size() <= kMostTargets) order.emplace_back(hash_of_key(key), &key);
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Rows rows;
  for (size_t k = 0; k < order.size(); ++k) {
    if (k > 0 && order[k].first == order[k - 1].first) {
      return fail(Code::kKnowledgeBadTable, "two names share a hash; spell one of them another way",
                  *order[k - 1].second + ", " + *order[k].second);
    }
    rows.keys.push_back(order[k].first);
    rows.first.push_back(static_cast<uint32_t>(rows.postings.size()));
    std::vector<Posting> all = postings_.at(*order[k].second);
    std::sort(all.begin(), all.end(), [](const Posting& a, const Posting& b) {
      return a.place != b.place ? a.place < b.place : a.target < b.target;
    });
    rows.postings.insert(rows.postings.end(), all.begin(), all.end());
  }
  rows.first.push_back(static_cast<uint32_t>(rows.postings.size()));
  return rows;
}

}  // namespace onrecord::knowledge
