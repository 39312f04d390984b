#include "text/case_file.h"

#include <fstream>

#include <doctest/doctest.h>

namespace onrecord::test {

std::vector<Case> read_cases(const std::string& name) {
  std::ifstream file(ONRECORD_SOURCE_DIR "/tests/cases/text/" + name);
  REQUIRE_MESSAGE(file.good(), name);
  std::vector<Case> cases;
  bool open = false;
  bool after_arrow = false;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("# ")) continue;
    if (line.empty()) {
      open = false;
      continue;
    }
    if (!open) {
      cases.push_back({name + ":" + std::to_string(number), {}, {}});
      open = true;
      after_arrow = false;
    }
    if (line == "=>")
      after_arrow = true;
    else
      (after_arrow ? cases.back().expected : cases.back().input).push_back(line);
  }
  REQUIRE_MESSAGE(!cases.empty(), name);
  return cases;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string all;
  for (size_t i = 0; i < parts.size(); ++i) all += (i > 0 ? between : "") + parts[i];
  return all;
}

}  // namespace onrecord::test
