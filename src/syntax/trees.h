#pragma once
// Arc scores of a sentence → its best dependency tree.
//
// Method: Chu-Liu/Edmonds in Tarjan's form for dense graphs (Gabow et al. 1986), O(n²); where each word's best head
// already makes a tree, as for nine sentences of ten, nothing but that is done. Exactly one word hangs on the root:
// each arc from the root costs more than all scores together, so that the best tree has the fewest (Zmigrod et al.
// 2020 discuss why taking the best single root afterwards is not enough).
//
// Thread-safety: pure function.

#include <cstdint>
#include <span>
#include <vector>

namespace onrecord::syntax {

// scores: row-major, n rows of n + 1; row i holds word i's score for each head, column 0 for the root, column j for
// word j - 1. A word's own column and what is no number are never taken. Returns n heads in the same numbering.
[[nodiscard]] std::vector<uint32_t> best_tree(std::span<const float> scores, uint32_t words);

}  // namespace onrecord::syntax
