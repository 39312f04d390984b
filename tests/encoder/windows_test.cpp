#include "encoder/windows.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

using onrecord::encoder::add_word;
using onrecord::encoder::cut_windows;
using onrecord::encoder::kMaxPieces;
using onrecord::encoder::window_of;
using onrecord::encoder::WordInputs;
using onrecord::encoder::WordPieces;

namespace {

const WordPieces& pieces() {
  static const auto all = WordPieces::open(ONRECORD_SOURCE_DIR "/tests/encoder/data/vocab.txt");
  REQUIRE(all);
  return *all;
}

// `count` words of one piece each in a sentence of their own.
void add_sentence(WordInputs& words, uint32_t count, uint32_t block, const std::string& word = "minister") {
  const uint32_t sentence = words.sentence.empty() ? 0 : words.sentence.back() + 1;
  for (uint32_t k = 0; k < count; ++k) add_word(pieces(), word, 0, block, sentence, words);
}

std::vector<uint32_t> sizes(const WordInputs& words) {
  std::vector<uint32_t> out;
  for (const auto& window : cut_windows(words)) out.push_back(static_cast<uint32_t>(window.words()));
  return out;
}

}  // namespace

TEST_CASE("each block is a window of its own") {
  WordInputs words;
  add_sentence(words, 3, 0);
  add_sentence(words, 4, 0);
  add_sentence(words, 1, 1);
  add_sentence(words, 5, 4);
  CHECK(sizes(words) == std::vector<uint32_t>{7, 1, 5});
}

TEST_CASE("a long block is cut at the last sentence end that fits") {
  WordInputs words;
  for (int k = 0; k < 6; ++k) add_sentence(words, 100, 0);
  CHECK(sizes(words) == std::vector<uint32_t>{200, 200, 200});
}

TEST_CASE("a block that fits to the last piece is not cut") {
  WordInputs words;
  add_sentence(words, 54, 0);
  add_sentence(words, 200, 0);
  add_sentence(words, 9, 0);
  CHECK(sizes(words) == std::vector<uint32_t>{kMaxPieces, 9});
}

TEST_CASE("a sentence longer than a window is cut after a comma in its second half") {
  WordInputs words;
  add_sentence(words, 180, 0);
  words.pause[150] = 1;
  for (int k = 0; k < 180; ++k) add_word(pieces(), "minister", 0, 0, 0, words);
  CHECK(sizes(words) == std::vector<uint32_t>{151, 209});
}

TEST_CASE("a sentence without a comma where it helps is cut where the window is full") {
  WordInputs words;
  add_sentence(words, 600, 0);
  words.pause[20] = 1;
  CHECK(sizes(words) == std::vector<uint32_t>{254, 254, 92});
}

TEST_CASE("the pieces of a word carry its letter case and quotation state") {
  WordInputs words;
  add_word(pieces(), "Re-elect", 1, 0, 0, words);
  add_word(pieces(), ",", 3, 0, 0, words);
  add_word(pieces(), "NATO", 0, 0, 0, words);
  const auto windows = cut_windows(words);
  REQUIRE(windows.size() == 1);
  CHECK(words.pause == std::vector<uint8_t>{0, 1, 0});
  CHECK(windows[0].first == std::vector<int32_t>{0, 3, 4});
  CHECK(windows[0].letter_case == std::vector<int32_t>{2, 2, 2, 6, 3});
  CHECK(windows[0].quote == std::vector<int32_t>{1, 1, 1, 3, 0});
  CHECK(windows[0].pieces.size() == 5);
}

TEST_CASE("the windows hold every word once, in order, and none is too long") {
  CHECK(rc::check([] {
    WordInputs words;
    uint32_t block = 0, sentence = 0;
    const auto count = *rc::gen::inRange(0, 1500);
    const auto stop = *rc::gen::inRange(2, 400), paragraph = *rc::gen::inRange(2, 900);
    for (int k = 0; k < count; ++k) {
      if (*rc::gen::inRange(0, paragraph) == 0) ++block, ++sentence;
      if (*rc::gen::inRange(0, stop) == 0) ++sentence;
      add_word(pieces(), *rc::gen::element<std::string>("minister", ",", "Żółć", "re-elect", "zxqjkvwpq"), 0, block,
               sentence, words);
    }
    const auto windows = cut_windows(words);
    uint32_t next = 0;
    for (size_t w = 0; w < windows.size(); ++w) {
      RC_ASSERT(windows[w].first_word == next);
      RC_ASSERT(windows[w].words() > 0U);
      RC_ASSERT(windows[w].pieces.size() <= kMaxPieces);
      RC_ASSERT(words.block[next] == words.block[windows[w].end_word() - 1]);
      RC_ASSERT(window_of(windows, next) == w);
      RC_ASSERT(window_of(windows, windows[w].end_word() - 1) == w);
      next = windows[w].end_word();
    }
    RC_ASSERT(next == words.size());
  }));
}
