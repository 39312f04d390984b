#pragma once
// Scores of the heads → tags, lemmas, dependency trees, entity mentions, for all words of a document.
//
//   auto analyser = Analyser::open(network.manifest(), "data/lexicons/lemma-irregular.tsv");
//   encoder::WordInputs inputs = word_inputs(text, tokens, pieces);
//   std::vector<encoder::Window> windows = encoder::cut_windows(inputs);
//   auto encoded = session->encode(windows);
//   auto syntax = analyser->analyse({text, tokens, windows, *encoded}, *session);
//
// Windows of several documents may be encoded in one call; each document then passes its part of the results.
// Thread-safety: word_inputs is a pure function; an Analyser is immutable and shared.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "encoder/manifest.h"
#include "encoder/network.h"
#include "encoder/windows.h"
#include "encoder/word_pieces.h"
#include "onrecord/error.h"
#include "text/tokens.h"

namespace onrecord::syntax {

enum class EntityType : uint8_t {
  kPerson,
  kOrganisation,
  kGpe,
  kLocation,
  kFacility,
  kNorp,
  kEvent,
  kWork,
  kProduct,
  kDate,
  kTime,
  kMoney,
  kQuantity,
  kNumber,
};

// Words [first, end) of the document.
struct Entity {
  uint32_t first = 0, end = 0;
  EntityType type = EntityType::kPerson;
  float score = 0;     // probability of its words' labels, geometric mean
  uint16_t label = 0;  // number of its B-TYPE in the manifest's list: finer than type for mentions
};

// One element a word of the document, unless said.
struct Syntax {
  std::vector<uint8_t> upos, xpos, relation;  // numbers of the manifest's lists
  std::vector<std::string> lemma;
  std::vector<uint32_t> head;    // word of the document; kRoot for the root of its sentence
  std::vector<Entity> entities;  // names, in order, without overlap
  std::vector<Entity> mentions;  // noun phrases that refer to a person, body or place
};
inline constexpr uint32_t kRoot = UINT32_MAX;

// The words of a document as the network reads them.
[[nodiscard]] encoder::WordInputs word_inputs(std::string_view text, const text::Tokens& tokens,
                                              const encoder::WordPieces& pieces);

// One document and what the network made of it; encoded[k] belongs to windows[k].
struct EncodedDocument {
  std::string_view text;
  const text::Tokens& tokens;
  std::span<const encoder::Window> windows;
  std::span<const encoder::Encoded> encoded;
};

class Analyser {
 public:
  // lexicon: path of lemma-irregular.tsv, beside which lemma-endings.tsv lies (lemma.h). Fails with kModelForeign for
  // label lists that it does not know, kInputMissing, kInputUnreadable or kUsage for the lexicon.
  [[nodiscard]] static Result<Analyser> open(const encoder::Manifest& manifest, const std::string& lexicon);
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // Each sentence becomes one tree. Of a sentence that was cut into several windows, the later parts' roots hang on
  // the first part's root. Fails with kRuntime.
  [[nodiscard]] Result<Syntax> analyse(const EncodedDocument& document, encoder::Session& session) const;

 private:
  struct Parts;
  explicit Analyser(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace onrecord::syntax
