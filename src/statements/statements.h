#pragma once
// Readings of cues → statements: who said what, to whom, in whose words.
//
// A statement's content takes its quotation marks and the word that joins it to its cue ("that", "to", "whether"); the
// one spoken to is cut out of it ("urged | the Kremlin | to de-escalate"). A cue that stands in the content of another
// source's statement is known through that statement (`via`).
//
// Thread-safety: pure function. Time is linear in the words of all readings.

#include <optional>
#include <string>
#include <vector>

#include "actors/cast.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "encoder/manifest.h"
#include "onrecord/record.h"
#include "statements/media.h"
#include "statements/reading.h"
#include "statements/speech_words.h"
#include "times/times.h"

namespace onrecord::statements {

// How something was said, and the words that tell it.
struct SaidBy {
  Medium kind = Medium::kDocument;
  WordRange words;
};

// As Statement of the record, in words and numbers of this report, with what it rests on.
struct Said {
  WordRange cue;
  WordSet source, content;
  std::vector<Span> source_spans, cue_spans, content_spans;
  std::vector<actors::ActorId> actors;
  SourceKind source_kind = SourceKind::kNone;
  std::string cue_lemma;
  Act act = Act::kSay;
  Mode mode = Mode::kNone;
  Polarity polarity = Polarity::kPositive;
  std::optional<actors::ActorId> addressee;
  std::optional<SaidBy> medium;
  std::optional<WordRange> where;
  std::optional<times::Dated> when;
  std::optional<size_t> via;  // number of a statement of the same report
  float confidence = 0;
  std::vector<Evidence> evidence;
};

// What statements are made with besides the readings; all of one report.
struct Report {
  std::string_view text;
  const actors::Tree& tree;
  const std::vector<uint8_t>& meaningful;  // word_sets.h
  const actors::Lexicon& lexicon;
  const SpeechWords& speech_words;
  const Media& media;
  const std::vector<times::Dated>& times;
  const encoder::Manifest& manifest;
};

// In the order of the cues. Sources that no rule of references knew become members of the cast.
[[nodiscard]] std::vector<Said> make_statements(const Report& report, std::vector<Reading> readings,
                                                actors::Cast& cast);

}  // namespace onrecord::statements
