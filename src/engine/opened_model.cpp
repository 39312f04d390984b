#include "engine/opened_model.h"

#include <string>
#include <utility>

namespace onrecord::engine {
namespace {

// data_folder empty: the folder "data" beside the folder of all models, models/en → data.
std::string irregular_lemmas(const std::string& model_folder, const std::string& data_folder) {
  return (data_folder.empty() ? model_folder + "/../../data" : data_folder) + "/lexicons/lemma-irregular.tsv";
}

}  // namespace

Result<OpenedModel> OpenedModel::open(const EngineOptions& options) {
  auto network = encoder::Network::open(options.model_folder, options.threads);
  if (!network) return tl::unexpected(network.error());
  auto pieces = encoder::WordPieces::open(options.model_folder + "/vocab.txt");
  if (!pieces) return tl::unexpected(pieces.error());
  auto analyser =
      syntax::Analyser::open(network->manifest(), irregular_lemmas(options.model_folder, options.data_folder));
  if (!analyser) return tl::unexpected(analyser.error());
  return OpenedModel{std::move(*network), std::move(*pieces), std::move(*analyser)};
}

}  // namespace onrecord::engine
