#include "roles/features.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "roles/words.h"

namespace onrecord::roles {
namespace {

struct Features {
  WordRange read;
  std::vector<int32_t> values;
  [[nodiscard]] int32_t at(size_t feature, uint32_t word) const {
    return values[feature * read.size() + (word - read.first)];
  }
};

Features features_of(const text::Tokens& tokens, const syntax::Syntax& syntax, WordRange window,
                     const std::vector<Anchor>& cues, size_t which) {
  return {words_read(cues[which].words, window), anchor_features(tokens, syntax, window, cues, which)};
}

// With every word on the first of its sentence.
Features features_of(const text::Tokens& tokens, WordRange window, const std::vector<Anchor>& cues, size_t which) {
  syntax::Syntax syntax;
  for (const text::Sentence& sentence : tokens.sentences) {
    for (uint32_t word = sentence.first_token; word < sentence.end_token; ++word) {
      syntax.head.push_back(word == sentence.first_token ? syntax::kRoot : sentence.first_token);
      syntax.relation.push_back(0);
    }
  }
  return features_of(tokens, syntax, window, cues, which);
}

// A plain document of so many words, one sentence, one block, no quotation.
text::Tokens plain_words(uint32_t count) {
  text::Tokens tokens;
  for (uint32_t k = 0; k < count; ++k) {
    tokens.spans.push_back({2 * k, 2 * k + 1});
    tokens.sentence.push_back(0);
    tokens.block.push_back(0);
    tokens.quote.push_back(text::QuoteState::kOutside);
    tokens.quotation.push_back(0);
  }
  tokens.sentences.push_back({0, count, 0});
  return tokens;
}

TEST_CASE("a cue reads 64 words to each side, inside its window") {
  CHECK(words_read({100, 102}, {0, 300}) == WordRange{36, 166});
  CHECK(words_read({100, 102}, {90, 120}) == WordRange{90, 120});
  CHECK(words_read({0, 1}, {0, 1}) == WordRange{0, 1});
}

TEST_CASE("distance counts from the near end of the cue, in buckets that grow") {
  const text::Tokens tokens = plain_words(200);
  const std::vector<Anchor> cues = {{{80, 82}, 1}};
  const Features f = features_of(tokens, {0, 200}, cues, 0);
  CHECK(f.at(0, 80) == 22);
  CHECK(f.at(0, 81) == 22);
  CHECK(f.at(0, 79) == 21);
  CHECK(f.at(0, 82) == 23);
  CHECK(f.at(0, 72) == 14);  // 8 words left
  CHECK(f.at(0, 89) == 30);  // 8 words right
  CHECK(f.at(0, 90) == 30);  // 9 = 8 + floor(4 log2(9/8)) = 8 + 0
  CHECK(f.at(0, 91) == 31);  // 10: 4 log2(10/8) = 1.29
  CHECK(f.at(0, 97) == 34);  // 16: 4 log2(2) = 4
  CHECK(f.at(0, 96) == 33);  // 15: 3.63
  CHECK(f.at(0, 16) == 2);   // 64 left: 8 + 12 = 20
}

TEST_CASE("the distance buckets are those of the formula for every distance") {
  const text::Tokens tokens = plain_words(140);
  const std::vector<Anchor> cues = {{{0, 1}, 1}};
  const Features f = features_of(tokens, {0, 140}, cues, 0);
  for (uint32_t word = 1; word < f.read.end; ++word) {
    const double d = word;
    const int expected =
        d <= 8 ? static_cast<int>(d) : std::min(8 + static_cast<int>(std::floor(4 * std::log2(d / 8) + 1e-9)), 22);
    CHECK(f.at(0, word) == 22 + expected);
  }
}

TEST_CASE("sentences and blocks are counted from the cue's and clipped") {
  const SmallDocument doc({"One. Two. Three. Four. Five. Six said. Seven."});
  const uint32_t said = doc.word("said");
  const std::vector<Anchor> cues = {{{said, said + 1}, 1}};
  const Features f = features_of(doc.tokens, {0, static_cast<uint32_t>(doc.tokens.size())}, cues, 0);
  CHECK(f.at(1, doc.word("One")) == 0);  // 5 before, clipped to 4
  CHECK(f.at(1, doc.word("Two")) == 0);
  CHECK(f.at(1, doc.word("Five")) == 3);
  CHECK(f.at(1, said) == 4);
  CHECK(f.at(1, doc.word("Seven")) == 5);
  CHECK(f.at(2, said) == 3);
}

TEST_CASE("quotations are counted from the last one that opened before a cue outside quotations") {
  const SmallDocument doc({"“We won,” she said, “and they lost.” “Both cheated.”"});
  const uint32_t said = doc.word("said");
  const std::vector<Anchor> cues = {{{said, said + 1}, 1}};
  const Features f = features_of(doc.tokens, {0, static_cast<uint32_t>(doc.tokens.size())}, cues, 0);
  CHECK(f.at(3, doc.word("“")) == 2 * 7 + 3);  // opening mark of the quotation counted from
  CHECK(f.at(3, doc.word("won")) == 1 * 7 + 3);
  CHECK(f.at(3, said) == 0 * 7 + 3);
  CHECK(f.at(3, doc.word("lost")) == 1 * 7 + 4);  // the next quotation
  CHECK(f.at(3, doc.word("cheated")) == 1 * 7 + 5);
}

TEST_CASE("for a cue inside a quotation all words are counted from that quotation") {
  const SmallDocument doc({"He read it out. “They said no,” he added."});
  const uint32_t said = doc.word("said");
  const std::vector<Anchor> cues = {{{said, said + 1}, 1}};
  const Features f = features_of(doc.tokens, {0, static_cast<uint32_t>(doc.tokens.size())}, cues, 0);
  CHECK(f.at(3, doc.word("They")) == 1 * 7 + 3);
  CHECK(f.at(3, doc.word("read")) == 0 * 7 + 2);  // 0 - 1
}

TEST_CASE("other cues are marked, and counted between a word and the cue") {
  const text::Tokens tokens = plain_words(20);
  const std::vector<Anchor> cues = {{{2, 3}, 1}, {{8, 10}, 1}, {{12, 13}, 1}, {{15, 16}, 1}};
  const Features f = features_of(tokens, {0, 20}, cues, 1);
  CHECK(f.at(4, 8) == 2);
  CHECK(f.at(4, 9) == 2);
  CHECK(f.at(4, 2) == 1);
  CHECK(f.at(4, 12) == 1);
  CHECK(f.at(4, 3) == 0);
  CHECK(f.at(5, 1) == 2);  // one cue between, to the left
  CHECK(f.at(5, 2) == 2);  // the other cue's own word counts it
  CHECK(f.at(5, 3) == 3);
  CHECK(f.at(5, 11) == 3);
  CHECK(f.at(5, 12) == 4);
  CHECK(f.at(5, 19) == 5);
}

TEST_CASE("candidates that are likelier no cues do not count") {
  const text::Tokens tokens = plain_words(20);
  const Features f = features_of(tokens, {0, 20}, {{{2, 3}, 0.4F}, {{8, 9}, 1}}, 1);
  CHECK(f.at(4, 2) == 0);
  CHECK(f.at(5, 1) == 3);
}

TEST_CASE("cues out of reach do not count") {
  const text::Tokens tokens = plain_words(200);
  const std::vector<Anchor> cues = {{{0, 1}, 1}, {{100, 101}, 1}};
  const Features f = features_of(tokens, {0, 200}, cues, 1);
  for (uint32_t word = f.read.first; word < 100; ++word) CHECK(f.at(5, word) == 3);
}

TEST_CASE("the way through the tree: steps up from the cue, then the relation of the first word down") {
  // 0 "Police"  1 "believe"  2 "she"  3 "has"  4 "said"  5 "that"  6 "they"  7 "lied"  8 "."
  const text::Tokens tokens = plain_words(9);
  syntax::Syntax syntax;
  syntax.head = {1, syntax::kRoot, 4, 4, 1, 7, 7, 4, 1};
  syntax.relation = {10, 0, 10, 11, 12, 13, 10, 12, 14};
  const std::vector<Anchor> cues = {{{4, 5}, 1}};
  const Features f = features_of(tokens, syntax, {0, 9}, cues, 0);
  CHECK(f.at(6, 4) == 1);            // the cue
  CHECK(f.at(6, 2) == 2 + 10);       // its subject
  CHECK(f.at(6, 7) == 2 + 12);       // its clause,
  CHECK(f.at(6, 5) == 2 + 12);       // with all in it
  CHECK(f.at(6, 1) == 64 + 1);       // the verb above
  CHECK(f.at(6, 0) == 64 + 2 + 10);  // and what hangs on that
  CHECK(f.at(6, 8) == 64 + 2 + 14);
}

TEST_CASE("the way from a cue of several words starts at the one that the others hang on; steps up end at three") {
  // A chain: each word on the one before, the cue at its end.
  const text::Tokens tokens = plain_words(8);
  syntax::Syntax syntax;
  syntax.head = {syntax::kRoot, 0, 1, 2, 3, 4, 5, 4};
  syntax.relation = {0, 1, 2, 3, 4, 5, 6, 7};
  const std::vector<Anchor> cues = {{{5, 7}, 1}};
  const Features f = features_of(tokens, syntax, {0, 8}, cues, 0);
  CHECK(f.at(6, 5) == 1);
  CHECK(f.at(6, 6) == 1);
  CHECK(f.at(6, 4) == 64 + 1);
  CHECK(f.at(6, 7) == 64 + 2 + 7);
  CHECK(f.at(6, 3) == 2 * 64 + 1);
  CHECK(f.at(6, 2) == 3 * 64 + 1);
  CHECK(f.at(6, 0) == 3 * 64 + 1);
}

TEST_CASE("words of other sentences have no way") {
  const SmallDocument doc({"One. Two said. Three."});
  const uint32_t said = doc.word("said");
  const Features f = features_of(doc.tokens, {0, static_cast<uint32_t>(doc.tokens.size())}, {{{said, said + 1}, 1}}, 0);
  CHECK(f.at(6, doc.word("One")) == 0);
  CHECK(f.at(6, doc.word("Three")) == 0);
  CHECK(f.at(6, said) == 1);
}

}  // namespace
}  // namespace onrecord::roles
