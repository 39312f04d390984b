#pragma once
// What was read of a document → the record: byte spans become code points, actors and statements get their ids.
// Thread-safety: pure function.

#include <vector>

#include "actors/cast.h"
#include "actors/places.h"
#include "actors/references.h"
#include "events/events.h"
#include "ingest/document.h"
#include "onrecord/record.h"
#include "statements/statements.h"
#include "text/tokens.h"

namespace onrecord::engine {

// All that was read; views of what belongs to the caller.
struct WhatWasRead {
  const actors::Cast& cast;
  const std::vector<actors::FoundPlace>& places;
  const std::vector<statements::Said>& said;
  const std::vector<statements::Cue>& passed_over;
  const std::vector<events::Happened>& happened;
};

// Here statements and events meet: an event stands on the word of the statements whose content holds its trigger.
[[nodiscard]] Record make_record(ingest::Document document, const text::Tokens& tokens,
                                 const std::vector<uint8_t>& meaningful, const WhatWasRead& read,
                                 const actors::ReferenceTables& tables, const EngineVersion& version);

}  // namespace onrecord::engine
