#pragma once
// The reader's classes of a cue → the record's: act, polarity, kind of source. What was chosen and what came near it
// is added to the evidence. Private to this folder.

#include <span>
#include <string>
#include <vector>

#include "actors/cast.h"
#include "encoder/manifest.h"
#include "onrecord/record.h"
#include "statements/reading.h"
#include "statements/speech_words.h"

namespace onrecord::statements {

class Classes {
 public:
  explicit Classes(const encoder::Manifest& manifest);

  // By the network and the word; by the word alone where the network gives none.
  [[nodiscard]] Act act(const Reading& reading, const SpeechWord* word, std::vector<Evidence>& evidence) const;
  [[nodiscard]] Polarity polarity(const Reading& reading, std::vector<Evidence>& evidence) const;
  // Who stands behind the words, not their form: a pronoun has the kind of the one it stands for.
  [[nodiscard]] SourceKind source_kind(const Reading& reading, bool pronoun,
                                       std::span<const actors::Member* const> source,
                                       std::vector<Evidence>& evidence) const;

 private:
  std::vector<Act> acts_;
  std::vector<Polarity> polarities_;
  std::vector<SourceKind> source_kinds_;
};

}  // namespace onrecord::statements
