#include "events/reading.h"

#include <doctest/doctest.h>

#include <cmath>

#include "roles/words.h"

namespace onrecord::events {
namespace {

using roles::SmallDocument;
using roles::WordSet;

encoder::Manifest without_transitions() {
  encoder::Manifest manifest;
  manifest.event_role_initial.assign(5, 0);
  manifest.event_role_transitions.assign(25, 0);
  return manifest;
}

// Each word's role, as the reader would have it.
encoder::TriggerReading scores_of(const std::vector<Role>& roles) {
  encoder::TriggerReading scores;
  for (const Role role : roles) {
    for (size_t k = 0; k < 5; ++k) scores.roles.push_back(std::log(k == static_cast<size_t>(role) ? 0.8F : 0.05F));
  }
  scores.holds = 0.7F;
  return scores;
}

TEST_CASE("words take their likeliest role; the trigger and punctuation take none") {
  const SmallDocument doc({"Mali met Niger, in Rome."});
  using enum Role;
  const auto scores = scores_of({kActor, kActor, kRecipient, kRecipient, kNone, kPlace, kNone});
  const Reading reading = make_reading({{1, 2}, 0.7F}, {0, 7}, scores, without_transitions(), doc.meaningful);
  CHECK(reading.actor == WordSet{0});
  CHECK(reading.recipient == WordSet{2});
  CHECK(reading.place == WordSet{5});
  CHECK(reading.time.empty());
  CHECK(reading.trigger.probability == doctest::Approx(0.7));
  std::vector<std::string> told;
  for (const auto& one : reading.evidence) told.emplace_back(one.field);
  CHECK(told == std::vector<std::string>{"trigger", "trigger", "actors", "recipients", "where"});
}

}  // namespace
}  // namespace onrecord::events
