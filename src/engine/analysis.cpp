#include "engine/analysis.h"

#include <optional>
#include <utility>
#include <vector>

#include "encoder/windows.h"
#include "engine/opened_model.h"
#include "engine/session_pool.h"
#include "ingest/ingest.h"

namespace onrecord::engine {

struct Parser::Parts {
  Parts(OpenedModel opened, const Budget& limits)
      : network(std::move(opened.network)),
        pieces(std::move(opened.pieces)),
        analyser(std::move(opened.analyser)),
        grammar(network.manifest()),
        budget(limits),
        sessions(network) {}

  encoder::Network network;
  encoder::WordPieces pieces;
  syntax::Analyser analyser;
  actors::Grammar grammar;
  std::optional<encoder::PairScorer> scorer;
  Budget budget;
  SessionPool sessions;
};

Result<Parser> Parser::open(const EngineOptions& options, bool with_chains) {
  auto model = OpenedModel::open(options);
  if (!model) return tl::unexpected(model.error());
  auto parts = std::make_unique<Parts>(std::move(*model), options.budget);
  if (with_chains) {
    auto scorer = encoder::PairScorer::open(options.model_folder, parts->network.manifest().vector_size);
    if (!scorer) return tl::unexpected(scorer.error());
    parts->scorer = std::move(*scorer);
  }
  return Parser(std::move(parts));
}

Parser::Parser(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parsed> Parser::parse(const Input& input) const {
  auto document = ingest::read(input, parts_->budget);
  if (!document) return tl::unexpected(document.error());
  std::vector<text::TextBlock> blocks;
  for (const ingest::Block& block : document->blocks) blocks.push_back({block.span, ingest::is_aside(block.kind)});
  Parsed parsed;
  parsed.tokens = text::tokenise(document->text, blocks, parts_->budget.max_tokens);
  auto analysis = parse(document->text, parsed.tokens);
  if (!analysis) {
    Error error = analysis.error();
    if (error.input.empty()) error.input = document->id;
    return tl::unexpected(std::move(error));
  }
  parsed.analysis = std::move(*analysis);
  parsed.id = std::move(document->id);
  parsed.text = std::move(document->text);
  return parsed;
}

Result<Analysis> Parser::parse(std::string_view text, const text::Tokens& tokens) const {
  auto lease = parts_->sessions.take();
  if (!lease) return tl::unexpected(lease.error());
  const std::vector<encoder::Window> windows = encoder::cut_windows(syntax::word_inputs(text, tokens, parts_->pieces));
  auto encoded = lease->session().encode(windows);
  if (!encoded) return tl::unexpected(encoded.error());
  auto syntax = parts_->analyser.analyse({text, tokens, windows, *encoded}, lease->session());
  if (!syntax) return tl::unexpected(syntax.error());
  Analysis analysis{std::move(*syntax), {}};
  if (parts_->scorer) {
    const actors::Tree tree(text, tokens, analysis.syntax, parts_->grammar);
    const coreference::WordVectors vectors(windows, *encoded, manifest().vector_size);
    auto chains = coreference::find_chains(tree, manifest(), vectors, *parts_->scorer);
    if (!chains) return tl::unexpected(chains.error());
    analysis.chains = std::move(*chains);
  }
  return analysis;
}

const encoder::Manifest& Parser::manifest() const {
  return parts_->network.manifest();
}

}  // namespace onrecord::engine
