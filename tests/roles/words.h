#pragma once
// Small documents for the tests of roles and of what reads them: text in which ¶ parts blocks and [[ ]] marks a block as an aside.

#include <string>
#include <string_view>
#include <vector>

#include "roles/word_sets.h"
#include "text/tokens.h"

namespace onrecord::roles {

struct SmallDocument {
  std::string text;
  std::vector<text::TextBlock> blocks;
  std::vector<uint8_t> asides;
  text::Tokens tokens;
  std::vector<uint8_t> meaningful;

  explicit SmallDocument(const std::vector<std::string>& paragraphs) {
    for (const std::string& paragraph : paragraphs) {
      if (!text.empty()) text += "\n\n";
      const bool aside = paragraph.starts_with("[[");
      const std::string words = aside ? paragraph.substr(2, paragraph.size() - 4) : paragraph;
      const auto begin = static_cast<uint32_t>(text.size());
      text += words;
      blocks.push_back({{begin, static_cast<uint32_t>(text.size())}, aside});
      asides.push_back(aside ? 1 : 0);
    }
    tokens = text::tokenise(text, blocks, 100000);
    meaningful = meaningful_words(text, tokens);
  }

  // The number of the n-th word that reads so.
  [[nodiscard]] uint32_t word(std::string_view wanted, int nth = 0) const {
    for (uint32_t at = 0; at < tokens.size(); ++at) {
      if (tokens.spans[at].in(text) == wanted && nth-- == 0) return at;
    }
    return UINT32_MAX;
  }

  // The meaningful words of the first place where the text reads so.
  [[nodiscard]] WordSet words(std::string_view wanted) const {
    const auto begin = static_cast<uint32_t>(text.find(wanted));
    const Span place{begin, begin + static_cast<uint32_t>(wanted.size())};
    WordSet found;
    for (uint32_t at = 0; at < tokens.size(); ++at) {
      if (meaningful[at] && place.contains(tokens.spans[at])) found.push_back(at);
    }
    return found;
  }

  [[nodiscard]] std::vector<std::string> spans(const WordSet& set) const {
    std::vector<std::string> out;
    for (const Span& span : join_words(set, text, tokens, meaningful)) out.emplace_back(span.in(text));
    return out;
  }
};

}  // namespace onrecord::roles
