#include "engine/parts.h"

#include <utility>

namespace onrecord::engine {

EngineParts::EngineParts(OpenedModel model, std::optional<knowledge::KnowledgeBase> base, const EngineOptions& options,
                         const actors::ChoiceObserver* observer)
    : network(std::move(model.network)),
      pipeline{network.manifest(),
               std::move(model.pieces),
               std::move(model.analyser),
               actors::Grammar(network.manifest()),
               actors::ReferenceTables{{}, {}, std::move(base)},
               statements::SpeechWords(),
               statements::Media(),
               options.budget,
               events::Coding(network.manifest()),
               options.cue_threshold < 0 ? network.manifest().cue_threshold : options.cue_threshold,
               network.manifest().event_threshold,
               {ONRECORD_VERSION, network.manifest().version, ""},
               observer},
      sessions(network) {
  if (pipeline.references.base) pipeline.version.knowledge_base = pipeline.references.base->version();
}

Result<std::unique_ptr<EngineParts>> EngineParts::open(const EngineOptions& options,
                                                       const actors::ChoiceObserver* observer) {
  auto model = OpenedModel::open(options);
  if (!model) return tl::unexpected(model.error());
  std::optional<knowledge::KnowledgeBase> base;
  if (!options.knowledge_file.empty()) {
    auto opened = knowledge::KnowledgeBase::open(options.knowledge_file);
    if (!opened) return tl::unexpected(opened.error());
    base = std::move(*opened);
  }
  return std::make_unique<EngineParts>(std::move(*model), std::move(base), options, observer);
}

std::vector<Result<Record>> EngineParts::read(std::span<const Input> inputs, StageTimes* times) {
  auto lease = sessions.take();
  if (!lease) return std::vector<Result<Record>>(inputs.size(), tl::unexpected(lease.error()));
  return pipeline.read(inputs, lease->session(), times);
}

}  // namespace onrecord::engine
