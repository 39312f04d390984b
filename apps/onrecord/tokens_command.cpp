#include <iostream>

#include "commands.h"
#include "manual.h"
#include "tokens.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Reads JSON Lines {\"id\", \"text\"} from standard input and writes a line of JSON for each: words as [begin, end) "
    "in "
    "code points of the text, and for each word the number of its sentence and block, its quotation state and the "
    "number of its quotation. Needs no model. Training uses it, so that the network sees in training what it will see "
    "in use.";

constexpr char kMore[] = R"(EXAMPLES
    echo '{"id": "a", "text": "\"No,\" she said."}' | onrecord tokens
)";

}  // namespace

void add_tokens(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand("tokens", "cut texts into words and sentences");
  set_manual(*command, {"onrecord tokens < TEXTS > TOKENS", kDescription, kMore});
  command->callback([&chosen] {
    chosen = [](spdlog::logger&) {
      std::ios::sync_with_stdio(false);
      return run_tokens(std::cin, std::cout);
    };
  });
}

}  // namespace onrecord::app
