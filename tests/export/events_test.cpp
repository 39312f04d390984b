#include "export/events.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "export/html.h"
#include "export/jsonl.h"
#include "export/pretty.h"
#include "export/why.h"
#include "sample_record.h"

namespace onrecord::exports {
namespace {

// The embassy tweeted that Drava denied that Lem accused it of arson: the accusing stands on Drava's word, known
// through the embassy.
Record with_event() {
  Record record = tests::nested_record();
  const std::string& text = record.report.text;
  Event event;
  event.id = "e1";
  event.type = EventType::kAccuse;
  event.mode = "allege";
  event.cameo = "112";
  event.quad = 3;
  event.intensity = -3.5;
  event.contexts = {"crime", "diplomatic"};
  event.actors = {"a2"};
  event.recipients = {"a1"};
  event.trigger = tests::span_of(text, "accused");
  event.extent = tests::span_of(text, "Lem accused it of \"arson\"");
  event.mentions = {event.trigger};
  event.when = When{tests::span_of(text, "it"), "2026-05-01", "2026-05-03", "day"};
  event.where.emplace();
  event.where->name = "Port\tDrava";
  event.where->country = "DRV";
  event.where->lat = 1.5;
  event.where->lon = -2.25;
  event.where->precision = "town";
  event.status = Status::kNegated;
  event.word = {"s2", "s1"};
  event.news_role = NewsRole::kComment;
  event.confidence = 0.75F;
  event.evidence = {{"trigger", "trigger head", 0.9F, true, "", {event.trigger}},
                    {"type", "class head", 0.8F, true, "ACCUSE", {}},
                    {"type", "class head", 0.15F, false, "REJECT", {}}};
  record.events = {event};
  return record;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the table has one row an event, as many fields as names, and no tab inside a field") {
  std::string out;
  append_events_heading(out);
  const auto columns = std::count(out.begin(), out.end(), '\t');
  const size_t heading = out.size();
  append_events(with_event(), out);
  const std::string row = out.substr(heading);
  CHECK(std::count(row.begin(), row.end(), '\t') == columns);
  CHECK(std::count(row.begin(), row.end(), '\n') == 1);
  CHECK(row.starts_with(
      "nested.txt\t2026-05-04\tThe Tidewater Echo\te1\tACCUSE\tallege\t112\t3\t-3.5\tcrime;diplomatic\tJo Lem\tDRVGOV\t"
      "Embassy of Drava\t\tnegated\t"));
  CHECK(has(
      row, "\ts2;s1\tcomment\t2026-05-01\t2026-05-03\tPort Drava\tDRV\t1.5000\t-2.2500\t\taccused\tLem accused it of"));
}

TEST_CASE("an actor without a code keeps its place among the codes") {
  Record record = with_event();
  record.events[0].actors = {"a1", "a2"};
  std::string out;
  append_events(record, out);
  CHECK(has(out, "\tEmbassy of Drava; Jo Lem\t;DRVGOV\t"));
}

TEST_CASE("the JSON record has every field of an event") {
  std::string out;
  append_jsonl(with_event(), out);
  CHECK(has(
      out,
      R"("events":[{"id":"e1","type":"ACCUSE","mode":"allege","contexts":["crime","diplomatic"],"cameo":"112","quad":3,"intensity":-3.5,)"
      R"("actors":["a2"],"recipients":["a1"],"trigger":[)"));
  CHECK(has(out, R"("status":"negated","word":["s2","s1"],"news_role":"comment","confidence":0.75}])"));
}

TEST_CASE("the terminal's table and its narrow form tell who did what on whose word") {
  std::string wide, narrow;
  append_pretty(with_event(), {110, Colour::kOff}, wide);
  CHECK(has(wide, "on whose word"));
  CHECK(has(wide, "accused"));
  append_pretty(with_event(), {50, Colour::kOff}, narrow);
  CHECK(has(narrow, "e1 Jo Lem accused"));
  CHECK(has(narrow, "negated"));
}

TEST_CASE("the page lists the events with links to the statements that they stand on") {
  std::string out;
  append_page_report(with_event(), 1, out);
  CHECK(has(out, "<tr id=\"r1e1\">"));
  CHECK(has(out, "<a href=\"#r1s2\">s2</a>"));
  CHECK(has(out, "negated, comment"));
}

TEST_CASE("why: what was decided of an event, and what else was weighed") {
  std::string out;
  Found chosen;
  chosen.events = {0};
  append_why(with_event(), chosen, {100, Colour::kOff}, out);
  CHECK(has(out, "e1 Jo Lem accused"));
  CHECK(has(out, "an event with a probability of 0.75"));
  CHECK(has(out, "REJECT"));
  CHECK(find_words(with_event(), "accused").events == std::vector<size_t>{0});
}

}  // namespace
}  // namespace onrecord::exports
