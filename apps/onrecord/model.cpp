#include <fmt/format.h>

#include "commands.h"
#include "encoder/manifest.h"
#include "encoder/network.h"
#include "manual.h"
#include "output.h"
#include "program.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Tells which model would be used, what is in it, and whether its files are whole: sizes and SHA-256 hashes are "
    "compared with the manifest. What it was trained on, under which licences and with which scores stands in "
    "manifest.json in its folder.";

int run_model(const std::string& given, spdlog::logger& log) {
  const auto folder = find_model(given);
  if (!folder) {
    log.error("{}", folder.error().text());
    return kNotDone;
  }
  const auto network = encoder::Network::open(*folder, 1);  // checks all hashes
  if (!network) {
    log.error("{}", network.error().text());
    return kNotDone;
  }
  const encoder::Manifest& manifest = network->manifest();
  std::string out = fmt::format("model    {}\nfolder   {}\n", manifest.version, *folder);
  for (const encoder::ModelFile& file : manifest.files) {
    out += fmt::format("file     {:<16} {:>10} bytes  whole\n", file.name, file.bytes);
  }
  auto output = Output::open("");
  if (!output || !output->write(out)) return kNotDone;
  return kFine;
}

}  // namespace

void add_model(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand("model", "tell which model is used and check its files");
  set_manual(*command, {"onrecord model [--model FOLDER]", kDescription, ""});
  auto given = std::make_shared<std::string>();
  command->add_option("--model", *given, "Folder of the model to look at.")->type_name("FOLDER");
  command->callback([given, &chosen] { chosen = [given](spdlog::logger& log) { return run_model(*given, log); }; });
}

}  // namespace onrecord::app
