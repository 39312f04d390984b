#pragma once
// Where the program stands: its own place on disk, its model, and the terminal that it talks to. The library below
// never looks at any of these.

#include <string>

#include "onrecord/error.h"

namespace onrecord::app {

[[nodiscard]] std::string program_version();  // "0.1.0"

// The exit status, as --help promises.
inline constexpr int kFine = 0;
inline constexpr int kSomeFailed = 1;  // some input failed, each named on stderr; the rest was done
inline constexpr int kNotDone = 2;     // wrong use, no model, or the output could not be written

// The folder with the model. given: what the user asked for, or "" to look for it: installed beside the program
// (<program>/../share/onrecord/models/en, <program>/models/en), then models/en in any folder above the program, as in
// the source tree. Fails with kModelMissing.
[[nodiscard]] Result<std::string> find_model(const std::string& given);

// The folder with the lexicons, looked for in the same way: <program>/../share/onrecord/data, <program>/data, then data
// in any folder above. "" when there is none; the engine then looks beside the model.
[[nodiscard]] std::string find_data();

// The knowledge base: what the user asked for, or "" to look for knowledge.okb in the same places. Fails with
// kKnowledgeMissing.
[[nodiscard]] Result<std::string> find_knowledge(const std::string& given);

[[nodiscard]] bool is_terminal(int descriptor);

// Columns of the terminal that stdout is, else $COLUMNS, else 80.
[[nodiscard]] unsigned terminal_width();

// True unless the environment asks for no colour (NO_COLOR, TERM=dumb) or stdout is no terminal.
[[nodiscard]] bool terminal_has_colour();

}  // namespace onrecord::app
