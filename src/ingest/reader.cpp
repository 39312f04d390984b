#include "ingest/reader.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <deque>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "ingest/byte_source.h"
#include "ingest/json_report.h"

namespace onrecord::ingest {
namespace {

namespace fs = std::filesystem;

enum class FileKind : uint8_t { kText, kHtml, kJsonLines, kJson, kUnknown };

FileKind kind_of(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (extension == ".txt" || extension == ".text") return FileKind::kText;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return FileKind::kHtml;
  if (extension == ".jsonl" || extension == ".ndjson") return FileKind::kJsonLines;
  return extension == ".json" ? FileKind::kJson : FileKind::kUnknown;
}

bool is_pattern(const std::string& argument) {
  return argument.find_first_of("*?[") != std::string::npos;
}

Result<std::vector<std::string>> list_folder(const std::string& folder) {
  std::error_code trouble;
  std::vector<std::string> entries;
  fs::directory_iterator at(folder, trouble);
  for (const fs::directory_iterator end; !trouble && at != end; at.increment(trouble)) {
    if (at->path().filename().string().starts_with('.')) continue;
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    if (is_folder && at->is_symlink(ignored)) continue;
    if (is_folder || kind_of(at->path().string()) != FileKind::kUnknown) entries.push_back(at->path().string());
  }
  if (trouble) {
    return fail(Code::kInputUnreadable,
                fmt::format("folder cannot be read ({}); check its permissions", trouble.message()), folder);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<std::string> expand_pattern(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return paths;
}

}  // namespace

struct Reader::State {
  using Item = std::optional<Result<Input>>;

  ReaderOptions options;
  std::deque<std::string> pending;  // paths and arguments still to read
  std::optional<ByteSource> lines;  // the JSON Lines being read
  std::deque<Result<Input>> ready;  // items of a JSON array
  JsonReports json;

  static Item trouble(Error error) { return Result<Input>(tl::unexpected(std::move(error))); }
  static Item trouble(Code code, std::string message, std::string input) {
    return trouble(Error{code, std::move(message), std::move(input)});
  }

  // One step: an item, or nothing yet.
  Item step() {
    if (!ready.empty()) {
      Result<Input> item = std::move(ready.front());
      ready.pop_front();
      return item;
    }
    if (lines) return next_line();
    const std::string argument = std::move(pending.front());
    pending.pop_front();
    return open(argument);
  }

  [[nodiscard]] bool done() const { return ready.empty() && !lines && pending.empty(); }

  Item next_line() {
    auto line = lines->next_line(options.max_bytes);
    if (!line) {
      // Of a line that is too long the rest is passed over; of a file that cannot be read nothing is left.
      if (line.error().code != Code::kInputTooLarge) lines.reset();
      return trouble(std::move(line.error()));
    }
    if (!*line) {
      lines.reset();
      return std::nullopt;
    }
    std::string_view json_text = **line;
    if (lines->line_number() == 1 && json_text.starts_with("\xEF\xBB\xBF")) json_text.remove_prefix(3);
    if (json_text.find_first_not_of(" \t\r") == std::string_view::npos) return std::nullopt;
    return json.parse(json_text, fmt::format("{}:{}", lines->name(), lines->line_number()));
  }

  Item open(const std::string& argument) {
    if (argument == "-") return read_source(ByteSource(options.standard_input, "stdin"), FileKind::kUnknown);
    std::error_code ignored;
    if (fs::is_directory(argument, ignored)) return open_folder(argument);
    if (is_pattern(argument) && !fs::exists(argument, ignored)) return open_pattern(argument);
    auto source = ByteSource::open(argument);
    if (!source) return trouble(std::move(source.error()));
    return read_source(std::move(*source), kind_of(argument));
  }

  Item open_folder(const std::string& folder) {
    auto entries = list_folder(folder);
    if (!entries) return trouble(std::move(entries.error()));
    queue(std::move(*entries));
    return std::nullopt;
  }

  void queue(std::vector<std::string> paths) {
    std::error_code ignored;
    if (!options.leave_out.empty()) {
      std::erase_if(paths, [&](const std::string& path) { return fs::equivalent(path, options.leave_out, ignored); });
    }
    pending.insert(pending.begin(), paths.begin(), paths.end());
  }

  Item open_pattern(const std::string& pattern) {
    auto paths = expand_pattern(pattern);
    if (paths.empty()) return trouble(Code::kInputMissing, "the pattern matches no file; check it", pattern);
    queue(std::move(paths));
    return std::nullopt;
  }

  Item read_source(ByteSource source, FileKind kind) {
    const std::string name = source.name();
    if (kind == FileKind::kUnknown && source.first_solid_byte() == '{') kind = FileKind::kJsonLines;
    if (kind == FileKind::kJsonLines) {
      lines.emplace(std::move(source));
      return std::nullopt;
    }
    if (kind == FileKind::kJson) return read_json(std::move(source));
    auto bytes = source.read_rest(options.max_bytes);
    if (!bytes) return trouble(std::move(bytes.error()));
    Input input;
    input.bytes = std::move(*bytes);
    input.id = name;
    input.format = options.format;
    if (input.format == Format::kAuto && kind == FileKind::kHtml) input.format = Format::kHtml;
    return Result<Input>(std::move(input));
  }

  // One report a line when the first line is a whole value; else one value through all lines.
  Item read_json(ByteSource source) {
    const std::string path = source.name();
    auto first = source.next_line(options.max_bytes);
    if (first && *first && json.is_object(**first)) {
      auto again = ByteSource::open(path);
      if (!again) return trouble(std::move(again.error()));
      lines.emplace(std::move(*again));
      return std::nullopt;
    }
    if (!first) return trouble(std::move(first.error()));
    auto rest = source.read_rest(options.max_bytes);
    if (!rest) return trouble(std::move(rest.error()));
    for (auto& item : json.parse_all((*first).value_or("") + '\n' + *rest, path)) ready.push_back(std::move(item));
    return std::nullopt;
  }
};

Reader::Reader(std::vector<std::string> arguments, ReaderOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
  state_->pending.assign(arguments.begin(), arguments.end());
}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

std::optional<Result<Input>> Reader::next() {
  while (!state_->done()) {
    if (auto item = state_->step()) return item;
  }
  return std::nullopt;
}

}  // namespace onrecord::ingest
