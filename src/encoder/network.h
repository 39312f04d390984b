#pragma once
// The network on CPU: words in, one vector and the scores of every head a word out. Knows nothing of news.
// Three graphs, run by OpenVINO in int8 (docs/ARCHITECTURE.md, "encoder"):
//   encoder    pieces → word vectors, tags, entity, boundary and cue scores, arc scores
//   relations  (vector of a word, vector of its head) → dependency relation
//   reader     a cue's vector and the words around it → each word's role scores, and the cue's own classes
//   event_reader   likewise for the trigger of an event
//
// Thread-safety: Network is immutable and shared; a Session belongs to one thread at a time.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "encoder/manifest.h"
#include "onrecord/error.h"

namespace onrecord::encoder {

// A stretch of whole words that the network sees at once: at most kMaxPieces pieces besides [CLS] and [SEP].
inline constexpr uint32_t kMaxPieces = 254;

struct Window {
  std::vector<int32_t> pieces;       // word-piece ids, without [CLS] and [SEP]
  std::vector<int32_t> letter_case;  // of the piece's word: letter_case.h
  std::vector<int32_t> quote;        // quotation state of the piece's word
  std::vector<int32_t> first;        // of each word: index of its first piece
  uint32_t first_word = 0;           // number in the document: the window holds [first_word, end_word())
  [[nodiscard]] uint32_t end_word() const { return first_word + static_cast<uint32_t>(first.size()); }
  [[nodiscard]] size_t words() const { return first.size(); }
};

// Row-major matrices, one row a word of the window.
struct Encoded {
  uint32_t words = 0;
  std::vector<uint8_t> upos, xpos;  // class numbers of the manifest's label lists
  std::vector<uint16_t> lemma_script;
  std::vector<float> vectors;   // words × manifest.vector_size
  std::vector<float> names;     // words × labels: log-probabilities of the BIO labels of names
  std::vector<float> mentions;  // words × labels: likewise of noun phrases that refer
  std::vector<float> cue;       // words × 3: probability of O, B, I
  std::vector<float> trigger;   // words: probability that it is the trigger of an event
  std::vector<float> boundary;  // words: probability that a sentence begins here
  std::vector<float> arcs;      // words × (words + 1): score of each head; column 0 is the root
};

// One cue or trigger and the words around it that it may read.
struct AnchorWindow {
  const Encoded* encoded = nullptr;
  uint32_t first_word = 0;  // of the stretch read, in words of the window
  uint32_t words = 0;
  uint32_t first = 0, last = 0;   // words of the window: of the cue or trigger itself
  std::vector<int32_t> features;  // kAnchorFeatures × words, row-major: roles/features.h
};
inline constexpr uint32_t kAnchorFeatures = 7;

struct CueReading {
  std::vector<float> roles;                       // words × manifest.roles: CRF emission scores
  std::vector<float> act, polarity, source_kind;  // log-probabilities
  float holds = 1;                                // probability that it is a cue, by what stands around it
};

struct TriggerReading {
  std::vector<float> roles;                                       // words × manifest.event_roles: CRF emission scores
  std::vector<float> event_type, status, news_role, mode, cameo;  // log-probabilities
  std::vector<float> contexts;                                    // probability of each
  float holds = 1;    // probability that it is a trigger, by what stands around it
  float uttered = 0;  // probability that the event is done by the very words that it stands in
};

class Session {
 public:
  virtual ~Session() = default;
  // Batches by length inside; result k belongs to window k and is the same whatever windows are read with it. Several
  // reports' windows in one call are read about a sixth faster than each report's alone.
  // All calls fail with kRuntime, or with kInternal for a window longer than kMaxPieces.
  [[nodiscard]] virtual Result<std::vector<Encoded>> encode(std::span<const Window> windows) = 0;
  // Relation of each word of one window to its head: heads[k] is a word of the window + 1, 0 = root.
  // Several windows at once: one inner vector a window.
  [[nodiscard]] virtual Result<std::vector<std::vector<uint8_t>>> label_relations(
      std::span<const Encoded> encoded, std::span<const std::vector<uint32_t>> heads) = 0;
  [[nodiscard]] virtual Result<std::vector<CueReading>> read_cues(std::span<const AnchorWindow> cues) = 0;
  [[nodiscard]] virtual Result<std::vector<TriggerReading>> read_triggers(std::span<const AnchorWindow> triggers) = 0;
};

class Network {
 public:
  // Checks the manifest and the hashes of all files. Fails with kModelMissing, kModelDamaged, kModelForeign, kRuntime.
  // threads: how many sessions may compute at the same time; more of them wait for each other. Costs 0.5 s of CPU, and
  // with all that the sessions keep about 270 MB of memory for one thread and 90 more for each further one.
  [[nodiscard]] static Result<Network> open(const std::string& folder, unsigned threads);
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();
  // A session may outlive its network.
  [[nodiscard]] Result<std::unique_ptr<Session>> session() const;
  [[nodiscard]] const Manifest& manifest() const;

 private:
  struct Parts;
  explicit Network(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace onrecord::encoder
