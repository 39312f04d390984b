#pragma once
// What reading of any depth needs of a model folder: the network, its word pieces, and the analyser over its scores.
// Private to this folder. Thread-safety: immutable.

#include "encoder/network.h"
#include "encoder/word_pieces.h"
#include "onrecord/engine.h"
#include "syntax/syntax.h"

namespace onrecord::engine {

struct OpenedModel {
  encoder::Network network;
  encoder::WordPieces pieces;
  syntax::Analyser analyser;

  // Options and failures are those of Engine::open.
  [[nodiscard]] static Result<OpenedModel> open(const EngineOptions& options);
};

}  // namespace onrecord::engine
