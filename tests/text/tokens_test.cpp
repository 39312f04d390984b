#include "text/tokens.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "text/characters.h"

namespace onrecord::text {
namespace {

// Text put together from the pieces that decisions hang on.
rc::Gen<std::string> any_text() {
  auto piece = rc::gen::element<std::string>(
      "Minister", "the", "said", "he", "U.S.", "Mr.", "J.", "p.m.", "etc.", "e-mail", "don't", "'tis", "'90s", "10km",
      "1,000.5", "3:30", "9/11", "https://example.org/a(b)", "press@example.org", "@handle", "#tag", "$5bn", "5'10\"",
      " ", " ", " ", " ", "\u00A0", "\u200B", ".", "?", "!", "...", "\u2026", ",", ";", ":", "-", "--", "\u2013",
      "\u2014", "(", ")", "[", "]", "\"", "\"", "'", "'", "''", "``", "\u201C", "\u201D", "\u2018", "\u2019", "\u201E",
      "\u00AB", "\u00BB", "\u0301", "\u200D", "\U0001F469", "\U0001F3FD", "\u0627\u0644", "\u6771\u4EAC", "\u3002", "%",
      "/", "&", "*", "_", "\\", "~", "\t");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& one : pieces) text += one;
    return text;
  });
}

struct Blocks {
  std::string text;
  std::vector<TextBlock> blocks;
};

Blocks any_blocks() {
  Blocks out;
  for (const std::string& paragraph : *rc::gen::container<std::vector<std::string>>(any_text())) {
    auto begin = static_cast<uint32_t>(out.text.size());
    out.text += paragraph;
    out.blocks.push_back({{begin, static_cast<uint32_t>(out.text.size())}, *rc::gen::arbitrary<bool>()});
    out.text += "\n\n";
  }
  return out;
}

TEST_CASE("words stand in order inside their blocks and cover every character but white space") {
  CHECK(rc::check([] {
    Blocks in = any_blocks();
    Tokens tokens = tokenise(in.text, in.blocks, UINT32_MAX);
    std::vector<bool> covered(in.text.size(), false);
    uint32_t end = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
      Span word = tokens.spans[i];
      RC_ASSERT(word.begin >= end);
      RC_ASSERT(!word.empty());
      RC_ASSERT(in.blocks[tokens.block[i]].span.contains(word));
      end = word.end;
      std::fill(covered.begin() + word.begin, covered.begin() + word.end, true);
    }
    for (const TextBlock& block : in.blocks) {
      for (uint32_t at = block.span.begin; at < block.span.end;) {
        Character c = character_at(in.text, at);
        RC_ASSERT(covered[at] == !c.is_space());
        at += c.length;
      }
    }
  }));
}

TEST_CASE("every word has a sentence, sentences follow one another and stay in their block") {
  CHECK(rc::check([] {
    Blocks in = any_blocks();
    Tokens tokens = tokenise(in.text, in.blocks, UINT32_MAX);
    RC_ASSERT(tokens.sentence.size() == tokens.size());
    RC_ASSERT(tokens.block.size() == tokens.size());
    RC_ASSERT(tokens.quote.size() == tokens.size());
    RC_ASSERT(tokens.quotation.size() == tokens.size());
    uint32_t next = 0;
    for (uint32_t s = 0; s < tokens.sentences.size(); ++s) {
      const Sentence& sentence = tokens.sentences[s];
      RC_ASSERT(sentence.first_token == next);
      RC_ASSERT(sentence.end_token > sentence.first_token);
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        RC_ASSERT(tokens.sentence[i] == s);
        RC_ASSERT(tokens.block[i] == sentence.block);
      }
      next = sentence.end_token;
    }
    RC_ASSERT(next == tokens.size());
  }));
}

TEST_CASE("a block alone has the words that it has among others") {
  CHECK(rc::check([] {
    Blocks in = any_blocks();
    Tokens together = tokenise(in.text, in.blocks, UINT32_MAX);
    std::vector<Span> alone;
    for (const TextBlock& block : in.blocks) {
      std::string text(block.span.in(in.text));
      TextBlock whole{{0, block.span.size()}, block.aside};
      for (Span word : tokenise(text, {&whole, 1}, UINT32_MAX).spans) {
        alone.push_back({word.begin + block.span.begin, word.end + block.span.begin});
      }
    }
    RC_ASSERT(together.spans == alone);
  }));
}

TEST_CASE("a state of no quotation has no number and the other way round; numbers begin at 1 and leave none out") {
  CHECK(rc::check([] {
    Blocks in = any_blocks();
    QuoteMap map = find_quotations(in.text, in.blocks);
    uint32_t last = 0;
    for (size_t at = 0; at < in.text.size(); ++at) {
      RC_ASSERT((map.state[at] == QuoteState::kOutside) == (map.quotation[at] == 0));
      RC_ASSERT(map.quotation[at] <= last + 1);
      last = std::max(last, map.quotation[at]);
    }
  }));
}

TEST_CASE("a quotation goes on behind an aside, and asides have numbers of their own") {
  CHECK(rc::check([] {
    Blocks in = any_blocks();
    QuoteMap map = find_quotations(in.text, in.blocks);
    std::vector<uint32_t> owner(in.text.size() + 1, UINT32_MAX);  // the last block that is no aside, by quotation
    for (uint32_t b = 0; b < in.blocks.size(); ++b) {
      for (uint32_t at = in.blocks[b].span.begin; at < in.blocks[b].span.end; ++at) {
        uint32_t number = map.quotation[at];
        if (number == 0) continue;
        uint32_t before = owner[number];
        if (before == UINT32_MAX || before == b) {
          owner[number] = b;
          continue;
        }
        RC_ASSERT(!in.blocks[b].aside);
        for (uint32_t between = before + 1; between < b; ++between) RC_ASSERT(in.blocks[between].aside);
        owner[number] = b;
      }
    }
  }));
}

TEST_CASE("words beyond the budget are left out") {
  CHECK(rc::check([] {
    Blocks in = any_blocks();
    Tokens all = tokenise(in.text, in.blocks, UINT32_MAX);
    auto budget = *rc::gen::inRange<uint32_t>(0, 20);
    Tokens some = tokenise(in.text, in.blocks, budget);
    RC_ASSERT(some.size() == std::min<size_t>(budget, all.size()));
    RC_ASSERT(std::equal(some.spans.begin(), some.spans.end(), all.spans.begin()));
  }));
}

TEST_CASE("given words keep their spans and sentences and get their block and quotation") {
  std::string text = "He said:\n\"We left.\"";
  std::vector<TextBlock> blocks = {{{0, 8}, false}, {{9, 19}, false}};
  std::vector<Span> words = {{0, 2}, {3, 8}, {9, 10}, {10, 12}, {13, 18}, {18, 19}};
  Tokens tokens = with_given_words(text, blocks, words, {0, 0, 1, 1, 1, 1});
  CHECK(tokens.spans == words);
  CHECK(tokens.block == std::vector<uint32_t>{0, 0, 1, 1, 1, 1});
  CHECK(tokens.quotation == std::vector<uint32_t>{0, 0, 1, 1, 1, 1});
  CHECK(tokens.quote.front() == QuoteState::kOutside);
  CHECK(tokens.quote[2] == QuoteState::kOpenMark);
  CHECK(tokens.quote[3] == QuoteState::kInside);
  CHECK(tokens.quote[5] == QuoteState::kCloseMark);
  REQUIRE(tokens.sentences.size() == 2);
  CHECK(tokens.sentences[1].first_token == 2);
  CHECK(tokens.sentences[1].end_token == 6);
  CHECK(tokens.sentences[1].block == 1);
}

TEST_CASE("a text without blocks and a block without words give nothing") {
  CHECK(tokenise("some words", {}, UINT32_MAX).size() == 0);
  TextBlock blank{{0, 3}, false};
  Tokens tokens = tokenise(" \t ", {&blank, 1}, UINT32_MAX);
  CHECK(tokens.size() == 0);
  CHECK(tokens.sentences.empty());
}

}  // namespace
}  // namespace onrecord::text
