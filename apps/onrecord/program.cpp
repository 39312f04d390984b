#include "program.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace onrecord::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kModelSign = "manifest.json";
constexpr std::string_view kKnowledgeFile = "knowledge.okb";
constexpr std::string_view kDataSign = "lexicons/lemma-irregular.tsv";

bool holds(const fs::path& folder, std::string_view sign) {
  std::error_code ignored;
  return fs::exists(folder / sign, ignored);
}

// The folder `name` that holds `sign`: installed with the program or anywhere above it; "" when there is none.
std::string find_beside_program(const fs::path& name, std::string_view sign) {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  const fs::path folder = program.parent_path();
  if (const fs::path shared = folder.parent_path() / "share/onrecord" / name; holds(shared, sign))
    return shared.string();
  for (fs::path above = folder; above.has_relative_path(); above = above.parent_path()) {
    if (holds(above / name, sign)) return (above / name).string();
  }
  return {};
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

}  // namespace

std::string program_version() {
  return ONRECORD_VERSION;
}

Result<std::string> find_model(const std::string& given) {
  if (!given.empty()) {
    if (holds(given, kModelSign)) return given;
    return fail(Code::kModelMissing, "no manifest.json there; give the folder of a model to --model", given);
  }
  const std::string found = find_beside_program("models/en", kModelSign);
  if (found.empty()) return fail(Code::kModelMissing, "no model found beside the program; give its folder to --model");
  return found;
}

std::string find_data() {
  return find_beside_program("data", kDataSign);
}

Result<std::string> find_knowledge(const std::string& given) {
  if (!given.empty()) return given;
  const std::string folder = find_beside_program("", kKnowledgeFile);
  if (!folder.empty()) return (fs::path(folder) / kKnowledgeFile).string();
  return fail(Code::kKnowledgeMissing, "no knowledge base found beside the program; give its file to --knowledge");
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

unsigned terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = environment("COLUMNS");
  unsigned width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return error == std::errc{} && end == columns.data() + columns.size() && width > 0 ? width : 80;
}

bool terminal_has_colour() {
  return is_terminal(STDOUT_FILENO) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

}  // namespace onrecord::app
