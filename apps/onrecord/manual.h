#pragma once
// Help that reads like a manual page: NAME, SYNOPSIS, DESCRIPTION, OPTIONS (from CLI11's own list, wrapped), then the
// sections that a subcommand adds itself (EXIT STATUS, EXAMPLES …).
//
//   set_manual(command, {.synopsis = "onrecord read [OPTION]... INPUT...", .description = "...", .more = kReadMore});

#include <string>

#include <CLI/CLI.hpp>

namespace onrecord::app {

struct Manual {
  std::string synopsis;     // one line a form
  std::string description;  // paragraphs parted by blank lines; wrapped here
  std::string more;         // further sections, laid out as they are to be printed
};

// The short description of the command (App::get_description) is its NAME line.
void set_manual(CLI::App& command, Manual manual);

}  // namespace onrecord::app
