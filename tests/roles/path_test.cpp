#include "roles/path.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace onrecord::roles {
namespace {

const std::vector<float> kNoInitial = {0, 0, 0};
const std::vector<float> kNoTransitions(9, 0.0F);

TEST_CASE("without transitions each word takes its best role") {
  const std::vector<float> emissions = {2, 0, 0, 0, 3, 0, 0, 0, 1};
  const RolePath<3> path = decode_roles<3>(emissions, kNoInitial, kNoTransitions);
  CHECK(path.role == std::vector<uint8_t>{0, 1, 2});
}

TEST_CASE("a transition that costs much keeps a doubtful word with its neighbours") {
  const std::vector<float> emissions = {0, 0, 5, 1, 0, 0.8F, 0, 0, 5};
  const std::vector<float> transitions = {0, -2, -2, -2, 0, -2, -2, -2, 0};
  const RolePath<3> path = decode_roles<3>(emissions, kNoInitial, transitions);
  CHECK(path.role == std::vector<uint8_t>{2, 2, 2});
  CHECK(path.probability[1][2] < path.probability[0][2]);
}

TEST_CASE("no words, no roles") {
  CHECK(decode_roles<3>({}, kNoInitial, kNoTransitions).role.empty());
}

// Every path of a short chain, one by one.
struct Exhaustive {
  double best = -1e9;
  std::vector<uint8_t> path;
  std::vector<std::vector<double>> weight;  // of each role at each word, over all paths
  double all = 0;

  Exhaustive(const std::vector<float>& e, const std::vector<float>& initial, const std::vector<float>& t)
      : weight(e.size() / 3, std::vector<double>(3, 0.0)) {
    const size_t words = e.size() / 3;
    size_t paths = 1;
    for (size_t k = 0; k < words; ++k) paths *= 3;
    for (size_t number = 0; number < paths; ++number) {
      std::vector<size_t> roles(words);
      for (size_t k = 0, rest = number; k < words; ++k, rest /= 3) roles[k] = rest % 3;
      double score = initial[roles[0]] + e[roles[0]];
      for (size_t k = 1; k < words; ++k) score += t[roles[k - 1] * 3 + roles[k]] + e[k * 3 + roles[k]];
      if (score > best) {
        best = score;
        path.clear();
        for (const size_t role : roles) path.push_back(static_cast<uint8_t>(role));
      }
      for (size_t k = 0; k < words; ++k) weight[k][roles[k]] += std::exp(score);
      all += std::exp(score);
    }
  }
};

TEST_CASE("the path and all probabilities agree with trying all paths") {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0, 1.5F);
  for (int round = 0; round < 50; ++round) {
    std::vector<float> emissions(7 * 3), initial(3), transitions(9);
    for (auto* list : {&emissions, &initial, &transitions}) {
      for (float& value : *list) value = normal(random);
    }
    const Exhaustive all(emissions, initial, transitions);
    const RolePath<3> path = decode_roles<3>(emissions, initial, transitions);
    CHECK(path.role == all.path);
    for (size_t k = 0; k < 7; ++k) {
      for (size_t role = 0; role < 3; ++role)
        CHECK(path.probability[k][role] == doctest::Approx(all.weight[k][role] / all.all).epsilon(1e-3));
    }
  }
}

}  // namespace
}  // namespace onrecord::roles
