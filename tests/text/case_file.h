#pragma once
// Case files: tests/cases/text/*.case, for people who know language rather than C++.

#include <string>
#include <vector>

namespace onrecord::test {

struct Case {
  std::string where;               // "words.case:12"
  std::vector<std::string> input;  // lines before "=>"; all lines where there is none
  std::vector<std::string> expected;
};

// Cases are parted by empty lines; lines that begin with "# " are comments. Fails the running test when the file is
// missing or holds no case.
std::vector<Case> read_cases(const std::string& name);

std::string joined(const std::vector<std::string>& parts, const std::string& between);

}  // namespace onrecord::test
