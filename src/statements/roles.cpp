#include "statements/roles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace onrecord::statements {
namespace {

using Scores = std::array<float, kRoles>;

size_t best(const Scores& scores) {
  return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

float log_sum(const Scores& scores) {
  const float top = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (const float score : scores) sum += std::exp(score - top);
  return top + std::log(sum);
}

struct Chain {
  std::span<const float> emissions, initial, transitions;
  [[nodiscard]] size_t words() const { return emissions.size() / kRoles; }
  [[nodiscard]] float emission(size_t word, size_t role) const { return emissions[word * kRoles + role]; }
  [[nodiscard]] float transition(size_t from, size_t to) const { return transitions[from * kRoles + to]; }
};

std::vector<Role> best_path(const Chain& chain) {
  const size_t words = chain.words();
  std::vector<std::array<uint8_t, kRoles>> came_from(words);
  Scores reached{};
  for (size_t role = 0; role < kRoles; ++role) reached[role] = chain.initial[role] + chain.emission(0, role);
  for (size_t word = 1; word < words; ++word) {
    Scores next{};
    for (size_t to = 0; to < kRoles; ++to) {
      Scores ways{};
      for (size_t from = 0; from < kRoles; ++from) ways[from] = reached[from] + chain.transition(from, to);
      came_from[word][to] = static_cast<uint8_t>(best(ways));
      next[to] = ways[came_from[word][to]] + chain.emission(word, to);
    }
    reached = next;
  }
  std::vector<Role> path(words);
  size_t role = best(reached);
  for (size_t word = words; word-- > 0;) {
    path[word] = static_cast<Role>(role);
    role = came_from[word][role];
  }
  return path;
}

// Log-probability mass of all beginnings that end in each role at each word, its own emission included.
std::vector<Scores> forward(const Chain& chain) {
  std::vector<Scores> mass(chain.words());
  for (size_t role = 0; role < kRoles; ++role) mass[0][role] = chain.initial[role] + chain.emission(0, role);
  for (size_t word = 1; word < mass.size(); ++word) {
    for (size_t to = 0; to < kRoles; ++to) {
      Scores ways{};
      for (size_t from = 0; from < kRoles; ++from) ways[from] = mass[word - 1][from] + chain.transition(from, to);
      mass[word][to] = log_sum(ways) + chain.emission(word, to);
    }
  }
  return mass;
}

// As forward, of all endings that begin in each role at each word, without its own emission.
std::vector<Scores> backward(const Chain& chain) {
  std::vector<Scores> mass(chain.words(), Scores{});
  for (size_t word = mass.size() - 1; word-- > 0;) {
    for (size_t from = 0; from < kRoles; ++from) {
      Scores ways{};
      for (size_t to = 0; to < kRoles; ++to)
        ways[to] = chain.transition(from, to) + chain.emission(word + 1, to) + mass[word + 1][to];
      mass[word][from] = log_sum(ways);
    }
  }
  return mass;
}

}  // namespace

RolePath decode_roles(std::span<const float> emissions, std::span<const float> initial,
                      std::span<const float> transitions) {
  const Chain chain{emissions, initial, transitions};
  if (chain.words() == 0) return {};
  RolePath path;
  path.role = best_path(chain);
  const std::vector<Scores> before = forward(chain);
  const std::vector<Scores> after = backward(chain);
  const float all = log_sum(before.back());
  path.probability.resize(path.role.size());
  for (size_t word = 0; word < path.role.size(); ++word) {
    for (size_t role = 0; role < kRoles; ++role)
      path.probability[word][role] = std::exp(before[word][role] + after[word][role] - all);
  }
  return path;
}

}  // namespace onrecord::statements
