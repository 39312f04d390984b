#include "roles/path.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace onrecord::roles {
namespace {

template <size_t N>
using Scores = std::array<float, N>;

template <size_t N>
size_t best(const Scores<N>& scores) {
  return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

template <size_t N>
float log_sum(const Scores<N>& scores) {
  const float top = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (const float score : scores) sum += std::exp(score - top);
  return top + std::log(sum);
}

template <size_t N>
struct Chain {
  std::span<const float> emissions, initial, transitions;
  [[nodiscard]] size_t words() const { return emissions.size() / N; }
  [[nodiscard]] float emission(size_t word, size_t role) const { return emissions[word * N + role]; }
  [[nodiscard]] float transition(size_t from, size_t to) const { return transitions[from * N + to]; }
};

template <size_t N>
std::vector<uint8_t> best_path(const Chain<N>& chain) {
  const size_t words = chain.words();
  std::vector<std::array<uint8_t, N>> came_from(words);
  Scores<N> reached{};
  for (size_t role = 0; role < N; ++role) reached[role] = chain.initial[role] + chain.emission(0, role);
  for (size_t word = 1; word < words; ++word) {
    Scores<N> next{};
    for (size_t to = 0; to < N; ++to) {
      Scores<N> ways{};
      for (size_t from = 0; from < N; ++from) ways[from] = reached[from] + chain.transition(from, to);
      came_from[word][to] = static_cast<uint8_t>(best(ways));
      next[to] = ways[came_from[word][to]] + chain.emission(word, to);
    }
    reached = next;
  }
  std::vector<uint8_t> path(words);
  size_t role = best(reached);
  for (size_t word = words; word-- > 0;) {
    path[word] = static_cast<uint8_t>(role);
    role = came_from[word][role];
  }
  return path;
}

// Log-probability mass of all beginnings that end in each role at each word, its own emission included.
template <size_t N>
std::vector<Scores<N>> forward(const Chain<N>& chain) {
  std::vector<Scores<N>> mass(chain.words());
  for (size_t role = 0; role < N; ++role) mass[0][role] = chain.initial[role] + chain.emission(0, role);
  for (size_t word = 1; word < mass.size(); ++word) {
    for (size_t to = 0; to < N; ++to) {
      Scores<N> ways{};
      for (size_t from = 0; from < N; ++from) ways[from] = mass[word - 1][from] + chain.transition(from, to);
      mass[word][to] = log_sum(ways) + chain.emission(word, to);
    }
  }
  return mass;
}

// As forward, of all endings that begin in each role at each word, without its own emission.
template <size_t N>
std::vector<Scores<N>> backward(const Chain<N>& chain) {
  std::vector<Scores<N>> mass(chain.words(), Scores<N>{});
  for (size_t word = mass.size() - 1; word-- > 0;) {
    for (size_t from = 0; from < N; ++from) {
      Scores<N> ways{};
      for (size_t to = 0; to < N; ++to)
        ways[to] = chain.transition(from, to) + chain.emission(word + 1, to) + mass[word + 1][to];
      mass[word][from] = log_sum(ways);
    }
  }
  return mass;
}

}  // namespace

template <size_t N>
RolePath<N> decode_roles(std::span<const float> emissions, std::span<const float> initial,
                         std::span<const float> transitions) {
  const Chain<N> chain{emissions, initial, transitions};
  if (chain.words() == 0) return {};
  RolePath<N> path;
  path.role = best_path(chain);
  const std::vector<Scores<N>> before = forward(chain);
  const std::vector<Scores<N>> after = backward(chain);
  const float all = log_sum(before.back());
  path.probability.resize(path.role.size());
  for (size_t word = 0; word < path.role.size(); ++word) {
    for (size_t role = 0; role < N; ++role)
      path.probability[word][role] = std::exp(before[word][role] + after[word][role] - all);
  }
  return path;
}

template RolePath<3> decode_roles<3>(std::span<const float>, std::span<const float>, std::span<const float>);
template RolePath<5> decode_roles<5>(std::span<const float>, std::span<const float>, std::span<const float>);

}  // namespace onrecord::roles
