#include "engine/analysis.h"

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
        budget(limits),
        sessions(network) {}

  encoder::Network network;
  encoder::WordPieces pieces;
  syntax::Analyser analyser;
  Budget budget;
  SessionPool sessions;
};

Result<Parser> Parser::open(const EngineOptions& options) {
  auto model = OpenedModel::open(options);
  if (!model) return tl::unexpected(model.error());
  return Parser(std::make_unique<Parts>(std::move(*model), options.budget));
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
  auto syntax = parse(document->text, parsed.tokens);
  if (!syntax) {
    Error error = syntax.error();
    if (error.input.empty()) error.input = document->id;
    return tl::unexpected(std::move(error));
  }
  parsed.syntax = std::move(*syntax);
  parsed.id = std::move(document->id);
  parsed.text = std::move(document->text);
  return parsed;
}

Result<syntax::Syntax> Parser::parse(std::string_view text, const text::Tokens& tokens) const {
  auto lease = parts_->sessions.take();
  if (!lease) return tl::unexpected(lease.error());
  const std::vector<encoder::Window> windows = encoder::cut_windows(syntax::word_inputs(text, tokens, parts_->pieces));
  auto encoded = lease->session().encode(windows);
  if (!encoded) return tl::unexpected(encoded.error());
  return parts_->analyser.analyse({text, tokens, windows, *encoded}, lease->session());
}

const encoder::Manifest& Parser::manifest() const {
  return parts_->network.manifest();
}

}  // namespace onrecord::engine
