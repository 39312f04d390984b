// What the network is asked about the mentions of documents with given words, for train.py:
//
//     coreference_pairs MODEL FOLDER < gold.conllu
//
// Writes FOLDER/documents.jsonl, one line a document: {"mentions": [[first, end, head, word above the head or -1], …]
// in words of the document, "stretches": [{"rows": [mention, …], "pairs": number of pairs}, …]}. Beside it the numbers
// of all stretches one after another, as the graph takes them: vectors.f32, mention_classes.i32, anaphor.i32,
// antecedent.i32, pair_classes.i32.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "coreference/coreference.h"
#include "encoder/windows.h"
#include "engine/opened_model.h"
#include "export/conllu.h"

namespace {

using namespace onrecord;

class Files {
 public:
  explicit Files(const std::string& folder)
      : documents_(folder + "/documents.jsonl"),
        vectors_(folder + "/vectors.f32"),
        mention_classes_(folder + "/mention_classes.i32"),
        anaphor_(folder + "/anaphor.i32"),
        antecedent_(folder + "/antecedent.i32"),
        pair_classes_(folder + "/pair_classes.i32") {}

  void write(const actors::Tree& tree, const std::vector<coreference::Described>& mentions,
             const coreference::WordVectors& vectors) {
    documents_ << "{\"mentions\":[";
    for (size_t k = 0; k < mentions.size(); ++k) {
      const WordRange words = mentions[k].mention.words;
      const uint32_t head = mentions[k].mention.head, above = tree.head(head);
      documents_ << (k == 0 ? "[" : ",[") << words.first << ',' << words.end << ',' << head << ','
                 << (above < tree.size() ? static_cast<int64_t>(above) : -1) << ']';
    }
    documents_ << "],\"stretches\":[";
    const auto count = static_cast<uint32_t>(mentions.size());
    for (uint32_t first = 0; first < count; first += coreference::kMentionsAtATime) {
      const uint32_t end = std::min(first + coreference::kMentionsAtATime, count);
      write_stretch(coreference::question(tree, mentions, coreference::pairs_of(tree, mentions, first, end), vectors),
                    first == 0);
    }
    documents_ << "]}\n";
  }

 private:
  void write_stretch(const coreference::Question& question, bool is_first) {
    documents_ << (is_first ? "{\"rows\":[" : ",{\"rows\":[");
    for (size_t k = 0; k < question.rows.size(); ++k) documents_ << (k == 0 ? "" : ",") << question.rows[k];
    documents_ << "],\"pairs\":" << question.pairs.anaphor.size() << '}';
    put(vectors_, question.pairs.vectors);
    put(mention_classes_, question.pairs.mention_classes);
    put(anaphor_, question.pairs.anaphor);
    put(antecedent_, question.pairs.antecedent);
    put(pair_classes_, question.pairs.pair_classes);
  }

  template <class T>
  static void put(std::ofstream& file, const std::vector<T>& values) {
    file.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
  }

  std::ofstream documents_, vectors_, mention_classes_, anaphor_, antecedent_, pair_classes_;
};

bool read(const engine::OpenedModel& model, const exports::ConlluDocument& document, encoder::Session& session,
          Files& files) {
  const encoder::Manifest& manifest = model.network.manifest();
  const actors::Grammar grammar(manifest);
  std::vector<text::TextBlock> blocks;
  for (const Span paragraph : document.paragraphs) blocks.push_back({paragraph, false});
  const text::Tokens tokens = text::with_given_words(document.text, blocks, document.words, document.sentence_of_word);
  const auto windows = encoder::cut_windows(syntax::word_inputs(document.text, tokens, model.pieces));
  const auto encoded = session.encode(windows);
  if (!encoded) return false;
  const auto syntax = model.analyser.analyse({document.text, tokens, windows, *encoded}, session);
  if (!syntax) return false;
  const actors::Tree tree(document.text, tokens, *syntax, grammar);
  const auto mentions = coreference::describe(tree, coreference::find_mentions(tree, manifest));
  files.write(tree, mentions, coreference::WordVectors(windows, *encoded, manifest.vector_size));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: coreference_pairs MODEL FOLDER < gold.conllu\n";
    return 2;
  }
  EngineOptions options;
  options.model_folder = argv[1];
  const auto model = engine::OpenedModel::open(options);
  if (!model) {
    std::cerr << model.error().text() << '\n';
    return 1;
  }
  const auto session = model->network.session();
  if (!session) return 1;
  Files files(argv[2]);
  exports::ConlluReader reader(std::cin, "standard input");
  for (auto document = reader.next(); document && *document; document = reader.next()) {
    if (!read(*model, **document, **session, files)) return 1;
  }
  return 0;
}
