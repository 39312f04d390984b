// onrecord: the command line. Parses arguments and prints; all else is the library's work.

#include <charconv>
#include <csignal>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_color_sinks.h>

#include "commands.h"
#include "inputs.h"
#include "manual.h"
#include "program.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Reads news reports and writes down who said what: for each statement its source, the word that reports it (the "
    "cue), what is said, whether it is quoted, and on whose word it is known; each with its place in the text.\n"
    "\n"
    "Works offline, on the CPU. The same input gives the same bytes, whatever the number of threads.";

constexpr char kMore[] = R"(EXIT STATUS
    0   all was done
    1   some input failed: each is named on standard error with a code such as
        OR0103, the rest was done
    2   wrong use, no usable model, or the output could not be written

ENVIRONMENT
    NO_COLOR    when set to anything, no colour on the terminal
    COLUMNS     width of the output where the terminal does not tell it

EXAMPLES
    onrecord read report.txt
        prints the report with sources, cues and contents marked
    onrecord read news/ > records.jsonl
        a whole folder, one record a line
    onrecord read --help
        all about reading
)";

std::shared_ptr<spdlog::logger> make_log() {
  auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
  auto log = std::make_shared<spdlog::logger>("onrecord", sink);
  log->set_pattern("%n: %l: %v");
  return log;
}

// CLI11's many exit codes become the one that --help promises.
int explain(const CLI::App& app, const CLI::ParseError& error, spdlog::logger& log) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const auto chosen = app.get_subcommands();
  const std::string command = chosen.empty() ? "onrecord" : "onrecord " + chosen.front()->get_name();
  log.error("{}", Error{Code::kUsage, fmt::format("{}; see {} --help", error.what(), command), {}}.text());
  return kNotDone;
}

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is noticed where we write
  const auto log = make_log();
  CLI::App app("who said what in news reports", "onrecord");
  app.set_version_flag("--version", "onrecord " + program_version(), "Print the version and exit.");
  app.set_help_flag("-h,--help", "Print this help and exit.");
  app.require_subcommand(1);
  set_manual(app, {"onrecord COMMAND [OPTION]... [INPUT]...\nonrecord COMMAND --help", kDescription, kMore});
  Command chosen;
  add_read(app, chosen);
  add_why(app, chosen);
  add_parse(app, chosen);
  add_tokens(app, chosen);
  add_who(app, chosen);
  add_model(app, chosen);
  add_kb(app, chosen);
  if (argc <= 1) {
    fmt::print("{}", app.help());
    return kNotDone;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return explain(app, error, *log);
  }
  return chosen(*log);
}

// "64M" becomes "67108864"; what is returned is the error. CLI11's own reader of sizes takes "-3" for a huge one.
std::string read_size(std::string& size) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
  const std::string_view unit(end, static_cast<size_t>(size.data() + size.size() - end));
  const int shift = unit == "K" || unit == "k"   ? 10
                    : unit == "M" || unit == "m" ? 20
                    : unit == "G" || unit == "g" ? 30
                                                 : 0;
  if (error != std::errc{} || number == 0 || (shift == 0 && !unit.empty()) || number > (UINT32_MAX >> 1 >> shift)) {
    return "give a size from 1 to 2G, such as 500K or 64M";
  }
  size = std::to_string(number << shift);
  return {};
}

}  // namespace

void add_engine_options(CLI::App& command, EngineSettings& settings) {
  command
      .add_option("--model", settings.model,
                  "Folder of the model. Without it the model that was installed with the program is taken.")
      ->type_name("FOLDER");
  add_knowledge_option(command, settings.knowledge);
  command
      .add_option("--threads", settings.threads,
                  "How many threads work at the same time; the output does not depend on it. Without it as many as "
                  "the machine has cores.")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
  command
      .add_option(
          "--max-bytes", settings.max_bytes,
          "Reports larger than this are not read (OR0104). Takes K, M and G: 500K, 64M; at most 2G. Without it 16M.")
      ->type_name("SIZE")
      ->transform(CLI::Validator(read_size, "SIZE"));
}

void add_knowledge_option(CLI::App& command, std::string& knowledge) {
  command
      .add_option("--knowledge", knowledge,
                  "The knowledge base. Without it the one that was installed with the program is taken.")
      ->type_name("FILE");
}

void add_threshold_option(CLI::App& command, EngineSettings& settings) {
  command
      .add_option(
          "--cue-threshold", settings.cue_threshold,
          "How sure the network must be that a word reports speech, 0 to 1. Lower finds more statements, higher "
          "surer ones. Without it what the model was measured with, see `onrecord model`.")
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0));
}

void add_date_option(CLI::App& command, std::string& date) {
  command
      .add_option("--date", date,
                  "The reports' date, YYYY-MM-DD or a date-time of ISO 8601, where their line of JSON does not give "
                  "it. Words such as \"Saturday\" are understood from it.")
      ->type_name("DATE")
      ->check(CLI::Validator(
          [](const std::string& given) { return is_iso_date(given) ? "" : "no date of the form YYYY-MM-DD"; }, "DATE"));
}

void add_colour_option(CLI::App& command, std::string& colour) {
  command
      .add_option(
          "--color,--colour", colour,
          "Colour in the pretty format: auto, always or never. auto, the usual, is colour on a terminal, unless the "
          "environment has NO_COLOR.")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

exports::Colour colour_to_use(const std::string& colour, bool to_terminal) {
  const bool coloured = colour == "always" || (colour == "auto" && to_terminal && terminal_has_colour());
  return coloured ? exports::Colour::kOn : exports::Colour::kOff;
}

Result<EngineOptions> engine_options(const EngineSettings& settings) {
  auto model = find_model(settings.model);
  if (!model) return tl::unexpected(model.error());
  EngineOptions options;
  options.model_folder = std::move(*model);
  options.data_folder = find_data();
  auto knowledge = find_knowledge(settings.knowledge);
  if (!knowledge) return tl::unexpected(knowledge.error());
  options.knowledge_file = std::move(*knowledge);
  options.threads = threads_to_use(settings);
  options.cue_threshold = settings.cue_threshold;
  if (settings.max_bytes > 0) options.budget.max_bytes = settings.max_bytes;
  return options;
}

unsigned threads_to_use(const EngineSettings& settings) {
  return settings.threads != 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace onrecord::app

int main(int argc, char** argv) {
  try {
    return onrecord::app::run(argc, argv);
  } catch (const std::exception& failure) {
    fmt::print(stderr, "onrecord: error: OR0901 {}; please report this\n", failure.what());
    return onrecord::app::kNotDone;
  }
}
