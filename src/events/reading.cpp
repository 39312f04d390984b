#include "events/reading.h"

#include <utility>

#include "roles/path.h"

namespace onrecord::events {

Reading make_reading(const Trigger& trigger, WordRange read, const encoder::TriggerReading& scores,
                     const encoder::Manifest& manifest, const std::vector<uint8_t>& meaningful) {
  Reading reading;
  reading.trigger = {trigger.words, roles::agreed(trigger.probability, scores.holds)};
  reading.event_type = scores.event_type;
  reading.status = scores.status;
  reading.news_role = scores.news_role;
  reading.mode = scores.mode;
  reading.cameo = scores.cameo;
  reading.contexts = scores.contexts;
  reading.uttered = scores.uttered;
  const roles::WordSet own = roles::all_words(trigger.words);
  reading.evidence.push_back({"trigger", "trigger head", trigger.probability, true, {}, own});
  reading.evidence.push_back({"trigger", "event reader", scores.holds, true, {}, own});
  const auto path = roles::decode_roles<roles::kCount<Role>>(scores.roles, manifest.event_role_initial,
                                                             manifest.event_role_transitions);
  const auto take = [&](Role role, std::string_view field) {
    roles::WordSet words;
    float sure = 0;
    for (uint32_t k = 0; k < path.role.size(); ++k) {
      const uint32_t word = read.first + k;
      if (path.role[k] != static_cast<uint8_t>(role) || trigger.words.contains(word) || !meaningful[word]) continue;
      words.push_back(word);
      sure += path.probability[k][static_cast<size_t>(role)];
    }
    if (!words.empty())
      reading.evidence.push_back({field, "role head", sure / static_cast<float>(words.size()), true, {}, words});
    return words;
  };
  reading.actor = take(Role::kActor, "actors");
  reading.recipient = take(Role::kRecipient, "recipients");
  reading.place = take(Role::kPlace, "where");
  reading.time = take(Role::kTime, "when");
  return reading;
}

}  // namespace onrecord::events
