#include "text/quotation.h"

#include <doctest/doctest.h>

#include "text/case_file.h"
#include "text/tokens.h"

namespace onrecord::text {
namespace {

constexpr std::string_view kOpen = "\u27E6", kClose = "\u27E7", kEnd = "\u27EB";

struct Marked {
  std::string text;
  std::vector<TextBlock> blocks;
};

// A line without the signs of what is expected: ⟦ with a number and + or s behind it, ⟧ and ⟫.
std::string without_signs(std::string_view line) {
  std::string text;
  while (!line.empty()) {
    if (line.starts_with(kClose) || line.starts_with(kEnd)) {
      line.remove_prefix(kClose.size());
    } else if (line.starts_with(kOpen)) {
      line.remove_prefix(kOpen.size());
      while (line.front() >= '0' && line.front() <= '9') line.remove_prefix(1);
      if (line.front() == '+' || line.front() == 's') line.remove_prefix(1);
    } else {
      text += line.front();
      line.remove_prefix(1);
    }
  }
  return text;
}

Marked unmarked(const std::vector<std::string>& lines) {
  Marked marked;
  for (std::string_view line : lines) {
    bool aside = line.starts_with("~ ");
    auto begin = static_cast<uint32_t>(marked.text.size());
    marked.text += without_signs(line.substr(aside ? 2 : 0));
    marked.blocks.push_back({{begin, static_cast<uint32_t>(marked.text.size())}, aside});
    marked.text += "\n\n";
  }
  return marked;
}

// True when the quotation at `at`, the last byte of its part, ends with a closing mark there.
bool closes(const Marked& marked, uint32_t at, const QuoteMap& map) {
  if (map.state[at] != QuoteState::kInsideSingle) return map.state[at] == QuoteState::kCloseMark;
  return std::string_view(marked.text).substr(0, at + 1).ends_with("\u2019") || marked.text[at] == '\'';
}

// The block with the signs of what was found.
std::string with_signs(const Marked& marked, const TextBlock& block, const QuoteMap& map) {
  std::string out = block.aside ? "~ " : "";
  uint32_t open = 0;
  for (uint32_t at = block.span.begin; at <= block.span.end; ++at) {
    uint32_t number = at < block.span.end ? map.quotation[at] : 0;
    if (number != open) {
      if (open != 0) out += closes(marked, at - 1, map) ? kClose : kEnd;
      if (number != 0) out += std::string(kOpen) + std::to_string(number);
      if (number != 0 && map.state[at] == QuoteState::kReopenMark) out += '+';
      if (number != 0 && map.state[at] == QuoteState::kInsideSingle) out += 's';
    }
    open = number;
    if (at < block.span.end) out += marked.text[at];
  }
  return out;
}

TEST_CASE("quotations are found as the case file says") {
  for (const test::Case& one : test::read_cases("quotations.case")) {
    CAPTURE(one.where);
    Marked marked = unmarked(one.input);
    QuoteMap map = find_quotations(marked.text, marked.blocks);
    std::vector<std::string> found;
    for (const TextBlock& block : marked.blocks) found.push_back(with_signs(marked, block, map));
    CHECK(test::joined(found, "\n") == test::joined(one.input, "\n"));
  }
}

}  // namespace
}  // namespace onrecord::text
