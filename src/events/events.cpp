#include "events/events.h"

#include <algorithm>
#include <utility>

namespace onrecord::events {
namespace {

using actors::ActorId;
using actors::Part;
using actors::Relation;
using actors::Tree;

constexpr float kUttered = 0.5F;
constexpr size_t kMostLooked = 200;  // events that a repeat is looked for among

// Stretches of words that follow one another, small gaps of marks between them allowed.
std::vector<roles::WordSet> runs_of(const roles::WordSet& words) {
  constexpr uint32_t kGap = 2;
  std::vector<roles::WordSet> runs;
  for (const uint32_t word : words) {
    if (runs.empty() || word - runs.back().back() > kGap) runs.emplace_back();
    runs.back().push_back(word);
  }
  return runs;
}

class Maker {
 public:
  Maker(const Report& report, actors::Cast& cast) : report_(report), tree_(report.tree), cast_(cast) {}

  std::vector<Happened> run(std::vector<Reading> readings) {
    std::ranges::stable_sort(readings, {}, [](const Reading& r) { return r.trigger.words.first; });
    std::vector<Happened> events;
    events.reserve(readings.size());
    for (Reading& reading : readings) events.push_back(make(reading));
    join_headlines(events);
    return events;
  }

 private:
  Happened make(Reading& reading) {
    Happened event;
    event.evidence = std::move(reading.evidence);
    event.trigger = with_particle(reading.trigger.words);
    event.extent = extent_of(event.trigger.first);
    event.mentions = {event.trigger};
    event.code = report_.coding.code_of(reading, event.evidence);
    event.status = report_.coding.status_of(reading, event.evidence);
    event.news_role = report_.coding.news_role_of(reading, event.evidence);
    event.uttered = reading.uttered > kUttered;
    event.confidence = reading.trigger.probability;
    event.actors = who(reading.actor, "actors", event.evidence);
    event.recipients = who(reading.recipient, "recipients", event.evidence);
    if (!reading.place.empty()) {
      const roles::WordSet first = runs_of(reading.place).front();
      event.where = WordRange{first.front(), first.back() + 1};
    }
    event.when = when(reading.time, event.status);
    return event;
  }

  // "called off"
  [[nodiscard]] WordRange with_particle(WordRange trigger) const {
    const uint32_t next = trigger.end;
    const bool particle =
        next < tree_.size() && tree_.relation(next) == Relation::kParticle && tree_.head(next) == trigger.first;
    return particle ? WordRange{trigger.first, next + 1} : trigger;
  }

  // The words of the clause: of the verb that the trigger is or hangs on.
  [[nodiscard]] WordRange extent_of(uint32_t trigger) const {
    constexpr int kMostSteps = 6;
    uint32_t word = trigger;
    for (int step = 0; step < kMostSteps && tree_.part(word) != Part::kVerb && tree_.head(word) < tree_.size(); ++step)
      word = tree_.head(word);
    if (tree_.part(word) != Part::kVerb) word = trigger;
    WordRange words = tree_.yield(word);
    while (words.size() > 1 && tree_.part(words.end - 1) == Part::kPunctuation) --words.end;
    while (words.size() > 1 && tree_.part(words.first) == Part::kPunctuation) ++words.first;
    return words;
  }

  std::vector<ActorId> who(const roles::WordSet& words, std::string_view field,
                           std::vector<roles::Evidence>& evidence) {
    std::vector<ActorId> found;
    for (const roles::WordSet& run : runs_of(words)) {
      std::vector<ActorId> ids = cast_.named_by(tree_, run);
      if (ids.empty() && is_phrase(run)) ids = {cast_.add_phrase(tree_, report_.lexicon, run)};
      for (const ActorId id : ids) {
        cast_[id].unsure = false;
        actors::add_once(found, id);
        evidence.push_back({field, "reference", 1, true, cast_[id].name, run});
      }
    }
    return found;
  }

  // A noun phrase that nobody knew, and no stray pronoun, adjective or verb.
  [[nodiscard]] bool is_phrase(const roles::WordSet& run) const {
    const uint32_t head = tree_.head_of({run.front(), run.back() + 1});
    return tree_.part(head) == Part::kNoun || tree_.part(head) == Part::kName;
  }

  [[nodiscard]] std::optional<times::Dated> when(const roles::WordSet& words, Status status) const {
    if (words.empty()) return std::nullopt;
    const auto found = std::ranges::find_if(report_.times, [&](const times::Dated& dated) {
      return std::ranges::any_of(words, [&](uint32_t word) { return dated.words.contains(word); });
    });
    if (found == report_.times.end()) return std::nullopt;
    times::Dated dated = *found;
    if (status == Status::kFuture || status == Status::kHypothetical) dated.period = dated.ahead;
    return dated;
  }

  // ---- one event told twice ----
  [[nodiscard]] bool in_head(const Happened& event) const {
    switch (report_.blocks[tree_.block(event.trigger.first)]) {
      case BlockKind::kHeadline:
      case BlockKind::kSubheading:
      case BlockKind::kCaption:
        return true;
      default:
        return false;
    }
  }

  // What the headline, the deck or a caption tells is the first like event of the text, if there is one. (Joining nouns
  // for acts told before joined what stands on the words of different people.)
  void join_headlines(std::vector<Happened>& events) const {
    std::vector<uint8_t> gone(events.size(), 0);
    for (size_t k = 0; k < events.size(); ++k) {
      if (!in_head(events[k])) continue;
      size_t looked = 0;
      for (size_t other = 0; other < events.size() && looked < kMostLooked; ++other) {
        if (in_head(events[other])) continue;
        ++looked;
        if (!told_again(events[k], events[other])) continue;
        events[other].mentions.push_back(events[k].trigger);
        std::ranges::sort(events[other].mentions, {}, &WordRange::first);
        gone[k] = 1;
        break;
      }
    }
    size_t k = 0;
    std::erase_if(events, [&](const Happened&) { return gone[k++] != 0; });
  }

  // Of one kind, with at least one party in common and none against the other.
  static bool told_again(const Happened& a, const Happened& b) {
    const bool same_actor = actors::share_one(a.actors, b.actors);
    const bool same_recipient = actors::share_one(a.recipients, b.recipients);
    return a.code.type == b.code.type && (a.status == Status::kNegated) == (b.status == Status::kNegated) &&
           (same_actor || same_recipient) && (same_actor || a.actors.empty() || b.actors.empty()) &&
           (same_recipient || a.recipients.empty() || b.recipients.empty());
  }

  const Report& report_;
  const Tree& tree_;
  actors::Cast& cast_;
};

}  // namespace

std::vector<Happened> make_events(const Report& report, std::vector<Reading> readings, actors::Cast& cast) {
  return Maker(report, cast).run(std::move(readings));
}

}  // namespace onrecord::events
