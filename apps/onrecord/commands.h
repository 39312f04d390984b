#pragma once
// The subcommands: each adds itself to the command line and, when it was chosen, does its work.

#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <spdlog/logger.h>

#include "export/styled.h"
#include "onrecord/engine.h"

namespace onrecord::app {

// Gives the exit status.
using Command = std::function<int(spdlog::logger&)>;

// Each makes a subcommand of app; `chosen` is set to its work when the command line names it.
void add_read(CLI::App& app, Command& chosen);
void add_parse(CLI::App& app, Command& chosen);
void add_why(CLI::App& app, Command& chosen);
void add_tokens(CLI::App& app, Command& chosen);
void add_model(CLI::App& app, Command& chosen);
void add_who(CLI::App& app, Command& chosen);
void add_kb(CLI::App& app, Command& chosen);

// --model, --threads and --max-bytes are alike in all that read reports.
struct EngineSettings {
  std::string model, knowledge;
  unsigned threads = 0;  // 0 = as many as the machine has cores
  uint64_t max_bytes = 0;
  float cue_threshold = -1;  // the model's own
};
void add_engine_options(CLI::App& command, EngineSettings& settings);
// --knowledge, for those that name people and places.
void add_knowledge_option(CLI::App& command, std::string& knowledge);
// --cue-threshold, for those that make statements.
void add_threshold_option(CLI::App& command, EngineSettings& settings);
// --date and --colour are alike in all that show reports.
void add_date_option(CLI::App& command, std::string& date);
void add_colour_option(CLI::App& command, std::string& colour);
// colour: as --colour gave it. to_terminal: the output goes there.
[[nodiscard]] exports::Colour colour_to_use(const std::string& colour, bool to_terminal);
[[nodiscard]] unsigned threads_to_use(const EngineSettings& settings);
// What the engine is to be opened with. Fails with kModelMissing.
[[nodiscard]] Result<EngineOptions> engine_options(const EngineSettings& settings);

}  // namespace onrecord::app
