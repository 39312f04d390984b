// Reads JSON Lines {"text", "sentences": [begin, …]} (code points), the gold of training/sentences/train.py. Writes,
// for every gap where a sentence might end: 1 or 0, then its features, all separated by tabs; one empty line a text.

#include <algorithm>
#include <iostream>
#include <string>
#include <unordered_set>
#include <vector>

#include <simdjson.h>

#include "text/sentence_features.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/words.h"

namespace {

using namespace onrecord;

std::vector<text::TextBlock> line_blocks(std::string_view text) {
  std::vector<text::TextBlock> blocks;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) blocks.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, false});
    at = end + 1;
  }
  return blocks;
}

void write_gaps(std::string_view text, const std::unordered_set<uint32_t>& begins) {
  std::vector<text::TextBlock> blocks = line_blocks(text);
  text::QuoteMap quotes = text::find_quotations(text, blocks);
  text::CodePoints points(text);
  for (const text::TextBlock& block : blocks) {
    std::vector<Span> words;
    text::append_words(text, block.span, SIZE_MAX, words);
    text::SentenceFeatures features(text, words, quotes);
    size_t begin = 0;
    for (size_t word = 1; word < words.size(); ++word) {
      bool ends = begins.contains(points.at(words[word].begin));
      if (features.is_candidate(word)) {
        std::cout << (ends ? '1' : '0');
        features.visit(word, begin,
                       [](text::FeatureName name, const text::FeatureValue& first, const text::FeatureValue& second) {
                         std::cout << '\t' << name.text << '\x1f' << first.view() << '\x1f' << second.view();
                       });
        std::cout << '\n';
      }
      if (ends) begin = word;
    }
  }
  std::cout << '\n';
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  simdjson::dom::parser parser;
  std::string line;
  while (std::getline(std::cin, line)) {
    simdjson::dom::element object = parser.parse(line);
    std::unordered_set<uint32_t> begins;
    for (uint64_t begin : object["sentences"].get_array()) begins.insert(static_cast<uint32_t>(begin));
    write_gaps(std::string_view(object["text"]), begins);
  }
}
