#include <unistd.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "inputs.h"
#include "manual.h"
#include "program.h"
#include "read_run.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Reads each report and writes its record: who said what, who did what to whom, and on whose word it is known. "
    "Output "
    "comes in the order of the input, each record as soon as it and those before it are ready; memory does not grow "
    "with the number of reports.\n"
    "\n"
    "A report is plain text or HTML in any encoding. A file of JSON Lines (.jsonl, .ndjson) holds one report a line, "
    "an object with \"text\" or \"html\" and, where known, \"id\", \"title\", \"published\", \"url\" and "
    "\"publisher\"; lines as the NGEC event coder takes them (\"event_text\", \"story_id\", \"pub_date\") are read "
    "too. What is given so is believed over what the page says.\n"
    "\n"
    "Input that cannot be read is named on standard error with its code and what to do; all other input is read.";

constexpr char kMore[] = R"(FORMATS
    pretty  for people: the text with [source] {cue} <content> marked, in
            colour on a terminal that has it, and the record as a table beside
            it (120 columns or more) or under it
    jsonl   for programs: one record a line, with every field of the schema
            onrecord/1; offsets in Unicode code points
    html    one page that needs nothing else: text and records side by side,
            for any browser, for print, with or without script
    events  a table (TSV) of the events, one a row: who did what to whom, when,
            where, with what standing and on whose word
    offices a table (TSV) of the offices that the reports themselves give to
            people, with report and date: what may be new to a knowledge base

EXIT STATUS
    0   all was read
    1   some input failed: each is named on standard error, the rest was read
    2   wrong use, no usable model, or the output could not be written

EXAMPLES
    onrecord read report.txt
        one report, to look at
    onrecord read news/ 'archive/2026-*.jsonl' > records.jsonl
        folders, with all below them, and patterns: one record a line
    onrecord read --format html --output report.html page.html
        a page to open in a browser
    onrecord read --events news/ > events.tsv
        the events of all reports as one table
    curl -s https://example.org/story | onrecord read - --date 2026-03-01
        from standard input, with its date
    onrecord read --stats --threads 2 reports.jsonl > /dev/null
        how fast, and where the time goes
    onrecord read reports.jsonl | jq -r '.statements[].cue.lemma' | sort
        all words of saying
)";

struct ReadOptions {
  EngineSettings engine;
  std::vector<std::string> inputs;
  std::string format, colour = "auto", output, date, publisher;
  bool stats = false;
};

OutputFormat format_of(const std::string& name) {
  if (name == "pretty") return OutputFormat::kPretty;
  if (name == "html") return OutputFormat::kHtml;
  if (name == "offices") return OutputFormat::kOffices;
  if (name == "events") return OutputFormat::kEvents;
  return OutputFormat::kJsonLines;
}

std::string page_title(const std::vector<std::string>& inputs) {
  if (inputs.size() == 1 && inputs.front() != "-") return inputs.front() + " on record";
  return "on record";
}

int run_read(const ReadOptions& options, spdlog::logger& log) {
  const auto stop = [&](const Error& error) {
    log.error("{}", error.text());
    return kNotDone;
  };
  const auto opened_with = engine_options(options.engine);
  if (!opened_with) return stop(opened_with.error());
  const auto engine = Engine::open(*opened_with);
  if (!engine) return stop(engine.error());
  if (const auto read = names_an_input(options.output, options.inputs)) return stop(*read);
  auto output = Output::open(options.output);
  if (!output) return stop(output.error());

  const bool to_terminal = options.output.empty() && is_terminal(STDOUT_FILENO);
  ReadSettings settings;
  settings.format = format_of(!options.format.empty() ? options.format : to_terminal ? "pretty" : "jsonl");
  settings.width = terminal_width();
  settings.colour = colour_to_use(options.colour, to_terminal);
  settings.page_title = page_title(options.inputs);
  settings.threads = opened_with->threads;
  settings.stats = options.stats;
  settings.progress = is_terminal(STDERR_FILENO) && !to_terminal;
  const Source source =
      open_inputs(options.inputs, {options.date, options.publisher}, opened_with->budget, options.output);
  return read_all(*engine, source, settings, *output, log);
}

}  // namespace

void add_read(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand("read", "read news reports into records of who said what");
  set_manual(*command, {"onrecord read [OPTION]... INPUT...", kDescription, kMore});
  auto options = std::make_shared<ReadOptions>();
  command
      ->add_option("INPUT", options->inputs,
                   "A file, a folder (all reports in it and below), a pattern in quotation marks ('news/*.html'), or "
                   "- for standard input.")
      ->required()
      ->type_name("");
  command
      ->add_option("-f,--format", options->format,
                   "How records are written: pretty, jsonl, html, events or offices. Without it pretty on a terminal, "
                   "else jsonl.")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"pretty", "jsonl", "html", "events", "offices"}));
  command->add_flag_callback(
      "--events", [options] { options->format = "events"; }, "The same as --format events.");
  command->add_option("-o,--output", options->output, "Write to this file instead of standard output.")
      ->type_name("FILE");
  add_date_option(*command, options->date);
  command
      ->add_option("--publisher", options->publisher,
                   "Who published the reports, where their line of JSON does not give it.")
      ->type_name("NAME");
  add_engine_options(*command, options->engine);
  add_threshold_option(*command, options->engine);
  add_colour_option(*command, options->colour);
  command->add_flag(
      "--stats", options->stats,
      "When done, tell on standard error how many reports and words, how fast, where the time went and how "
      "much memory was used at most.");
  command->callback(
      [options, &chosen] { chosen = [options](spdlog::logger& log) { return run_read(*options, log); }; });
}

}  // namespace onrecord::app
