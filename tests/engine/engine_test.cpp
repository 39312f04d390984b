#include "onrecord/engine.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace onrecord {
namespace {

// The tiny model's weights are random: what it reads is nonsense, but always the same nonsense.
Engine open_tiny(Budget budget = {}) {
  EngineOptions options;
  options.model_folder = TINY_MODEL;
  options.data_folder = ONRECORD_SOURCE_DIR "/data";
  options.threads = 8;
  options.budget = budget;
  auto engine = Engine::open(options);
  REQUIRE_MESSAGE(engine.has_value(), engine.error().text());
  return std::move(*engine);
}

Input report(int number) {
  static const std::vector<std::string> kSentences = {
      "The harbour board said on Monday that the new pier would open in May.",
      "“We have waited ten years for this,” said Ida Roth, who chairs the board.",
      "Mr Lind, the mayor, told reporters he had not seen the bill, and he urged the council to publish it.",
      "Norway and Sweden agreed to share the cost, according to two officials.",
      "It was raining.",
      "“Nobody asked us.",
      "“Nobody ever does.”",
      "The ministry denied it. Its spokeswoman declined to say more — “not today”, she added.",
  };
  Input input;
  input.id = "report-" + std::to_string(number);
  input.bytes = "A headline about pier number " + std::to_string(number) + "\n\n";
  for (int k = 0; k <= number % 7 + 2; ++k) {
    input.bytes += kSentences[static_cast<size_t>(number * 5 + k * 3) % kSentences.size()];
    input.bytes += k % 3 == 0 ? "\n\n" : " ";
  }
  input.format = Format::kText;
  return input;
}

std::vector<Input> reports(int count) {
  std::vector<Input> inputs;
  for (int k = 0; k < count; ++k) inputs.push_back(report(k));
  return inputs;
}

void write(std::string& out, const std::vector<TextSpan>& spans) {
  for (const TextSpan& span : spans) out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
}

// Everything that a record says, to the last bit of a confidence.
std::string written(const Result<Record>& result) {
  if (!result) return result.error().text();
  std::string out = result->report.id + '|' + result->report.text + '|' + result->report.sha256;
  for (const Actor& actor : result->actors) {
    out += '\n' + actor.id + ' ' + actor.name + ' ' + actor.country + ' ' + actor.role + ' ' +
           std::string(name(actor.kind));
    for (const Mention& mention : actor.mentions) write(out, {mention.span});
  }
  for (const Statement& statement : result->statements) {
    out += '\n' + statement.id + ' ' + statement.cue_lemma + ' ' + std::string(name(statement.act)) + ' ' +
           std::string(name(statement.mode)) + ' ' + statement.via + ' ' + statement.addressee + ' ' +
           std::to_string(statement.confidence);
    for (const std::string& id : statement.source_actors) out += ' ' + id;
    write(out, statement.source);
    write(out, statement.cue);
    write(out, statement.content);
  }
  return out;
}

std::vector<std::string> written(const std::vector<Result<Record>>& results) {
  std::vector<std::string> out;
  for (const auto& result : results) out.push_back(written(result));
  return out;
}

TEST_CASE("a batch gives each report what it gets alone, however the batch is split") {
  const Engine engine = open_tiny();
  const std::vector<Input> inputs = reports(12);
  std::vector<std::string> alone;
  for (const Input& input : inputs) alone.push_back(written(engine.read(input)));
  CHECK(written(engine.read_batch(inputs)) == alone);
  for (const size_t size : {5U, 7U}) {
    std::vector<std::string> parts;
    for (size_t at = 0; at < inputs.size(); at += size) {
      const std::span<const Input> part = std::span(inputs).subspan(at, std::min(size, inputs.size() - at));
      for (const auto& result : engine.read_batch(part)) parts.push_back(written(result));
    }
    CHECK(parts == alone);
  }
}

TEST_CASE("the records are the same bytes on 1, 2 and 8 threads") {
  const Engine engine = open_tiny();
  const std::vector<Input> inputs = reports(16);
  const std::vector<std::string> expected = written(engine.read_batch(inputs));
  for (const size_t threads : {1U, 2U, 8U}) {
    std::vector<std::string> found(inputs.size());
    std::vector<std::thread> workers;
    for (size_t worker = 0; worker < threads; ++worker) {
      workers.emplace_back([&, worker] {
        for (size_t k = worker; k < inputs.size(); k += threads) found[k] = written(engine.read(inputs[k]));
      });
    }
    for (std::thread& worker : workers) worker.join();
    CHECK(found == expected);
  }
}

TEST_CASE("a broken report among good ones fails alone") {
  const Engine engine = open_tiny();
  std::vector<Input> inputs = reports(3);
  inputs.insert(inputs.begin() + 1, Input());
  Input binary;
  binary.bytes = std::string(
      "\x7f"
      "ELF\0\0\0\x01\x02",
      9);
  inputs.push_back(binary);
  const auto results = engine.read_batch(inputs);
  REQUIRE(results.size() == 5);
  REQUIRE_FALSE(results[1]);
  CHECK(results[1].error().code == Code::kInputEmpty);
  CHECK_FALSE(results[4]);
  for (const size_t good : {0U, 2U, 3U}) REQUIRE(results[good]);
  CHECK(written(results[2]) == written(engine.read(inputs[2])));
}

TEST_CASE("a batch of broken reports only, and no batch at all, are no trouble") {
  const Engine engine = open_tiny();
  CHECK(engine.read_batch({}).empty());
  const std::vector<Input> broken(2);
  CHECK(engine.read_batch(broken).size() == 2);
}

TEST_CASE("a report of more words or bytes than the budget fails by itself") {
  Budget budget;
  budget.max_tokens = 10;
  std::vector<Input> inputs = {report(6), report(6), report(6)};
  inputs[1].bytes = "The mayor said no.";
  const auto records = open_tiny(budget).read_batch(inputs);
  REQUIRE_FALSE(records[0]);
  CHECK(records[0].error().code == Code::kInputTooLarge);
  CHECK(records[1]);
  CHECK_FALSE(records[2]);
  budget.max_bytes = 10;
  const auto failed = open_tiny(budget).read(inputs[1]);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == Code::kInputTooLarge);
}

TEST_CASE("every span of a record lies inside the text, in code points") {
  const Engine engine = open_tiny();
  Input input = report(1);
  input.bytes += "\n\n“Ça suffit — già,” said Zoë Ångström of the União 🙂 party.";
  const auto record = engine.read(input);
  REQUIRE(record);
  size_t length = 0;
  for (const char c : record->report.text) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  const auto inside = [&](const TextSpan& span) { return span.begin < span.end && span.end <= length; };
  for (const Actor& actor : record->actors) {
    for (const Mention& mention : actor.mentions) CHECK(inside(mention.span));
  }
  for (const Statement& statement : record->statements) {
    for (const auto* spans : {&statement.source, &statement.cue, &statement.content}) {
      for (const TextSpan& span : *spans) CHECK(inside(span));
    }
    for (const std::string& id : statement.source_actors)
      CHECK(std::any_of(record->actors.begin(), record->actors.end(),
                        [&](const Actor& actor) { return actor.id == id; }));
  }
}

TEST_CASE("the time of every stage is counted") {
  const Engine engine = open_tiny();
  StageTimes times;
  const auto results = engine.read_batch(reports(4), &times);
  CHECK(results.size() == 4);
  CHECK(times.spent[static_cast<size_t>(Stage::kEncoder)].count() > 0);
  CHECK(times.spent[static_cast<size_t>(Stage::kIngest)].count() > 0);
  CHECK(name(Stage::kEncoder) == "encoder");
}

TEST_CASE("an engine says what it is") {
  const Engine engine = open_tiny();
  CHECK_FALSE(engine.version().version.empty());
  CHECK_FALSE(engine.version().model.empty());
  CHECK(engine.read(report(0))->engine.model == engine.version().model);
}

TEST_CASE("no model, no engine") {
  EngineOptions options;
  options.model_folder = "no/such/folder";
  const auto engine = Engine::open(options);
  REQUIRE_FALSE(engine);
  CHECK(engine.error().code == Code::kModelMissing);
}

}  // namespace
}  // namespace onrecord
