#pragma once
// The reader's classes of a cue → the record's: act, polarity, kind of source. Private to this folder.

#include <span>
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
  [[nodiscard]] Act act(const Reading& reading, const SpeechWord* word) const;
  [[nodiscard]] Polarity polarity(const Reading& reading) const;
  // Who stands behind the words, not their form: a pronoun has the kind of the one it stands for.
  [[nodiscard]] SourceKind source_kind(const Reading& reading, bool pronoun,
                                       std::span<const actors::Member* const> source) const;

 private:
  std::vector<Act> acts_;
  std::vector<Polarity> polarities_;
  std::vector<SourceKind> source_kinds_;
};

}  // namespace onrecord::statements
