#include "onrecord/engine.h"

#include <utility>

#include "engine/parts.h"

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
    case Stage::kEvents:
      return "events";
    case Stage::kRecord:
      return "record";
  }
  return "";
}

struct Engine::Parts {
  std::unique_ptr<engine::EngineParts> of;
};

Result<Engine> Engine::open(const EngineOptions& options) {
  auto parts = engine::EngineParts::open(options);
  if (!parts) return tl::unexpected(parts.error());
  return Engine(std::make_unique<Parts>(Parts{std::move(*parts)}));
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
  return parts_->of->read(inputs, times);
}

const EngineVersion& Engine::version() const {
  return parts_->of->pipeline.version;
}

}  // namespace onrecord
