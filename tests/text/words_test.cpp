#include <doctest/doctest.h>

#include "text/case_file.h"
#include "text/tokens.h"

namespace onrecord::text {
namespace {

// One block a line.
std::vector<TextBlock> blocks_of(const std::vector<std::string>& lines) {
  std::vector<TextBlock> blocks;
  uint32_t at = 0;
  for (const std::string& line : lines) {
    auto end = at + static_cast<uint32_t>(line.size());
    blocks.push_back({{at, end}, false});
    at = end + 1;
  }
  return blocks;
}

std::vector<std::string> sentences(const test::Case& one, const std::string& between) {
  std::string text = test::joined(one.input, "\n");
  Tokens tokens = tokenise(text, blocks_of(one.input), UINT32_MAX);
  std::vector<std::string> out;
  for (const Sentence& sentence : tokens.sentences) {
    std::vector<std::string> words;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) words.emplace_back(tokens.spans[i].in(text));
    out.push_back(test::joined(words, between));
  }
  return out;
}

TEST_CASE("words are cut as the case file says") {
  for (const test::Case& one : test::read_cases("words.case")) {
    CAPTURE(one.where);
    CHECK(test::joined(sentences(one, "|"), "\n") == test::joined(one.expected, "\n"));
  }
}

TEST_CASE("sentences end as the case file says") {
  for (const test::Case& one : test::read_cases("sentences.case")) {
    CAPTURE(one.where);
    CHECK(test::joined(sentences(one, " "), "\n") == test::joined(one.expected, "\n"));
  }
}

}  // namespace
}  // namespace onrecord::text
