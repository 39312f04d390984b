#pragma once
// models/en/manifest.json: what the weights are, what they were trained on, and the label lists of their heads
// (docs/model-format.md has it field by field).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::encoder {

inline constexpr std::string_view kModelSchema = "onrecord-model/3";

// The reader is told a way through the tree as one number (roles/features.h), which has room for so many.
inline constexpr size_t kMostRelations = 62;

// A model folder must name and hold all of these. The graph for coreference (pair_scorer.h) may be missing.
inline constexpr std::array<const char*, 9> kModelFiles = {"vocab.txt",     "encoder.xml",      "encoder.bin",
                                                           "relations.xml", "relations.bin",    "reader.xml",
                                                           "reader.bin",    "event_reader.xml", "event_reader.bin"};

struct ModelFile {
  std::string name, sha256;
  uint64_t bytes = 0;
};

struct Manifest {
  std::string schema;   // "onrecord-model/3"
  std::string version;  // of the weights, e.g. "en-2026.11"
  uint32_t vector_size = 0;
  std::vector<ModelFile> files;
  std::vector<std::string> upos, xpos, lemma_scripts, relations;
  std::vector<std::string> names, mentions;  // BIO labels, "O" first
  std::vector<std::string> roles;            // "none", "source", "content"
  std::vector<std::string> acts, polarities, source_kinds;
  std::vector<std::string> event_roles;  // "none", "actor", "recipient", "place", "time"
  std::vector<std::string> event_types, statuses, news_roles, contexts;
  std::vector<std::string> modes;       // "none", then "TYPE:mode"
  std::vector<std::string> cameo;       // codes
  std::vector<float> role_transitions;  // roles × roles, from row to column
  std::vector<float> role_initial;      // roles
  std::vector<float> event_role_transitions, event_role_initial;
  float cue_threshold = 0.5F;     // on the probability of B
  float event_threshold = 0.5F;   // on the probability of a trigger
  std::vector<float> confidence;  // 4: a statement's confidence from its scores (statements/confidence.h)
};

// Reads the manifest and compares the size and hash of every file that it names. Fails with
//   kModelMissing   no folder, no manifest.json, or one of its files is not there
//   kModelDamaged   bad JSON, a file of another size or hash
//   kModelForeign   another schema, a field of another kind, label lists that do not fit each other
// Thread-safety: pure function of the files. Hashing costs about 20 ms for 30 MB.
[[nodiscard]] Result<Manifest> read_manifest(const std::string& folder);

}  // namespace onrecord::encoder
