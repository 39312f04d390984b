#include "syntax/syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "syntax/lemma.h"
#include "syntax/spans.h"
#include "syntax/trees.h"

namespace onrecord::syntax {
namespace {

std::optional<uint8_t> number_of(const std::vector<std::string>& labels, std::string_view label) {
  const auto found = std::find(labels.begin(), labels.end(), label);
  if (found == labels.end()) return std::nullopt;
  return static_cast<uint8_t>(found - labels.begin());
}

// Words [first, end) of a window that belong to one sentence.
struct Stretch {
  uint32_t first = 0, end = 0;
};

std::vector<Stretch> sentences_in(const encoder::Window& window, const text::Tokens& tokens) {
  std::vector<Stretch> out;
  const auto words = static_cast<uint32_t>(window.words());
  for (uint32_t word = 0; word < words; ++word) {
    const uint32_t sentence = tokens.sentence[window.first_word + word];
    if (word == 0 || sentence != tokens.sentence[window.first_word + word - 1]) out.push_back({word, word});
    out.back().end = word + 1;
  }
  return out;
}

// Heads in words of the window + 1, 0 = root.
void find_heads(const encoder::Encoded& encoded, Stretch sentence, std::vector<uint32_t>& heads) {
  const size_t columns = size_t{encoded.words} + 1;
  const uint32_t words = sentence.end - sentence.first;
  std::vector<float> scores;
  scores.reserve(size_t{words} * (words + 1));
  for (uint32_t word = sentence.first; word < sentence.end; ++word) {
    const float* row = encoded.arcs.data() + word * columns;
    scores.push_back(row[0]);
    scores.insert(scores.end(), row + sentence.first + 1, row + sentence.end + 1);
  }
  for (const uint32_t head : best_tree(scores, words)) heads.push_back(head == 0 ? 0 : head + sentence.first);
}

std::span<const float> rows(const std::vector<float>& matrix, uint32_t words, Stretch stretch) {
  const size_t columns = words == 0 ? 0 : matrix.size() / words;
  return std::span(matrix).subspan(stretch.first * columns, (stretch.end - stretch.first) * columns);
}

}  // namespace

struct Analyser::Parts {
  Lemmatiser lemmatiser;
  SpanDecoder names, mentions;
  std::vector<std::string> upos, xpos;
  std::optional<uint8_t> root, loose, none;  // numbers of relations

  void fill_relations(const EncodedDocument& document, const std::vector<std::vector<uint32_t>>& heads,
                      const std::vector<std::vector<uint8_t>>& relations, Syntax& out) const;
  void join_split_sentences(const text::Tokens& tokens, Syntax& out) const;
};

// A root's relation is root, and nobody else's.
void Analyser::Parts::fill_relations(const EncodedDocument& document, const std::vector<std::vector<uint32_t>>& heads,
                                     const std::vector<std::vector<uint8_t>>& relations, Syntax& out) const {
  for (size_t k = 0; k < heads.size(); ++k) {
    const uint32_t first = document.windows[k].first_word;
    for (size_t word = 0; word < heads[k].size(); ++word) {
      const uint32_t head = heads[k][word];
      uint8_t relation = relations[k][word];
      if (head == 0) {
        relation = root.value_or(relation);
      } else if (relation == root) {
        relation = none ? *none : loose.value_or(relation);
      }
      out.head.push_back(head == 0 ? kRoot : first + head - 1);
      out.relation.push_back(relation);
    }
  }
}

void Analyser::Parts::join_split_sentences(const text::Tokens& tokens, Syntax& out) const {
  uint32_t first_root = kRoot;
  for (uint32_t word = 0; word < out.head.size(); ++word) {
    if (word > 0 && tokens.sentence[word] != tokens.sentence[word - 1]) first_root = kRoot;
    if (out.head[word] != kRoot) continue;
    if (first_root == kRoot) {
      first_root = word;
    } else {
      out.head[word] = first_root;
      out.relation[word] = loose.value_or(out.relation[word]);
    }
  }
}

Analyser::Analyser(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Result<Analyser> Analyser::open(const encoder::Manifest& manifest, const std::string& lexicon) {
  auto lemmatiser = Lemmatiser::open(manifest.lemma_scripts, lexicon);
  if (!lemmatiser) return tl::unexpected(lemmatiser.error());
  auto names = SpanDecoder::make(manifest.names);
  if (!names) return tl::unexpected(names.error());
  auto mentions = SpanDecoder::make(manifest.mentions);
  if (!mentions) return tl::unexpected(mentions.error());
  return Analyser(std::unique_ptr<Parts>(new Parts{std::move(*lemmatiser), std::move(*names), std::move(*mentions),
                                                   manifest.upos, manifest.xpos, number_of(manifest.relations, "root"),
                                                   number_of(manifest.relations, "parataxis"),
                                                   number_of(manifest.relations, "dep")}));
}

encoder::WordInputs word_inputs(std::string_view text, const text::Tokens& tokens, const encoder::WordPieces& pieces) {
  encoder::WordInputs out;
  for (size_t word = 0; word < tokens.size(); ++word) {
    encoder::add_word(pieces, tokens.spans[word].in(text), static_cast<uint8_t>(tokens.quote[word]), tokens.block[word],
                      tokens.sentence[word], out);
  }
  return out;
}

Result<Syntax> Analyser::analyse(const EncodedDocument& document, encoder::Session& session) const {
  Syntax out;
  std::vector<std::vector<uint32_t>> heads(document.windows.size());
  for (size_t k = 0; k < document.windows.size(); ++k) {
    const encoder::Window& window = document.windows[k];
    const encoder::Encoded& encoded = document.encoded[k];
    out.upos.insert(out.upos.end(), encoded.upos.begin(), encoded.upos.end());
    out.xpos.insert(out.xpos.end(), encoded.xpos.begin(), encoded.xpos.end());
    for (const Stretch sentence : sentences_in(window, document.tokens)) {
      find_heads(encoded, sentence, heads[k]);
      const uint32_t first = window.first_word + sentence.first;
      parts_->names.decode(rows(encoded.names, encoded.words, sentence), first, out.entities);
      parts_->mentions.decode(rows(encoded.mentions, encoded.words, sentence), first, out.mentions);
    }
    for (uint32_t word = 0; word < encoded.words; ++word) {
      const std::string_view text = document.tokens.spans[window.first_word + word].in(document.text);
      out.lemma.push_back(parts_->lemmatiser.lemma(text, parts_->upos[encoded.upos[word]],
                                                   parts_->xpos[encoded.xpos[word]], encoded.lemma_script[word]));
    }
  }
  const auto relations = session.label_relations(document.encoded, heads);
  if (!relations) return tl::unexpected(relations.error());
  parts_->fill_relations(document, heads, *relations, out);
  parts_->join_split_sentences(document.tokens, out);
  return out;
}

}  // namespace onrecord::syntax
