#pragma once
// Small reports with hand-made syntax for the tests of actors and statements.
//
//   SmallReport report({"Ms/PROPN/2/nmod:desc Truss/PROPN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct"});
//
// One string a sentence, one word WORD/UPOS/HEAD/RELATION[/LEMMA]; heads count from 1 in the sentence, 0 = root. A
// string that begins with "¶ " opens a new block. Plural nouns and possessive marks get their XPOS from their form: a
// NOUN whose lemma differs from its lower-cased form is plural. Names are given as "TYPE first..last" word texts with
// name().

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "actors/grammar.h"
#include "encoder/manifest.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace onrecord::actors {

inline encoder::Manifest small_manifest() {
  encoder::Manifest manifest;
  manifest.upos = {"NOUN", "PROPN", "PRON",  "VERB", "AUX", "ADJ",   "ADV", "ADP",
                   "DET",  "CCONJ", "SCONJ", "PART", "NUM", "PUNCT", "X"};
  manifest.xpos = {"NN", "NNS", "POS"};
  manifest.relations = {"root",      "nsubj",     "obj",          "iobj",       "obl",   "obl:agent", "nmod",
                        "nmod:poss", "nmod:desc", "appos",        "compound",   "flat",  "amod",      "nummod",
                        "det",       "case",      "mark",         "aux",        "cop",   "conj",      "cc",
                        "acl:relcl", "acl",       "advcl",        "ccomp",      "xcomp", "parataxis", "advmod",
                        "expl",      "punct",     "compound:prt", "nsubj:pass", "dep"};
  manifest.acts = {"say",     "claim",    "deny", "admit",  "accuse",   "criticise", "praise",   "demand", "ask",
                   "promise", "threaten", "warn", "reject", "announce", "estimate",  "describe", "agree",  "think"};
  manifest.polarities = {"positive", "negative"};
  manifest.source_kinds = {"named", "office", "organisation", "collective", "unnamed", "document", "medium", "none"};
  manifest.confidence = {0, 1, 0, 0};  // the probability of the cue
  manifest.event_types = {"CONSULT", "AID", "ASSAULT", "RETREAT"};
  manifest.statuses = {"occurred", "ongoing", "future", "hypothetical", "negated"};
  manifest.news_roles = {"main", "consequence", "background", "history", "expectation", "comment"};
  manifest.modes = {"none", "CONSULT:visit", "ASSAULT:aerial", "RETREAT:withdraw"};
  manifest.cameo = {"042", "07", "190", "195", "087"};
  manifest.contexts = {"diplomatic", "military"};
  return manifest;
}

class SmallReport {
 public:
  explicit SmallReport(const std::vector<std::string>& sentences) : manifest(small_manifest()), grammar(manifest) {
    std::vector<Span> spans;
    std::vector<uint32_t> sentence_of_word;
    for (const std::string& line : sentences) add_sentence(line, spans, sentence_of_word);
    close_block();
    tokens = text::with_given_words(text, blocks, spans, sentence_of_word);
  }

  // The first words, from the n-th place on, that read so are a name of that type.
  SmallReport& name(std::string_view words, syntax::EntityType type, int nth = 0) {
    const WordRange range = find(words, nth);
    syntax.entities.push_back({range.first, range.end, type, 1});
    std::sort(syntax.entities.begin(), syntax.entities.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return *this;
  }

  [[nodiscard]] WordRange find(std::string_view words, int nth = 0) const {
    size_t at = text.find(words);
    while (nth-- > 0) at = text.find(words, at + 1);
    const Span place{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
    WordRange range{UINT32_MAX, 0};
    for (uint32_t word = 0; word < tokens.size(); ++word) {
      if (!place.overlaps(tokens.spans[word])) continue;
      range.first = std::min(range.first, word);
      range.end = word + 1;
    }
    return range;
  }

  [[nodiscard]] Tree tree() const { return {text, tokens, syntax, grammar}; }

  encoder::Manifest manifest;
  Grammar grammar;
  std::string text;
  std::vector<text::TextBlock> blocks;
  text::Tokens tokens;
  syntax::Syntax syntax;

 private:
  void close_block() {
    if (!text.empty()) blocks.push_back({{block_begin_, static_cast<uint32_t>(text.size())}, false});
  }

  void add_sentence(std::string_view line, std::vector<Span>& spans, std::vector<uint32_t>& sentence_of_word) {
    if (line.starts_with("¶ ")) {
      line.remove_prefix(std::string_view("¶ ").size());
      close_block();
      text += "\n\n";
      block_begin_ = static_cast<uint32_t>(text.size());
    }
    const auto first = static_cast<uint32_t>(spans.size());
    std::istringstream words{std::string(line)};
    for (std::string word; words >> word;) {
      std::vector<std::string> fields;
      std::istringstream parts(word);
      for (std::string part; std::getline(parts, part, '/');) fields.push_back(part);
      add_word(fields, first, spans);
      sentence_of_word.push_back(sentences_);
    }
    ++sentences_;
  }

  void add_word(const std::vector<std::string>& fields, uint32_t first, std::vector<Span>& spans) {
    const std::string& form = fields.at(0);
    const bool closes =
        form == "." || form == "," || form == ":" || form == "’s" || form == "'s" || form == "”" || form == "?";
    const bool opens = !text.empty() && text.ends_with("“");
    if (!text.empty() && !closes && !opens && text.back() != '\n') text += ' ';
    spans.push_back({static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + form.size())});
    text += form;
    std::string lower = form;
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const std::string lemma = fields.size() > 4 ? fields[4] : lower;
    syntax.upos.push_back(number(manifest.upos, fields.at(1)));
    const bool plural = (fields[1] == "NOUN" || fields[1] == "PROPN") && lemma != lower;
    syntax.xpos.push_back(form == "’s" || form == "'s" ? 2 : plural ? 1 : 0);
    syntax.relation.push_back(number(manifest.relations, fields.at(3)));
    syntax.lemma.push_back(lemma);
    const auto head = static_cast<uint32_t>(std::stoul(fields.at(2)));
    syntax.head.push_back(head == 0 ? syntax::kRoot : first + head - 1);
  }

  static uint8_t number(const std::vector<std::string>& labels, const std::string& label) {
    return static_cast<uint8_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
  }

  uint32_t block_begin_ = 0;
  uint32_t sentences_ = 0;
};

}  // namespace onrecord::actors
