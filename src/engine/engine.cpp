#include "onrecord/engine.h"

#include <utility>

#include "engine/data_folder.h"
#include "engine/pipeline.h"
#include "engine/session_pool.h"

namespace onrecord {

std::string_view name(Stage stage) {
  switch (stage) {
    case Stage::kIngest:
      return "ingest";
    case Stage::kText:
      return "text";
    case Stage::kEncoder:
      return "encoder";
    case Stage::kSyntax:
      return "syntax";
    case Stage::kActors:
      return "actors";
    case Stage::kStatements:
      return "statements";
    case Stage::kRecord:
      return "record";
  }
  return "";
}

struct Engine::Parts {
  Parts(encoder::Network opened, encoder::WordPieces pieces, syntax::Analyser analyser, const EngineOptions& options)
      : network(std::move(opened)),
        pipeline{network.manifest(),
                 std::move(pieces),
                 std::move(analyser),
                 actors::Grammar(network.manifest()),
                 actors::ReferenceTables(),
                 statements::SpeechWords(),
                 statements::Media(),
                 options.budget,
                 options.cue_threshold < 0 ? network.manifest().cue_threshold : options.cue_threshold,
                 {ONRECORD_VERSION, network.manifest().version, ""}},
        sessions(network) {}

  encoder::Network network;
  engine::Pipeline pipeline;
  engine::SessionPool sessions;
};

Result<Engine> Engine::open(const EngineOptions& options) {
  auto network = encoder::Network::open(options.model_folder, options.threads);
  if (!network) return tl::unexpected(network.error());
  auto pieces = encoder::WordPieces::open(options.model_folder + "/vocab.txt");
  if (!pieces) return tl::unexpected(pieces.error());
  auto analyser =
      syntax::Analyser::open(network->manifest(), engine::irregular_lemmas(options.model_folder, options.data_folder));
  if (!analyser) return tl::unexpected(analyser.error());
  return Engine(std::make_unique<Parts>(std::move(*network), std::move(*pieces), std::move(*analyser), options));
}

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Record> Engine::read(const Input& input) const {
  std::vector<Result<Record>> results = read_batch(std::span(&input, 1));
  return std::move(results.front());
}

std::vector<Result<Record>> Engine::read_batch(std::span<const Input> inputs, StageTimes* times) const {
  if (inputs.empty()) return {};
  auto lease = parts_->sessions.take();
  if (!lease) return std::vector<Result<Record>>(inputs.size(), tl::unexpected(lease.error()));
  return parts_->pipeline.read(inputs, lease->session(), times);
}

const EngineVersion& Engine::version() const {
  return parts_->pipeline.version;
}

}  // namespace onrecord
