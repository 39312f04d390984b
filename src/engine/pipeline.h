#pragma once
// The way of a batch of reports through the stages. The network runs three times for the whole batch: once over all
// windows, then over all cues, then over all triggers. Private to this folder.
//
// Thread-safety: a Pipeline is immutable and shared; a run belongs to one thread.

#include <span>
#include <vector>

#include "actors/grammar.h"
#include "actors/references.h"
#include "encoder/network.h"
#include "encoder/word_pieces.h"
#include "engine/stopwatch.h"
#include "events/coding.h"
#include "onrecord/engine.h"
#include "statements/media.h"
#include "statements/speech_words.h"
#include "syntax/syntax.h"

namespace onrecord::engine {

struct Pipeline {
  const encoder::Manifest& manifest;
  encoder::WordPieces pieces;
  syntax::Analyser analyser;
  actors::Grammar grammar;
  actors::ReferenceTables references;
  statements::SpeechWords speech_words;
  statements::Media media;
  Budget budget;
  events::Coding coding;
  float cue_threshold = 0.5F;
  float event_threshold = 0.5F;
  EngineVersion version;
  const actors::ChoiceObserver* observer = nullptr;  // for training; must live as long as the pipeline

  // Results in the order of the inputs. What is wrong with one input does not touch the others; when the network
  // fails, all reports of the batch fail with its error.
  [[nodiscard]] std::vector<Result<Record>> read(std::span<const Input> inputs, encoder::Session& session,
                                                 StageTimes* times) const;
};

}  // namespace onrecord::engine
