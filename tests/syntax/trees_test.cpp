#include "syntax/trees.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using onrecord::syntax::best_tree;

namespace {

bool is_single_rooted_tree(const std::vector<uint32_t>& heads) {
  size_t roots = 0;
  for (size_t start = 0; start < heads.size(); ++start) {
    roots += heads[start] == 0 ? 1 : 0;
    uint32_t word = static_cast<uint32_t>(start) + 1;
    for (size_t steps = 0; word != 0; ++steps) {
      if (steps > heads.size()) return false;
      word = heads[word - 1];
    }
  }
  return heads.empty() || roots == 1;
}

double total(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  double out = 0;
  for (size_t i = 0; i < heads.size(); ++i) out += scores[i * (heads.size() + 1) + heads[i]];
  return out;
}

// The best of all assignments of heads.
double brute_force(const std::vector<float>& scores, uint32_t words) {
  std::vector<uint32_t> heads(words, 0);
  double best = -std::numeric_limits<double>::infinity();
  while (true) {
    if (is_single_rooted_tree(heads)) best = std::max(best, total(scores, heads));
    uint32_t word = 0;
    while (word < words && ++heads[word] > words) heads[word++] = 0;
    if (word == words) return best;
  }
}

std::vector<float> random_scores(uint32_t words, std::mt19937& random, float own = 0) {
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> out(size_t{words} * (words + 1));
  for (float& score : out) score = normal(random);
  for (uint32_t word = 0; word < words; ++word) out[size_t{word} * (words + 1) + word + 1] += own;
  return out;
}

}  // namespace

TEST_CASE("no tree with one root scores higher than the one that is found") {
  CHECK(rc::check([] {
    const auto words = *rc::gen::inRange<uint32_t>(1, 7);
    // Few different values make many ties and many words that want to be the root.
    const auto spread = *rc::gen::element(2, 5, 1000);
    const auto values =
        *rc::gen::container<std::vector<int>>(size_t{words} * (words + 1), rc::gen::inRange(-spread, spread + 1));
    const std::vector<float> scores(values.begin(), values.end());
    const auto heads = best_tree(scores, words);
    RC_ASSERT(heads.size() == words);
    RC_ASSERT(is_single_rooted_tree(heads));
    RC_ASSERT(std::abs(total(scores, heads) - brute_force(scores, words)) < 1e-6);
  }));
}

TEST_CASE("six words: no tree scores higher, whatever the scores") {
  std::mt19937 random(4);
  for (int k = 0; k < 40; ++k) {
    const auto scores = random_scores(6, random);
    CHECK(total(scores, best_tree(scores, 6)) == doctest::Approx(brute_force(scores, 6)));
  }
}

TEST_CASE("long sentences of random scores become trees with one root") {
  std::mt19937 random(1);
  for (const uint32_t words : {17U, 60U, 150U, 254U}) {
    for (int k = 0; k < 20; ++k) CHECK(is_single_rooted_tree(best_tree(random_scores(words, random), words)));
  }
}

TEST_CASE("a word's score for itself is never read") {
  std::mt19937 random(2), again(2);
  const auto plain = random_scores(12, random), tempting = random_scores(12, again, 1000.0F);
  CHECK(best_tree(plain, 12) == best_tree(tempting, 12));
}

TEST_CASE("nested cycles are broken where it costs least") {
  // 1 and 2 hold each other, 3 and 4 too, and the two pairs hold each other; word 4 is the cheapest way in.
  const std::vector<float> scores = {
      0, 0,  10, 5,  0,   //
      0, 10, 0,  0,  1,   //
      0, 5,  0,  0,  10,  //
      4, 0,  0,  10, 0,   //
  };
  const auto heads = best_tree(scores, 4);
  CHECK(heads[3] == 0);
  CHECK(total(scores, heads) == brute_force(scores, 4));
}

TEST_CASE("where all words want the root only the best of them gets it") {
  const std::vector<float> scores = {
      9, 0, 1, 1,  //
      9, 3, 0, 1,  //
      9, 2, 3, 0,  //
  };
  CHECK(best_tree(scores, 3) == std::vector<uint32_t>{0, 1, 2});
}

TEST_CASE("scores that are no numbers still give a tree") {
  for (const float bad : {std::nanf(""), INFINITY, -INFINITY}) {
    for (const uint32_t words : {1U, 2U, 9U}) {
      CHECK(is_single_rooted_tree(best_tree(std::vector<float>(size_t{words} * (words + 1), bad), words)));
    }
    std::mt19937 random(3);
    auto scores = random_scores(9, random);
    for (size_t k = 0; k < scores.size(); k += 3) scores[k] = bad;
    CHECK(is_single_rooted_tree(best_tree(scores, 9)));
  }
}

TEST_CASE("the empty sentence and the sentence of one word") {
  CHECK(best_tree({}, 0).empty());
  CHECK(best_tree(std::vector<float>{-5, 100}, 1) == std::vector<uint32_t>{0});
}
