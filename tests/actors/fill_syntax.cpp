// Writes the syntax parts of tests/cases/actors/references.case with a model:
//
//     fill_syntax MODEL DATA references.case
//
// One line a word: FORM, UPOS, XPOS, HEAD (from 1 in the sentence, 0 = root), RELATION, LEMMA, NAME (B-PERSON,
// I-PERSON, … or _), MENTION; a line "." ends a sentence.

#include <fstream>
#include <iostream>

#include "actors/case_file.h"
#include "engine/analysis.h"

namespace {

using namespace onrecord;

std::vector<std::string> bio(const std::vector<syntax::Entity>& entities, size_t words) {
  static constexpr std::array<std::string_view, 14> kTypes{"PERSON", "ORGANISATION", "GPE",      "LOCATION", "FACILITY",
                                                           "NORP",   "EVENT",        "WORK",     "PRODUCT",  "DATE",
                                                           "TIME",   "MONEY",        "QUANTITY", "NUMBER"};
  std::vector<std::string> labels(words, "_");
  for (const syntax::Entity& entity : entities) {
    for (uint32_t word = entity.first; word < entity.end; ++word) {
      labels[word] = word == entity.first ? "B-" : "I-";
      labels[word] += kTypes[static_cast<size_t>(entity.type)];
    }
  }
  return labels;
}

void fill(const engine::Parser& parser, actors::ReferenceCase& one) {
  const text::Tokens tokens = text::tokenise(one.text, one.blocks(), 10000);
  const auto syntax = parser.parse(one.text, tokens);
  if (!syntax) {
    std::cerr << syntax.error().text() << '\n';
    return;
  }
  const encoder::Manifest& manifest = parser.manifest();
  const std::vector<std::string> names = bio(syntax->entities, tokens.size());
  const std::vector<std::string> mentions = bio(syntax->mentions, tokens.size());
  one.syntax.clear();
  for (const text::Sentence& sentence : tokens.sentences) {
    for (uint32_t k = sentence.first_token; k < sentence.end_token; ++k) {
      const uint32_t head = syntax->head[k];
      std::string line(tokens.spans[k].in(one.text));
      line += ' ' + manifest.upos[syntax->upos[k]] + ' ' + manifest.xpos[syntax->xpos[k]] + ' ';
      line += head == syntax::kRoot ? "0" : std::to_string(head - sentence.first_token + 1);
      line +=
          ' ' + manifest.relations[syntax->relation[k]] + ' ' + syntax->lemma[k] + ' ' + names[k] + ' ' + mentions[k];
      one.syntax.push_back(line);
    }
    one.syntax.push_back(".");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: fill_syntax MODEL DATA CASES\n";
    return 2;
  }
  EngineOptions options;
  options.model_folder = argv[1];
  options.data_folder = argv[2];
  auto parser = engine::Parser::open(options);
  if (!parser) {
    std::cerr << parser.error().text() << '\n';
    return 1;
  }
  std::string header;
  std::vector<actors::ReferenceCase> cases = actors::read_cases(argv[3], header);
  std::ofstream out(argv[3]);
  out << header;
  for (size_t k = 0; k < cases.size(); ++k) {
    fill(*parser, cases[k]);
    out << (k == 0 ? "" : "\n") << "=== " << cases[k].name << '\n' << cases[k].text << "\n--- actors\n";
    for (const std::string& line : cases[k].actors) out << line << '\n';
    out << "--- syntax\n";
    for (const std::string& line : cases[k].syntax) out << line << '\n';
  }
  return 0;
}
