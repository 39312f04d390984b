#pragma once
// The work of `onrecord read`: inputs through the engine to the output, in order and in bounded memory.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <spdlog/logger.h>

#include "export/styled.h"
#include "inputs.h"
#include "onrecord/engine.h"
#include "output.h"

namespace onrecord::app {

enum class OutputFormat : uint8_t { kPretty, kJsonLines, kHtml, kOffices, kEvents };

struct ReadSettings {
  OutputFormat format = OutputFormat::kJsonLines;
  unsigned width = 80;
  exports::Colour colour = exports::Colour::kOff;
  std::string page_title;
  unsigned threads = 1;
  bool stats = false;
  bool progress = false;
};

// Gives the exit status. When the reader of the output goes away the process ends here, without a word.
[[nodiscard]] int read_all(const Engine& engine, const Source& source, const ReadSettings& settings, Output& output,
                           spdlog::logger& log);

}  // namespace onrecord::app
