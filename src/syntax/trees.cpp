#include "syntax/trees.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace onrecord::syntax {
namespace {

constexpr double kForbidden = -1e30;
constexpr double kNoNumber = -1e9;  // worse than any score, but a tree of such arcs is still a tree

// Each word's best head.
std::vector<uint32_t> greedy_heads(std::span<const float> scores, uint32_t words) {
  std::vector<uint32_t> heads(words);
  for (uint32_t i = 0; i < words; ++i) {
    const float* row = scores.data() + size_t{i} * (words + 1);
    uint32_t best = i == 0 && words > 1 ? 2 : 0;
    for (uint32_t j = 0; j <= words; ++j) {
      if (j != i + 1 && !(row[j] <= row[best])) best = j;
    }
    heads[i] = best;
  }
  return heads;
}

bool is_tree(const std::vector<uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  std::vector<uint32_t> seen_from(heads.size(), UINT32_MAX);
  for (uint32_t start = 0; start < heads.size(); ++start) {
    uint32_t word = start;
    while (heads[word] != 0 && seen_from[word] == UINT32_MAX) {
      seen_from[word] = start;
      word = heads[word] - 1;
    }
    if (heads[word] != 0 && seen_from[word] == start) return false;
  }
  return true;
}

// Grows paths of best arcs backwards to the root; a path that runs into itself is a cycle and becomes one node, whose
// arcs are what it costs to break the cycle there. Node 0 is the root, node w + 1 word w, later ones are cycles.
class TreeSearch {
 public:
  TreeSearch(std::span<const float> scores, uint32_t words)
      : size_(words + 1), matrix_(size_t{size_} * size_), node_of_row_(size_), parent_(size_, kNone), chosen_(size_) {
    std::iota(node_of_row_.begin(), node_of_row_.end(), 0U);
    double least = 0, most = 0;
    const auto score = [&](uint32_t i, uint32_t j) {
      const double value = scores[size_t{i} * size_ + j];
      return std::isfinite(value) ? std::max(value, kNoNumber) : kNoNumber;
    };
    for (uint32_t i = 0; i < words; ++i) {
      for (uint32_t j = 0; j < size_; ++j) least = std::min(least, score(i, j)), most = std::max(most, score(i, j));
    }
    const double root_cost = 1 + (most - least) * size_;
    for (uint32_t i = 0; i < words; ++i) {
      for (uint32_t j = 0; j < size_; ++j) {
        arc(i + 1, j) = {j == i + 1 ? kForbidden : score(i, j) - (j == 0 ? root_cost : 0), j, i + 1};
      }
    }
  }

  std::vector<uint32_t> run() {
    std::vector<State> state(size_, State::kNew);  // of rows
    state[0] = State::kDone;
    std::vector<uint32_t> path;
    for (uint32_t start = 1; start < size_; ++start) {
      if (state[start] != State::kNew) continue;
      path.assign(1, start);
      state[start] = State::kOnPath;
      while (!path.empty()) {
        const uint32_t to = path.back(), from = choose(to, state);
        if (state[from] == State::kDone) {
          for (const uint32_t row : path) state[row] = State::kDone;
          path.clear();
        } else if (state[from] == State::kNew) {
          state[from] = State::kOnPath;
          path.push_back(from);
        } else {
          contract(from, path, state);
        }
      }
    }
    return expand();
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  // kGone: merged into another row.
  enum class State : uint8_t { kNew, kOnPath, kDone, kGone };
  // The arc of two words behind an arc of two nodes.
  struct Arc {
    double score = kForbidden;
    uint32_t head = 0, dependent = 0;
  };

  Arc& arc(uint32_t to, uint32_t from) { return matrix_[size_t{to} * size_ + from]; }

  // The row that the best arc into row `to` comes from; notes the arc at the node.
  uint32_t choose(uint32_t to, const std::vector<State>& state) {
    uint32_t best = kNone;
    for (uint32_t from = 0; from < size_; ++from) {
      if (from == to || state[from] == State::kGone) continue;
      if (best == kNone || arc(to, from).score > arc(to, best).score) best = from;
    }
    chosen_[node_of_row_[to]] = arc(to, best);
    return best;
  }

  // The path's end from `first` on is a cycle: its rows become one, under the number `first`.
  void contract(uint32_t first, std::vector<uint32_t>& path, std::vector<State>& state) {
    const auto begin = std::find(path.begin(), path.end(), first);
    const std::vector<uint32_t> cycle(begin, path.end());
    path.erase(begin + 1, path.end());
    const auto node = static_cast<uint32_t>(parent_.size());
    parent_.push_back(kNone);
    chosen_.emplace_back();
    for (const uint32_t row : cycle) parent_[node_of_row_[row]] = node;
    for (const uint32_t row : cycle) {
      const double kept = chosen_[node_of_row_[row]].score;
      for (uint32_t other = 0; other < size_; ++other) arc(row, other).score -= kept;
      if (row == first) continue;
      state[row] = State::kGone;
      for (uint32_t other = 0; other < size_; ++other) {
        if (arc(row, other).score > arc(first, other).score) arc(first, other) = arc(row, other);
        if (arc(other, row).score > arc(other, first).score) arc(other, first) = arc(other, row);
      }
    }
    node_of_row_[first] = node;
  }

  // From the last cycle to the first: the arc into a cycle takes the place of the arc that it had at that word.
  std::vector<uint32_t> expand() {
    for (auto node = static_cast<uint32_t>(parent_.size()); node-- > size_;) {
      uint32_t child = chosen_[node].dependent;
      while (parent_[child] != node) child = parent_[child];
      chosen_[child] = chosen_[node];
    }
    std::vector<uint32_t> heads;
    for (uint32_t word = 1; word < size_; ++word) heads.push_back(chosen_[word].head);
    return heads;
  }

  uint32_t size_;
  std::vector<Arc> matrix_;            // rows: arcs into; columns: arcs from
  std::vector<uint32_t> node_of_row_;  // a row stands for a word or for the cycle that it was merged into
  std::vector<uint32_t> parent_;       // of each node: the cycle that holds it
  std::vector<Arc> chosen_;            // of each node: the arc into it
};

}  // namespace

std::vector<uint32_t> best_tree(std::span<const float> scores, uint32_t words) {
  std::vector<uint32_t> heads = greedy_heads(scores, words);
  if (words == 0 || is_tree(heads)) return heads;
  return TreeSearch(scores, words).run();
}

}  // namespace onrecord::syntax
