#include "engine/parts.h"

#include <utility>

#include "engine/data_folder.h"

namespace onrecord::engine {

EngineParts::EngineParts(encoder::Network opened, encoder::WordPieces pieces, syntax::Analyser analyser,
                         const EngineOptions& options, const actors::ChoiceObserver* observer)
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
               {ONRECORD_VERSION, network.manifest().version, ""},
               observer},
      sessions(network) {}

Result<std::unique_ptr<EngineParts>> EngineParts::open(const EngineOptions& options,
                                                       const actors::ChoiceObserver* observer) {
  auto network = encoder::Network::open(options.model_folder, options.threads);
  if (!network) return tl::unexpected(network.error());
  auto pieces = encoder::WordPieces::open(options.model_folder + "/vocab.txt");
  if (!pieces) return tl::unexpected(pieces.error());
  auto analyser =
      syntax::Analyser::open(network->manifest(), irregular_lemmas(options.model_folder, options.data_folder));
  if (!analyser) return tl::unexpected(analyser.error());
  return std::make_unique<EngineParts>(std::move(*network), std::move(*pieces), std::move(*analyser), options,
                                       observer);
}

std::vector<Result<Record>> EngineParts::read(std::span<const Input> inputs, StageTimes* times) {
  auto lease = sessions.take();
  if (!lease) return std::vector<Result<Record>>(inputs.size(), tl::unexpected(lease.error()));
  return pipeline.read(inputs, lease->session(), times);
}

}  // namespace onrecord::engine
