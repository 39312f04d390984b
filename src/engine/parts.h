#pragma once
// What an engine is made of. Private to this folder and to training/references, which watches how it chooses.
// Thread-safety: as Engine.

#include <memory>

#include "engine/opened_model.h"
#include "engine/pipeline.h"
#include "engine/session_pool.h"
#include "onrecord/engine.h"

namespace onrecord::engine {

struct EngineParts {
  // Options and failures are those of Engine::open. observer: see Pipeline.
  [[nodiscard]] static Result<std::unique_ptr<EngineParts>> open(const EngineOptions& options,
                                                                 const actors::ChoiceObserver* observer = nullptr);
  EngineParts(OpenedModel model, std::optional<knowledge::KnowledgeBase> base, const EngineOptions& options,
              const actors::ChoiceObserver* observer);

  [[nodiscard]] std::vector<Result<Record>> read(std::span<const Input> inputs, StageTimes* times);

  encoder::Network network;
  Pipeline pipeline;
  SessionPool sessions;
};

}  // namespace onrecord::engine
