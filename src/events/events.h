#pragma once
// Readings of triggers → events: who did what to whom, when, where, with what standing.
//
// On whose word an event stands is not known here: statements and events meet in the record (engine/make_record.h).
//
// Thread-safety: pure function. Time is linear in the words of all readings.

#include <optional>
#include <span>
#include <vector>

#include "actors/cast.h"
#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "events/coding.h"
#include "events/reading.h"
#include "times/times.h"

namespace onrecord::events {

// As Event of the record, in words and numbers of this report, with what it rests on.
struct Happened {
  WordRange trigger, extent;
  std::vector<WordRange> mentions;  // in order, the trigger among them
  Code code;
  std::vector<actors::ActorId> actors, recipients;
  std::optional<WordRange> where;
  std::optional<times::Dated> when;
  Status status = Status::kOccurred;
  NewsRole news_role = NewsRole::kMain;
  bool uttered = false;  // done by the very words of the statement that it stands in
  float confidence = 0;
  std::vector<roles::Evidence> evidence;
};

// What events are made with besides the readings; all of one report.
struct Report {
  const actors::Tree& tree;
  const actors::Lexicon& lexicon;
  std::span<const BlockKind> blocks;  // the kind of each block of the tokens
  const std::vector<times::Dated>& times;
  const Coding& coding;
};

// In the order of the triggers. Actors that no rule of references knew become members of the cast.
[[nodiscard]] std::vector<Happened> make_events(const Report& report, std::vector<Reading> readings,
                                                actors::Cast& cast);

}  // namespace onrecord::events
