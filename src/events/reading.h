#pragma once
// A trigger with what the network read around it. events.h makes the event of it.
//
// Thread-safety: values and a pure function.

#include <cstdint>
#include <vector>

#include "encoder/network.h"
#include "events/triggers.h"
#include "roles/evidence.h"
#include "roles/word_sets.h"

namespace onrecord::events {

// The class numbers of the manifest's `event_roles`.
enum class Role : uint8_t { kNone = 0, kActor = 1, kRecipient = 2, kPlace = 3, kTime = 4, kLast = kTime };

struct Reading {
  Trigger trigger;  // its probability: what the first look and the reader say together
  roles::WordSet actor, recipient, place, time;
  std::vector<float> event_type, status, news_role, mode, cameo;  // log-probabilities in the manifest's order
  std::vector<float> contexts;                                    // probability of each
  float uttered = 0;
  std::vector<roles::Evidence> evidence;
};

// What the reader's scores say of the words `read`. The trigger itself and words that mean nothing have no role.
// meaningful: of the document's words (roles/word_sets.h).
[[nodiscard]] Reading make_reading(const Trigger& trigger, WordRange read, const encoder::TriggerReading& scores,
                                   const encoder::Manifest& manifest, const std::vector<uint8_t>& meaningful);

}  // namespace onrecord::events
