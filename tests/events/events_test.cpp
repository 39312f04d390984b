#include "events/events.h"

#include <doctest/doctest.h>

#include <cmath>

#include "actors/references.h"
#include "actors/small_report.h"

namespace onrecord::events {
namespace {

using actors::SmallReport;
using syntax::EntityType;

// A report and the readings of its triggers, made into events.
class Read {
 public:
  explicit Read(const SmallReport& small)
      : small_(small),
        tree_(small.tree()),
        coding_(small.manifest),
        blocks_(small.blocks.size(), BlockKind::kParagraph),
        cast(actors::find_cast(tree_, tables_, {}, {}, {})) {}

  Read& trigger(std::string_view trigger, std::string_view actor, std::string_view recipient, int nth = 0) {
    Reading reading;
    reading.trigger = {{small_.find(trigger, nth).first, small_.find(trigger, nth).first + 1}, 0.8F};
    reading.actor = words(actor, nth);
    reading.recipient = words(recipient, nth);
    reading.event_type = {std::log(0.9F), -5, -5, -5};
    reading.status = {std::log(status == Status::kOccurred ? 0.9F : 0.1F), -5,
                      std::log(status == Status::kFuture ? 0.9F : 0.1F), -5, -5};
    reading.news_role = {0, -5, -5, -5, -5, -5};
    reading.mode = {-1, -2, -3, -3};
    reading.cameo = {-1, -2, -3, -3, -3};
    reading.contexts = {0, 0};
    reading.time = words(time);
    readings.push_back(std::move(reading));
    return *this;
  }

  Read& headline() {
    blocks_[0] = BlockKind::kHeadline;
    return *this;
  }

  [[nodiscard]] std::vector<Happened> events() {
    const auto dated = times::find_dated(small_.text, small_.tokens, "2024-06-26");  // a Wednesday
    return make_events({tree_, tables_.lexicon, blocks_, dated, coding_}, readings, cast);
  }

  [[nodiscard]] std::vector<std::string> names(const std::vector<actors::ActorId>& ids) const {
    std::vector<std::string> out;
    for (const auto id : ids) out.push_back(cast[id].name);
    return out;
  }

 private:
  [[nodiscard]] roles::WordSet words(std::string_view wanted, int nth = 0) const {
    return wanted.empty() ? roles::WordSet{} : roles::all_words(small_.find(wanted, nth));
  }

  const SmallReport& small_;
  actors::ReferenceTables tables_;
  actors::Tree tree_;
  Coding coding_;
  std::vector<BlockKind> blocks_;

 public:
  actors::Cast cast;
  std::vector<Reading> readings;
  Status status = Status::kOccurred;
  std::string_view time;
};

SmallReport visit() {
  SmallReport report(
      {"Mali/PROPN/2/nsubj visited/VERB/0/root/visit Niger/PROPN/2/obj on/ADP/5/case Friday/PROPN/2/obl "
       "./PUNCT/2/punct"});
  report.name("Mali", EntityType::kGpe).name("Niger", EntityType::kGpe);
  return report;
}

TEST_CASE("the words of the roles become the actors of the report") {
  const SmallReport report = visit();
  Read read(report);
  const auto events = read.trigger("visited", "Mali", "Niger").events();
  REQUIRE(events.size() == 1);
  CHECK(read.names(events[0].actors) == std::vector<std::string>{"Mali"});
  CHECK(read.names(events[0].recipients) == std::vector<std::string>{"Niger"});
  CHECK(events[0].trigger == WordRange{1, 2});
  CHECK(events[0].extent == WordRange{0, 5});
  CHECK(events[0].code.type == EventType::kConsult);
  CHECK(events[0].status == Status::kOccurred);
  CHECK_FALSE(events[0].when);
}

TEST_CASE("a day means the last one for what has happened and the next one for what is to come") {
  const SmallReport report = visit();
  Read past(report);
  past.time = "Friday";
  const auto visited = past.trigger("visited", "Mali", "Niger").events();
  REQUIRE(visited[0].when);
  CHECK(visited[0].when->period->start == "2024-06-21");
  Read ahead(report);
  ahead.time = "Friday";
  ahead.status = Status::kFuture;
  const auto to_come = ahead.trigger("visited", "Mali", "Niger").events();
  REQUIRE(to_come[0].when);
  CHECK(to_come[0].when->period->start == "2024-06-28");
}

TEST_CASE("somebody whom no rule knew is an actor by its noun phrase; a stray verb is none") {
  const SmallReport report({"Hooded/ADJ/2/amod riders/NOUN/3/nsubj/rider fired/VERB/0/root/fire ./PUNCT/3/punct"});
  Read read(report);
  const auto events = read.trigger("fired", "Hooded riders", "").trigger("riders", "fired", "").events();
  REQUIRE(events.size() == 2);
  CHECK(events[0].actors.empty());  // of "riders": in the order of the triggers
  CHECK(read.names(events[1].actors) == std::vector<std::string>{"Hooded riders"});
}

TEST_CASE("a particle belongs to the trigger") {
  const SmallReport report({"Mali/PROPN/2/nsubj called/VERB/0/root/call off/ADP/2/compound:prt talks/NOUN/2/obj/talk"});
  Read read(report);
  const auto events = read.trigger("called", "Mali", "").events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].trigger == WordRange{1, 3});
}

TEST_CASE("what the headline tells and the text tells again is one event with two mentions") {
  SmallReport report({"Mali/PROPN/2/nsubj visits/VERB/0/root/visit Niger/PROPN/2/obj",
                      "¶ Mali/PROPN/2/nsubj visited/VERB/0/root/visit Niger/PROPN/2/obj ./PUNCT/2/punct"});
  for (int nth = 0; nth < 2; ++nth) report.name("Mali", EntityType::kGpe, nth).name("Niger", EntityType::kGpe, nth);
  Read read(report);
  const auto events = read.headline().trigger("visits", "Mali", "Niger").trigger("visited", "Mali", "Niger").events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].trigger == report.find("visited"));
  CHECK(events[0].mentions.size() == 2);
}

}  // namespace
}  // namespace onrecord::events
