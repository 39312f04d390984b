#pragma once
// tests/cases/actors/*.case: texts, who must be found in them, and the syntax that the network read.

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace onrecord::actors {

struct ReferenceCase {
  std::string name, text;
  std::vector<std::string> actors, syntax;  // lines

  // Blocks of the text, parted by blank lines.
  [[nodiscard]] std::vector<text::TextBlock> blocks() const {
    std::vector<text::TextBlock> found;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find("\n\n", at), text.size());
      found.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, false});
      at = end + 2;
    }
    return found;
  }
};

// header: the comment at the head of the file.
inline std::vector<ReferenceCase> read_cases(const std::string& path, std::string& header) {
  std::vector<ReferenceCase> cases;
  std::ifstream file(path);
  std::vector<std::string>* part = nullptr;
  std::vector<std::string> text;
  const auto close_text = [&] {
    if (cases.empty() || !cases.back().text.empty()) return;
    while (!text.empty() && text.back().empty()) text.pop_back();
    for (const std::string& line : text) cases.back().text += (cases.back().text.empty() ? "" : "\n") + line;
    text.clear();
  };
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}, {}});
      part = &text;
    } else if (cases.empty()) {
      header += line + '\n';
    } else if (line == "--- actors") {
      close_text();
      part = &cases.back().actors;
    } else if (line == "--- syntax") {
      part = &cases.back().syntax;
    } else if (part == &text || !line.empty()) {
      part->push_back(line);
    }
  }
  return cases;
}

}  // namespace onrecord::actors
