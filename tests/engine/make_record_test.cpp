#include "engine/make_record.h"

#include <doctest/doctest.h>

namespace onrecord::engine {
namespace {

struct Small {
  ingest::Document document;
  text::Tokens tokens;
  actors::Cast cast;

  Small() {
    document.id = "small";
    document.text = "Zoë spoke. She and Bo left.";
    document.blocks = {{BlockKind::kParagraph, {0, static_cast<uint32_t>(document.text.size())}}};
    const text::TextBlock block{document.blocks[0].span, false};
    tokens = text::tokenise(document.text, std::span(&block, 1), 100);
    cast = actors::Cast(static_cast<uint32_t>(tokens.size()));
  }

  actors::ActorId member(std::string name, std::vector<WordRange> mentions, bool unsure = false) {
    actors::Member member;
    member.name = std::move(name);
    member.named = true;
    member.unsure = unsure;
    for (const WordRange& words : mentions) member.mentions.push_back({words, MentionForm::kName, "name"});
    return cast.add(std::move(member));
  }

  [[nodiscard]] Record record(const std::vector<statements::Said>& said = {},
                              const std::vector<events::Happened>& happened = {}) const {
    return make_record(document, tokens, roles::meaningful_words(document.text, tokens), {cast, {}, said, {}, happened},
                       actors::ReferenceTables(), {"1", "m", ""});
  }
};

TEST_CASE("actors get their ids in the order of their first mention") {
  Small small;
  small.member("Bo", {{5, 6}});
  small.member("Zoë", {{0, 1}, {3, 4}});
  const Record record = small.record();
  REQUIRE(record.actors.size() == 2);
  CHECK(record.actors[0].id == "a1");
  CHECK(record.actors[0].name == "Zoë");
  CHECK(record.actors[1].name == "Bo");
}

TEST_CASE("spans are code points") {
  Small small;
  small.member("Bo", {{5, 6}});
  CHECK(small.record().actors[0].mentions[0].span == TextSpan{19, 21});  // a byte more, for "ë"
  CHECK(small.record().report.blocks[0].span == TextSpan{0, 27});
}

TEST_CASE("an actor without mentions or of no use is left out, unless it speaks or is spoken to") {
  Small small;
  small.member("nobody", {});
  const auto unsure = small.member("side", {{5, 6}}, true);
  CHECK(small.record().actors.empty());
  statements::Said said;
  said.cue = {1, 2};
  said.actors = {unsure};
  const Record record = small.record({said});
  REQUIRE(record.actors.size() == 1);
  CHECK(record.statements[0].source_actors == std::vector<std::string>{"a1"});
}

TEST_CASE("statements refer to one another and to actors by id") {
  Small small;
  const auto bo = small.member("Bo", {{5, 6}});
  statements::Said first;
  first.via = 1;
  statements::Said second;
  second.addressee = bo;
  const Record record = small.record({first, second});
  CHECK(record.statements[0].id == "s1");
  CHECK(record.statements[0].via == "s2");
  CHECK(record.statements[1].via.empty());
  CHECK(record.statements[1].addressee == "a1");
}

TEST_CASE("an office of the past is no office") {
  Small small;
  const auto bo = small.member("Bo", {{5, 6}});
  actors::Title past;
  past.words = {0, 1};
  past.office = "president";
  past.past = true;
  small.cast[bo].titles = {past};
  CHECK_FALSE(small.record().actors[0].office);
  actors::Title now;
  now.words = {0, 1};
  now.office = "mayor";
  small.cast[bo].titles.push_back(now);
  REQUIRE(small.record().actors[0].office);
  CHECK(small.record().actors[0].office->title == "mayor");
  CHECK(small.record().actors[0].office->basis == "report");
}

// "She and Bo left", said Zoë, as Bo told.
std::vector<statements::Said> told_twice() {
  std::vector<statements::Said> said(2);
  said[0].cue = {1, 2};
  said[0].content = {3, 4, 5, 6};
  said[1].cue = {4, 5};
  said[1].content = {5, 6};
  said[1].via = 0;
  return said;
}

events::Happened left() {
  events::Happened event;
  event.trigger = event.extent = {6, 7};
  event.mentions = {event.trigger};
  event.code.type = EventType::kRetreat;
  event.code.cameo = "084";
  return event;
}

TEST_CASE(
    "an event stands on the word of the innermost statement that holds its trigger, and of those that is known "
    "through") {
  const Small small;
  const Record record = small.record(told_twice(), {left()});
  REQUIRE(record.events.size() == 1);
  CHECK(record.events[0].id == "e1");
  CHECK(record.events[0].word == std::vector<std::string>{"s2", "s1"});
  CHECK(record.events[0].cameo == "084");
}

TEST_CASE("what is done by the very words of a statement stands on the word of whom that is known through alone") {
  const Small small;
  events::Happened event = left();
  event.uttered = true;
  CHECK(small.record(told_twice(), {event}).events[0].word == std::vector<std::string>{"s1"});
  auto said = told_twice();
  said.erase(said.begin());
  said[0].via.reset();
  CHECK(small.record(said, {event}).events[0].word.empty());
}

TEST_CASE("an event outside all contents is told in the report's own voice") {
  const Small small;
  CHECK(small.record({}, {left()}).events[0].word.empty());
}

TEST_CASE("an actor that an event needs is listed though nothing else mentions it") {
  Small small;
  const auto bo = small.member("side", {{5, 6}}, true);
  events::Happened event = left();
  event.actors = {bo};
  const Record record = small.record({}, {event});
  REQUIRE(record.actors.size() == 1);
  CHECK(record.events[0].actors == std::vector<std::string>{"a1"});
}

}  // namespace
}  // namespace onrecord::engine
