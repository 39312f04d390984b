#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "knowledge/base.h"
#include "knowledge/builder.h"
#include "manual.h"
#include "output.h"
#include "program.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Makes and checks knowledge bases: the file that tells who people, offices, bodies and places are. One comes with "
    "the program; these commands are for making it anew and for adding tables of one's own.";

constexpr char kBuildDescription[] =
    "Compiles tables into a knowledge base. A folder holds some of entity, office, tenure, membership, place, alias "
    "and code as NAME.tsv or NAME.tsv.gz (docs/knowledge-base.md has the columns). Of rows with one id, those of a "
    "later folder count. Rows that make no sense, such as a term that ends before it begins, are left out and listed "
    "on standard error. The same tables give the same bytes.";

constexpr char kImportDescription[] =
    "Adds tables of one's own to those that come with the program: `kb build` with the program's tables first. A file "
    "of a Wikidata query (TSV, columns person, personLabel, position, positionLabel, country, start, end and more) is "
    "taken as it was saved. Give the result to --knowledge.";

struct BuildOptions {
  std::vector<std::string> inputs;
  std::string out, name;
};

int write_base(const BuildOptions& options, const std::vector<std::string>& folders, spdlog::logger& log) {
  const auto stop = [&](const Error& error) {
    log.error("{}", error.text());
    return kNotDone;
  };
  const auto built = knowledge::build(folders, options.name);
  if (!built) return stop(built.error());
  for (const std::string& line : built->left_out) log.warn("left out: {}", line);
  auto output = Output::open(options.out);
  if (!output) return stop(output.error());
  if (const auto written = output->write(built->bytes); !written) return stop(written.error());
  if (const auto closed = output->close(); !closed) return stop(closed.error());
  return kFine;
}

int run_import(const BuildOptions& options, spdlog::logger& log) {
  std::vector<std::string> folders{find_data() + "/kb"};
  folders.insert(folders.end(), options.inputs.begin(), options.inputs.end());
  return write_base(options, folders, log);
}

int run_check(const std::string& given, spdlog::logger& log) {
  const auto path = find_knowledge(given);
  if (!path) {
    log.error("{}", path.error().text());
    return kNotDone;
  }
  const auto base = knowledge::KnowledgeBase::open(*path);
  if (!base) {
    log.error("{}", base.error().text());
    return kNotDone;
  }
  if (!base->intact()) {
    log.error(
        "{}",
        Error{Code::kKnowledgeDamaged, "its checksum is wrong; make it again with `onrecord kb build`", *path}.text());
    return kNotDone;
  }
  auto output = Output::open("");
  if (!output) return kNotDone;
  const std::string out =
      fmt::format("knowledge  {}\nfile       {}\nentities   {:>8}\nplaces     {:>8}\ntenures    {:>8}\nwhole\n",
                  base->version(), *path, base->entities(), base->places(), base->tenures());
  return output->write(out) ? kFine : kNotDone;
}

void add_build_options(CLI::App& command, BuildOptions& options) {
  command.add_option("--out", options.out, "Where to write it.")->required()->type_name("FILE");
  command
      .add_option("--name", options.name,
                  "What it calls itself in records; without it a name made of a hash of the tables.")
      ->type_name("NAME");
}

}  // namespace

void add_kb(CLI::App& app, Command& chosen) {
  CLI::App* kb = app.add_subcommand("kb", "make and check knowledge bases");
  set_manual(*kb, {"onrecord kb COMMAND [OPTION]...", kDescription, ""});
  kb->require_subcommand(1);

  CLI::App* build = kb->add_subcommand("build", "compile tables into a knowledge base");
  set_manual(*build, {"onrecord kb build --out FILE FOLDER...", kBuildDescription, ""});
  auto to_build = std::make_shared<BuildOptions>();
  build->add_option("FOLDER", to_build->inputs, "Folders of tables.")->required()->type_name("");
  add_build_options(*build, *to_build);
  build->callback([to_build, &chosen] {
    chosen = [to_build](spdlog::logger& log) { return write_base(*to_build, to_build->inputs, log); };
  });

  CLI::App* add = kb->add_subcommand("import", "add tables of one's own to those of the program");
  set_manual(*add, {"onrecord kb import --out FILE INPUT...", kImportDescription, ""});
  auto to_import = std::make_shared<BuildOptions>();
  add->add_option("INPUT", to_import->inputs, "Folders of tables, files of Wikidata queries.")
      ->required()
      ->type_name("");
  add_build_options(*add, *to_import);
  add->callback(
      [to_import, &chosen] { chosen = [to_import](spdlog::logger& log) { return run_import(*to_import, log); }; });

  CLI::App* check = kb->add_subcommand("check", "tell which knowledge base is used and whether it is whole");
  set_manual(*check, {"onrecord kb check [FILE]",
                      "Tells which knowledge base would be used, what is in it, and whether it is whole.", ""});
  auto given = std::make_shared<std::string>();
  check->add_option("FILE", *given, "The one to look at.")->type_name("");
  check->callback([given, &chosen] { chosen = [given](spdlog::logger& log) { return run_check(*given, log); }; });
}

}  // namespace onrecord::app
