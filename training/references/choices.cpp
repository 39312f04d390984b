// Names the choices between antecedents that the program meets in reports, for train.py:
//
//     reference_choices MODEL DATA REPORT.txt… > choices.jsonl
//
// One line a choice: {"report", "class", "span": [begin, end] of the anaphor, "options": [{"mentions": [[begin, end],
// …], "features": […]}, …]}. Offsets are code points. A first line names the features.

#include <iostream>
#include <string>
#include <vector>

#include "actors/references.h"
#include "base/file.h"
#include "engine/analysis.h"
#include "ingest/ingest.h"
#include "text/utf8.h"

namespace {

using namespace onrecord;

constexpr uint64_t kMostBytes = 1 << 24;

void print_names() {
  std::cout << "{\"features\":[";
  for (size_t k = 0; k < actors::kReferenceFeatures; ++k)
    std::cout << (k == 0 ? "\"" : ",\"") << actors::feature_name(k) << '"';
  std::cout << "]}\n";
}

class Printer {
 public:
  Printer(std::string report, std::string_view text, const text::Tokens& tokens)
      : report_(std::move(report)), code_points_(text), tokens_(tokens) {}

  void print(const actors::Members& members, size_t candidate, actors::AnaphorClass anaphor,
             const std::vector<actors::Option>& options) const {
    std::cout << "{\"report\":\"" << report_ << "\",\"class\":\"" << actors::class_name(anaphor) << "\",\"span\":";
    print_span(members.candidates[candidate].words);
    std::cout << ",\"options\":[";
    for (size_t k = 0; k < options.size(); ++k) {
      std::cout << (k == 0 ? "{\"mentions\":[" : ",{\"mentions\":[");
      bool first = true;
      for (const auto& mention : members.cast.members[options[k].member].mentions) {
        if (!first) std::cout << ',';
        print_span(mention.words);
        first = false;
      }
      std::cout << "],\"features\":[";
      for (size_t f = 0; f < actors::kReferenceFeatures; ++f)
        std::cout << (f == 0 ? "" : ",") << options[k].features[f];
      std::cout << "]}";
    }
    std::cout << "]}\n";
  }

 private:
  void print_span(WordRange words) const {
    std::cout << '[' << code_points_.at(tokens_.spans[words.first].begin) << ','
              << code_points_.at(tokens_.spans[words.end - 1].end) << ']';
  }

  std::string report_;
  text::CodePoints code_points_;
  const text::Tokens& tokens_;
};

Result<void> print_choices(const engine::Parser& parser, const actors::Grammar& grammar,
                           const actors::ReferenceTables& tables, const std::string& path) {
  auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  Input input;
  input.bytes = std::move(*bytes);
  input.format = Format::kText;
  auto document = ingest::read(input, Budget());
  if (!document) return tl::unexpected(document.error());
  auto parsed = parser.parse(input);
  if (!parsed) return tl::unexpected(parsed.error());
  std::vector<BlockKind> kinds;
  for (const ingest::Block& block : document->blocks) kinds.push_back(block.kind);
  const std::string name = path.substr(path.rfind('/') + 1);
  const Printer printer(name.substr(0, name.rfind('.')), parsed->text, parsed->tokens);
  const actors::ChoiceObserver observer = [&](const auto& members, size_t candidate, actors::AnaphorClass anaphor,
                                              const auto& options) {
    printer.print(members, candidate, anaphor, options);
  };
  const actors::Tree tree(parsed->text, parsed->tokens, parsed->syntax, grammar);
  const actors::Cast cast = actors::find_cast(tree, tables, kinds, &observer);
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: reference_choices MODEL DATA REPORT.txt…\n";
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
  const actors::Grammar grammar(parser->manifest());
  const actors::ReferenceTables tables;
  print_names();
  for (int k = 3; k < argc; ++k) {
    if (const auto done = print_choices(*parser, grammar, tables, argv[k]); !done)
      std::cerr << argv[k] << ": " << done.error().text() << '\n';
  }
  return 0;
}
