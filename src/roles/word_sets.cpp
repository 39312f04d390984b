#include "roles/word_sets.h"

#include <algorithm>
#include <numeric>
#include <iterator>

#include "text/characters.h"

namespace onrecord::roles {
namespace {

bool is_currency(char32_t point) {
  return point == '$' || point == 0xA3 || point == 0xA5 || (point >= 0x20A0 && point <= 0x20CF);
}

// Grows a run of words over the punctuation around it.
class Joiner {
 public:
  Joiner(std::string_view text, const text::Tokens& tokens, const std::vector<uint8_t>& meaningful)
      : text_(text), tokens_(tokens), meaningful_(meaningful) {}

  [[nodiscard]] bool joins(uint32_t last, uint32_t next) const {
    if (tokens_.block[last] != tokens_.block[next]) return false;
    for (uint32_t word = last + 1; word < next; ++word) {
      if (meaningful_[word]) return false;
    }
    return true;
  }

  [[nodiscard]] Span span(WordRange run) const {
    run = {begin_with_marks(run.first), end_with_marks(run.end)};
    if (run.end < tokens_.size() && closes_bracket(run)) ++run.end;
    return {tokens_.spans[run.first].begin, tokens_.spans[run.end - 1].end};
  }

 private:
  // Where the quotation begins, if nothing but punctuation stands between: the opening mark then belongs to the span.
  [[nodiscard]] uint32_t begin_with_marks(uint32_t first) const {
    uint32_t begin = first;
    while (begin > 0 && !meaningful_[begin - 1] && same_quotation(begin - 1, first)) --begin;
    const bool reaches = begin == 0 || !same_quotation(begin - 1, first);
    return reaches ? begin : first;
  }

  [[nodiscard]] uint32_t end_with_marks(uint32_t end) const {
    const uint32_t last = end - 1;
    uint32_t further = end;
    while (further < tokens_.size() && !meaningful_[further] && same_quotation(further, last)) ++further;
    const bool reaches = further == tokens_.size() || !same_quotation(further, last);
    return reaches ? further : end;
  }

  [[nodiscard]] bool same_quotation(uint32_t a, uint32_t b) const {
    return tokens_.quotation[a] != 0 && tokens_.quotation[a] == tokens_.quotation[b] &&
           tokens_.block[a] == tokens_.block[b];
  }

  [[nodiscard]] std::string_view word(uint32_t at) const { return tokens_.spans[at].in(text_); }

  [[nodiscard]] bool closes_bracket(WordRange run) const {
    if (word(run.end) != ")") return false;
    for (uint32_t at = run.end; at-- > run.first;) {
      if (word(at) == ")") return false;
      if (word(at) == "(") return true;
    }
    return false;
  }

  std::string_view text_;
  const text::Tokens& tokens_;
  const std::vector<uint8_t>& meaningful_;
};

}  // namespace

bool is_meaningful(std::string_view word) {
  for (uint32_t at = 0; at < word.size();) {
    const text::Character character = text::character_at(word, at);
    if (character.is_word() || is_currency(character.code_point)) return true;
    at += std::max(character.length, 1U);
  }
  return word == "%" || word == "#" || word == "@" || word == "&";
}

std::vector<uint8_t> meaningful_words(std::string_view text, const text::Tokens& tokens) {
  std::vector<uint8_t> meaningful;
  meaningful.reserve(tokens.size());
  for (const Span& span : tokens.spans) meaningful.push_back(is_meaningful(span.in(text)) ? 1 : 0);
  return meaningful;
}

std::vector<Span> join_words(const WordSet& words, std::string_view text, const text::Tokens& tokens,
                             const std::vector<uint8_t>& meaningful) {
  const Joiner joiner(text, tokens, meaningful);
  std::vector<Span> spans;
  for (size_t k = 0; k < words.size();) {
    const uint32_t first = words[k];
    uint32_t last = first;
    for (++k; k < words.size() && joiner.joins(last, words[k]); ++k) last = words[k];
    spans.push_back(joiner.span({first, last + 1}));
  }
  return spans;
}

WordSet all_words(WordRange range) {
  WordSet words(range.size());
  std::iota(words.begin(), words.end(), range.first);
  return words;
}

WordSet words_in(WordRange range, const std::vector<uint8_t>& meaningful) {
  WordSet out;
  for (uint32_t word = range.first; word < range.end; ++word) {
    if (meaningful[word]) out.push_back(word);
  }
  return out;
}

bool contains(const WordSet& words, uint32_t word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool overlap(const WordSet& a, const WordSet& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t word) { return contains(b, word); });
}

WordSet without(const WordSet& a, const WordSet& b) {
  WordSet left;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(left));
  return left;
}

void add_words(WordSet& to, const WordSet& more) {
  if (more.empty()) return;
  if (to.empty() || to.back() < more.front()) {
    to.insert(to.end(), more.begin(), more.end());
  } else {
    to = united(to, more);
  }
}

WordSet united(const WordSet& a, const WordSet& b) {
  WordSet both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace onrecord::roles
