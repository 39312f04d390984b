#include "actors/candidates.h"

#include <algorithm>
#include <utility>

#include "actors/appositions.h"
#include "actors/name_candidates.h"
#include "actors/noun_candidates.h"
#include "actors/phrases.h"

namespace onrecord::actors {
namespace {

// Bylines, credits and what belongs to the page tell nothing of who is in the news.
bool is_read(BlockKind kind) {
  return kind != BlockKind::kByline && kind != BlockKind::kCredit && kind != BlockKind::kDateline &&
         kind != BlockKind::kBoilerplate;
}

}  // namespace

bool is_personal_pronoun(std::string_view folded) {
  return folded == "he" || folded == "she" || folded == "it" || folded == "they" || folded == "him" ||
         folded == "her" || folded == "them";
}

std::vector<Candidate> find_candidates(const Tree& tree, const Lexicon& lexicon, std::span<const BlockKind> blocks) {
  const Phrases phrases(tree, lexicon);
  const auto read = [&](uint32_t word) {
    const uint32_t block = tree.block(word);
    return block >= blocks.size() || is_read(blocks[block]);
  };
  std::vector<Candidate> found;
  std::vector<bool> taken(tree.size(), false);
  for (const syntax::Entity& entity : tree.syntax().entities) {
    if (read(entity.first)) add_name(phrases, entity, taken, found);
  }
  for (uint32_t word = 0; word < tree.size(); ++word) {
    if (taken[word] || !read(word)) continue;
    auto candidate =
        tree.part(word) == Part::kPronoun ? pronoun_candidate(phrases, word) : noun_candidate(phrases, word);
    if (candidate) found.push_back(std::move(*candidate));
  }
  read_appositions(phrases, found);
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.end > b.words.end;
  });
  uint32_t block = UINT32_MAX;
  for (Candidate& candidate : found) {
    candidate.opens_block = tree.block(candidate.head) != block;
    block = tree.block(candidate.head);
  }
  return found;
}

}  // namespace onrecord::actors
