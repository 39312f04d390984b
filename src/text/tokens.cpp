#include "text/tokens.h"

#include <algorithm>

#include "text/sentences.h"
#include "text/words.h"

namespace onrecord::text {
namespace {

void add_quotes(const QuoteMap& quotes, Tokens& tokens) {
  tokens.quote.reserve(tokens.size());
  tokens.quotation.reserve(tokens.size());
  for (Span word : tokens.spans) {
    tokens.quote.push_back(quotes.state[word.begin]);
    tokens.quotation.push_back(quotes.quotation[word.begin]);
  }
}

void add_sentence(uint32_t first, uint32_t end, uint32_t block, Tokens& tokens) {
  if (first == end) return;
  tokens.sentence.insert(tokens.sentence.end(), end - first, static_cast<uint32_t>(tokens.sentences.size()));
  tokens.sentences.push_back({first, end, block});
}

}  // namespace

Tokens tokenise(std::string_view text, std::span<const TextBlock> blocks, uint32_t max_tokens) {
  Tokens tokens;
  tokens.spans.reserve(std::min<size_t>(text.size() / 5 + 16, max_tokens));
  QuoteMap quotes = find_quotations(text, blocks);
  std::vector<uint32_t> breaks;
  for (uint32_t b = 0; b < blocks.size(); ++b) {
    auto first = static_cast<uint32_t>(tokens.size());
    append_words(text, blocks[b].span, max_tokens, tokens.spans);
    auto end = static_cast<uint32_t>(tokens.size());
    tokens.block.insert(tokens.block.end(), end - first, b);
    breaks.clear();
    append_breaks(text, std::span(tokens.spans).subspan(first), quotes, breaks);
    uint32_t begin = first;
    for (uint32_t at : breaks) {
      add_sentence(begin, first + at, b, tokens);
      begin = first + at;
    }
    add_sentence(begin, end, b, tokens);
  }
  add_quotes(quotes, tokens);
  return tokens;
}

Tokens with_given_words(std::string_view text, std::span<const TextBlock> blocks, std::vector<Span> words,
                        const std::vector<uint32_t>& sentence_of_word) {
  Tokens tokens;
  tokens.spans = std::move(words);
  tokens.sentence = sentence_of_word;
  uint32_t block = 0;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    while (block + 1 < blocks.size() && blocks[block].span.end <= tokens.spans[i].begin) ++block;
    tokens.block.push_back(block);
    if (tokens.sentences.empty() || tokens.sentence[i] != tokens.sentence[i - 1]) {
      tokens.sentences.push_back({i, i, block});
    }
    tokens.sentences.back().end_token = i + 1;
  }
  add_quotes(find_quotations(text, blocks), tokens);
  return tokens;
}

}  // namespace onrecord::text
