#include "manual.h"

#include <memory>
#include <sstream>
#include <utility>
#include <vector>

namespace onrecord::app {
namespace {

constexpr size_t kWidth = 80;

// text broken into lines of at most kWidth, each after so many spaces; blank lines part paragraphs.
std::string filled(const std::string& text, size_t indent) {
  std::string out;
  std::istringstream lines(text);
  std::string line;
  size_t used = 0;
  const std::string margin(indent, ' ');
  while (std::getline(lines, line)) {
    if (line.empty()) {
      out += used > 0 ? "\n\n" : "\n";
      used = 0;
      continue;
    }
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const bool fits = used > 0 && used + 1 + word.size() <= kWidth;
      if (used > 0 && !fits) out += '\n';
      out += fits ? " " : margin;
      out += word;
      used = fits ? used + 1 + word.size() : indent + word.size();
    }
  }
  return out + "\n";
}

class ManualFormatter : public CLI::Formatter {
 public:
  explicit ManualFormatter(Manual manual) : manual_(std::move(manual)) {}

  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    const CLI::App* parent = app->get_parent();
    const std::string name = parent == nullptr ? app->get_name() : parent->get_name() + " " + app->get_name();
    std::string out = "NAME\n" + filled(name + " - " + app->get_description(), 4);
    out += "\nSYNOPSIS\n";
    std::istringstream forms(manual_.synopsis);
    for (std::string form; std::getline(forms, form);) out += filled(form, 4);
    out += "\nDESCRIPTION\n" + filled(manual_.description, 4);
    out += commands(*app) + arguments(*app) + options(*app);
    if (!manual_.more.empty()) out += "\n" + manual_.more;
    return out;
  }

 private:
  static std::string entry(const std::string& name, const std::string& description) {
    return "    " + name + "\n" + filled(description, 8);
  }

  static std::string commands(const CLI::App& app) {
    const auto list = app.get_subcommands([](const CLI::App*) { return true; });
    if (list.empty()) return {};
    std::string out = "\nCOMMANDS\n";
    for (const CLI::App* command : list) out += entry(command->get_name(), command->get_description());
    return out;
  }

  static std::string arguments(const CLI::App& app) {
    std::string out;
    for (const CLI::Option* option : app.get_options([](const CLI::Option* o) { return o->get_positional(); })) {
      out += entry(option->get_name(true), option->get_description());
    }
    return out.empty() ? out : "\nARGUMENTS\n" + out;
  }

  // "-f, --format FORMAT"
  static std::string options(const CLI::App& app) {
    std::string out = "\nOPTIONS\n";
    for (const CLI::Option* option : app.get_options([](const CLI::Option* o) { return o->nonpositional(); })) {
      std::string name;
      for (const std::string& letter : option->get_snames()) name += (name.empty() ? "-" : ", -") + letter;
      for (const std::string& word : option->get_lnames()) name += (name.empty() ? "--" : ", --") + word;
      const std::string type = option->get_type_name();  // CLI11 adds the checks to it: "FORMAT:{jsonl,html}"
      if (option->get_items_expected_max() > 0) name += " " + type.substr(0, type.find(':'));
      out += entry(name, option->get_description());
    }
    return out;
  }

  Manual manual_;
};

}  // namespace

void set_manual(CLI::App& command, Manual manual) {
  command.formatter(std::make_shared<ManualFormatter>(std::move(manual)));
}

}  // namespace onrecord::app
