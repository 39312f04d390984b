#pragma once
// Where the tables lie that are read when a model is opened. Thread-safety: pure function.

#include <string>

namespace onrecord::engine {

// data_folder empty: the folder "data" beside the folder of all models, models/en → data.
[[nodiscard]] inline std::string irregular_lemmas(const std::string& model_folder, const std::string& data_folder) {
  return (data_folder.empty() ? model_folder + "/../../data" : data_folder) + "/lexicons/lemma-irregular.tsv";
}

}  // namespace onrecord::engine
