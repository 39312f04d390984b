#include <unistd.h>

#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "export/why.h"
#include "inputs.h"
#include "manual.h"
#include "output.h"
#include "program.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Reads one report as `onrecord read` does and shows what lies behind each field of its statements and events: the "
    "head of the "
    "network or the rule that decided it, how sure it was, and what else was weighed (\"not\"). Words that might have "
    "been a cue but were not sure enough come last.\n"
    "\n"
    "The number of a statement is that of the record: s1, s2 … in the order of the cues.";

constexpr char kMore[] = R"(EXIT STATUS
    0   explained
    2   the report could not be read, or it has no such statement or words

EXAMPLES
    onrecord why report.txt
        all statements of a report
    onrecord why report.txt --statement s3
        one of them
    onrecord why report.txt --event e2
        why an event has its type, its actors, its standing and its word
    onrecord why report.txt --actor a2
        who a2 is, and why each mention is his
    onrecord why report.txt --words 'did not comment'
        those with these words, or why these words made none
)";

struct WhyOptions {
  EngineSettings engine;
  std::string input, statement, event, actor, words, date, colour = "auto";
};

Result<exports::Found> choose(const Record& record, const WhyOptions& options) {
  exports::Found chosen;
  if (!options.actor.empty()) {
    for (size_t k = 0; k < record.actors.size(); ++k) {
      if (options.actor == "all" || record.actors[k].id == options.actor) chosen.actors.push_back(k);
    }
    if (!chosen.actors.empty()) return chosen;
    return fail(Code::kUsage, fmt::format("has no actor {}; it has {} of them", options.actor, record.actors.size()),
                record.report.id);
  }
  if (!options.event.empty()) {
    for (size_t k = 0; k < record.events.size(); ++k) {
      if (options.event == "all" || record.events[k].id == options.event) chosen.events.push_back(k);
    }
    if (!chosen.events.empty()) return chosen;
    return fail(Code::kUsage, fmt::format("has no event {}; it has {} of them", options.event, record.events.size()),
                record.report.id);
  }
  if (!options.statement.empty()) {
    for (size_t k = 0; k < record.statements.size(); ++k) {
      if (record.statements[k].id == options.statement) chosen.statements.push_back(k);
    }
    if (chosen.statements.empty()) {
      return fail(Code::kUsage,
                  fmt::format("has no statement {}; it has {} of them", options.statement, record.statements.size()),
                  record.report.id);
    }
    return chosen;
  }
  if (options.words.empty()) {
    chosen.statements.resize(record.statements.size());
    std::iota(chosen.statements.begin(), chosen.statements.end(), 0);
    chosen.events.resize(record.events.size());
    std::iota(chosen.events.begin(), chosen.events.end(), 0);
    chosen.passed_over.resize(record.passed_over.size());
    std::iota(chosen.passed_over.begin(), chosen.passed_over.end(), 0);
    return chosen;
  }
  chosen = exports::find_words(record, options.words);
  if (chosen.statements.empty() && chosen.events.empty() && chosen.passed_over.empty()) {
    return fail(
        Code::kUsage,
        fmt::format("no statement has the words \"{}\", and none of them came near to being a cue", options.words),
        record.report.id);
  }
  return chosen;
}

int run_why(const WhyOptions& options, spdlog::logger& log) {
  const auto stop = [&](const Error& error) {
    log.error("{}", error.text());
    return kNotDone;
  };
  const auto opened_with = engine_options(options.engine);
  if (!opened_with) return stop(opened_with.error());
  const auto engine = Engine::open(*opened_with);
  if (!engine) return stop(engine.error());
  const Source source = open_inputs({options.input}, {options.date, ""}, opened_with->budget, "");
  const auto input = source();
  if (!input) return stop({Code::kUsage, "there is no report in it", options.input});
  if (!*input) return stop(input->error());
  const auto record = engine->read(**input);
  if (!record) return stop(record.error());
  const auto chosen = choose(*record, options);
  if (!chosen) return stop(chosen.error());

  auto output = Output::open("");
  if (!output) return stop(output.error());
  std::string out;
  exports::append_why(*record, *chosen, {terminal_width(), colour_to_use(options.colour, is_terminal(STDOUT_FILENO))},
                      out);
  if (const auto written = output->write(out); !written) return stop(written.error());
  return kFine;
}

}  // namespace

void add_why(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand("why", "tell what lies behind the statements of a report");
  set_manual(*command, {"onrecord why [OPTION]... REPORT", kDescription, kMore});
  auto options = std::make_shared<WhyOptions>();
  command->add_option("REPORT", options->input, "A file, or - for standard input; the first report in it.")
      ->required()
      ->type_name("");
  auto* statement = command->add_option("--statement", options->statement, "Only this one.")->type_name("ID");
  auto* actor =
      command->add_option("--actor", options->actor, "Instead: who that actor is, and why each mention is his; or all.")
          ->type_name("ID")
          ->excludes(statement);
  auto* event = command->add_option("--event", options->event, "Only this event, or all.")
                    ->type_name("ID")
                    ->excludes(statement)
                    ->excludes(actor);
  command->add_option("--words", options->words, "Only those with these words in their source, cue or content.")
      ->type_name("WORDS")
      ->excludes(statement)
      ->excludes(actor)
      ->excludes(event);
  add_date_option(*command, options->date);
  add_engine_options(*command, options->engine);
  add_threshold_option(*command, options->engine);
  add_colour_option(*command, options->colour);
  command->callback([options, &chosen] { chosen = [options](spdlog::logger& log) { return run_why(*options, log); }; });
}

}  // namespace onrecord::app
