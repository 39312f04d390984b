#pragma once
// What the user named on the command line → the reports in it.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/engine.h"
#include "onrecord/error.h"

namespace onrecord::app {

// The next report or what is wrong with it; nothing when there are no more. Called on one thread at a time.
using Source = std::function<std::optional<Result<Input>>()>;

// What is known of all reports, where their line of JSON does not give it.
struct KnownOfAll {
  std::string date, publisher;
};

// Files, folders, patterns and "-". output: where the results go, "" for stdout; folders and patterns pass it over.
[[nodiscard]] Source open_inputs(const std::vector<std::string>& inputs, KnownOfAll known, const Budget& budget,
                                 const std::string& output);

// The error to stop with when the output would overwrite a named input; to be asked before the output is opened.
[[nodiscard]] std::optional<Error> names_an_input(const std::string& output, const std::vector<std::string>& inputs);

// "2026-03-01", or such a date with a time after T.
[[nodiscard]] bool is_iso_date(std::string_view date);

}  // namespace onrecord::app
