#include "export/jsonl.h"

#include <doctest/doctest.h>

#include "export/sample_record.h"

namespace onrecord::exports {
namespace {

std::string line_of(const Record& record) {
  std::string out;
  append_jsonl(record, out);
  return out;
}

TEST_CASE("an empty record has every field, null or empty") {
  CHECK(
      line_of(Record{}) ==
      R"({"schema":"onrecord/1",)"
      R"("report":{"id":null,"url":null,"publisher":null,"title":null,"authors":[],"published":null,"retrieved":null,)"
      R"("language":"en","sha256":null,"copy_of":null,"text":"","blocks":[]},)"
      R"("actors":[],"places":[],"statements":[],"events":[],)"
      R"("engine":{"version":null,"model":null,"knowledge_base":null}})"
      "\n");
}

TEST_CASE("actors and statements are written field by field in the order of the schema") {
  const std::string line = line_of(tests::nested_record());
  CHECK(
      line.find(
          R"({"id":"a2","name":"Jo Lem","kind":"person","entity":null,)"
          R"("office":{"title":"harbour minister","from":null,"to":null,"as_of":"2026-05-04","basis":"report"},)"
          R"("country":null,"role":null,"cameo":"DRVGOV","mentions":[{"span":[40,43],"form":"name","confidence":1}]})") !=
      std::string::npos);
  CHECK(line.find(R"({"id":"s2","source":{"spans":[[22,27]],"actors":[],"kind":"named"},)"
                  R"("cue":{"spans":[[28,34]],"lemma":"deny","act":"deny"},"content":[[35,65]],"mode":"mixed",)"
                  R"("addressee":null,"medium":null,"when":null,"where":null,"via":"s1","polarity":"positive",)"
                  R"("confidence":0.5})") != std::string::npos);
  CHECK(line.find(R"("blocks":[{"kind":"headline","span":[0,20]},)") != std::string::npos);
}

TEST_CASE("a place is written with what is known of it") {
  Record record;
  Where town, strait;
  town.span = {3, 9};
  town.name = "Strelsau";
  town.country = "RUR";
  town.geonames = 7;
  town.lat = 50.125;
  town.lon = -14.5;
  town.precision = "town";
  strait.span = {12, 18};
  strait.name = "Narrows";
  record.places = {town, strait};
  const std::string line = line_of(record);
  CHECK(
      line.find(
          R"("places":[{"span":[3,9],"name":"Strelsau","geonames":7,"lat":50.125,"lon":-14.5,"country":"RUR","precision":"town"},)"
          R"({"span":[12,18],"name":"Narrows","geonames":null,"lat":null,"lon":null,"country":null,"precision":null}])") !=
      std::string::npos);
}

TEST_CASE("a statement without content has no mode, and one that was not made is negative") {
  Record record;
  Statement declined;
  declined.id = "s1";
  declined.polarity = Polarity::kNegative;
  record.statements = {declined};
  const std::string line = line_of(record);
  CHECK(line.find(R"("content":[],"mode":null)") != std::string::npos);
  CHECK(line.find(R"("polarity":"negative")") != std::string::npos);
  CHECK(line.find(R"("cue":{"spans":[],"lemma":null,"act":"say"})") != std::string::npos);
}

TEST_CASE("a record is one line whatever its text holds") {
  Record record = tests::nested_record();
  record.report.text += "\n\r\n\u2028 end";
  const std::string line = line_of(record);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.find('\r') == std::string::npos);
}

}  // namespace
}  // namespace onrecord::exports
