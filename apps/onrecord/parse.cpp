#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "engine/analysis.h"
#include "export/conllu.h"
#include "in_order.h"
#include "inputs.h"
#include "manual.h"
#include "output.h"
#include "program.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Reads reports as `onrecord read` does and writes what the engine sees of their language, as CoNLL-U: words, tags "
    "(UPOS, XPOS), lemmas and dependency trees of Universal Dependencies; names and noun phrases that refer stand in "
    "the last column as Name=B-PERSON, Mention=I-Organisation.\n"
    "\n"
    "With --given-words the input is CoNLL-U: its words, sentences, paragraphs and comments are kept and the "
    "annotation "
    "is replaced. That is how the heads are measured on treebanks.";

constexpr char kMore[] = R"(EXIT STATUS
    as for `onrecord read`

EXAMPLES
    onrecord parse report.txt
        the report word by word
    onrecord parse --coreference report.txt
        and which of its noun phrases and pronouns mean the same
    onrecord parse --given-words gold.conllu > ours.conllu
        our annotation of the treebank's words
)";

struct ParseOptions {
  EngineSettings engine;
  std::vector<std::string> inputs;
  std::string output;
  bool given_words = false;
  bool coreference = false;
};

// A document with given words, or a report as it came.
struct Piece {
  std::optional<exports::ConlluDocument> given;
  std::optional<Input> report;
  std::optional<Error> error;
};

struct Done {
  std::string conllu;
  std::optional<Error> error;
};

// The documents of all files with given words, one after another.
class GivenWords {
 public:
  explicit GivenWords(const std::vector<std::string>& paths) : paths_(paths) {}

  bool next(Piece& piece) {
    while (true) {
      if (!reader_ && !open_next(piece)) return piece.error.has_value();
      auto document = reader_->next();
      if (document && *document) {
        piece.given = std::move(**document);
        return true;
      }
      if (!document) piece.error = std::move(document.error());
      reader_.reset();
      if (piece.error) return true;
    }
  }

 private:
  // False at the end, and for a file that cannot be read, which then is the piece's error.
  bool open_next(Piece& piece) {
    if (next_path_ == paths_.size()) return false;
    const std::string& path = paths_[next_path_++];
    if (path == "-") {
      reader_.emplace(std::cin, path);
      return true;
    }
    file_ = std::ifstream(path, std::ios::binary);
    if (!file_ || file_.peek() == std::ifstream::traits_type::eof()) {
      piece.error = Error{Code::kInputUnreadable, "cannot be read or is empty; give a file of CoNLL-U", path};
      return false;
    }
    reader_.emplace(file_, path);
    return true;
  }

  const std::vector<std::string>& paths_;
  size_t next_path_ = 0;
  std::ifstream file_;
  std::optional<exports::ConlluReader> reader_;
};

Done annotate(const engine::Parser& parser, const exports::ConlluDocument& document) {
  std::vector<text::TextBlock> blocks;
  for (const Span paragraph : document.paragraphs) blocks.push_back({paragraph, false});
  const text::Tokens tokens = text::with_given_words(document.text, blocks, document.words, document.sentence_of_word);
  const auto analysis = parser.parse(document.text, tokens);
  if (!analysis) return {"", analysis.error()};
  Done done;
  exports::append_conllu(document, analysis->syntax, analysis->chains, parser.manifest(), done.conllu);
  return done;
}

Done annotate(const engine::Parser& parser, const Input& input) {
  auto parsed = parser.parse(input);
  if (!parsed) return {"", parsed.error()};
  Done done;
  const auto document = exports::conllu_of(parsed->id, std::move(parsed->text), parsed->tokens);
  exports::append_conllu(document, parsed->analysis.syntax, parsed->analysis.chains, parser.manifest(), done.conllu);
  return done;
}

Done annotate(const engine::Parser& parser, Piece piece) {
  try {
    if (piece.given) return annotate(parser, *piece.given);
    if (piece.report) return annotate(parser, *piece.report);
    return {"", std::move(piece.error)};
  } catch (const std::exception& failure) {
    return {"", Error{Code::kInternal, fmt::format("{}; please report this", failure.what()),
                      piece.report ? piece.report->id : ""}};
  }
}

int parse_all(const engine::Parser& parser, const ParseOptions& options, const Source& source, Output& output,
              spdlog::logger& log) {
  GivenWords given(options.inputs);
  int status = kFine;
  OrderedWork<Piece, Done> work;
  work.threads = threads_to_use(options.engine);
  work.max_bytes = 64 << 20;
  work.next = [&](Piece& piece) {
    if (options.given_words) return given.next(piece);
    auto item = source();
    if (!item) return false;
    if (*item) {
      piece.report = std::move(**item);
    } else {
      piece.error = std::move(item->error());
    }
    return true;
  };
  work.bytes = [](const Piece& piece) {
    return piece.given ? piece.given->text.size() : piece.report ? piece.report->bytes.size() : 0;
  };
  work.work = [&](Piece piece) { return annotate(parser, std::move(piece)); };
  work.take = [&](Done done) {
    if (done.error) {
      log.error("{}", done.error->text());
      status = kSomeFailed;
    }
    if (const auto written = output.write(done.conllu); !written) {
      log.error("{}", written.error().text());
      status = kNotDone;
      return false;
    }
    return !output.closed();
  };
  if (!run_in_order(std::move(work))) std::_Exit(status);  // the reader's thread may still wait for its input
  if (const auto closed = output.close(); !closed) {
    log.error("{}", closed.error().text());
    return kNotDone;
  }
  return status;
}

int run_parse(const ParseOptions& options, spdlog::logger& log) {
  const auto stop = [&](const Error& error) {
    log.error("{}", error.text());
    return kNotDone;
  };
  const auto opened_with = engine_options(options.engine);
  if (!opened_with) return stop(opened_with.error());
  const auto parser = engine::Parser::open(*opened_with, options.coreference);
  if (!parser) return stop(parser.error());
  if (const auto read = names_an_input(options.output, options.inputs)) return stop(*read);
  auto output = Output::open(options.output);
  if (!output) return stop(output.error());
  const Source source =
      options.given_words ? Source{} : open_inputs(options.inputs, {}, opened_with->budget, options.output);
  return parse_all(*parser, options, source, *output, log);
}

}  // namespace

void add_parse(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand("parse", "write words, tags, trees and names as CoNLL-U");
  set_manual(*command, {"onrecord parse [OPTION]... INPUT...\nonrecord parse --given-words [OPTION]... INPUT...",
                        kDescription, kMore});
  auto options = std::make_shared<ParseOptions>();
  command
      ->add_option("INPUT", options->inputs,
                   "As for `onrecord read`; with --given-words files of CoNLL-U, or - for standard input.")
      ->required()
      ->type_name("");
  command->add_flag("--given-words", options->given_words,
                    "The input is CoNLL-U: keep its words, replace the annotation.");
  command->add_flag("--coreference", options->coreference,
                    "Also tell which mentions mean the same: Entity=(e1 … e1) in the last column, as in CorefUD.");
  command->add_option("-o,--output", options->output, "Write to this file instead of standard output.")
      ->type_name("FILE");
  add_engine_options(*command, options->engine);
  command->callback(
      [options, &chosen] { chosen = [options](spdlog::logger& log) { return run_parse(*options, log); }; });
}

}  // namespace onrecord::app
