#include "tokens.h"

#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "text/tokens.h"
#include "text/utf8.h"

namespace onrecord::app {
namespace {

bool looks_like_credit(std::string_view line) {
  static constexpr std::string_view kSigns[] = {"Credit:", "CREDIT:", "Photo:", "Photograph:", "Picture:", "Image:",
                                                "Getty Images", "Image source", "Image caption", "(Reuters)/", "/AP)",
                                                "/AFP", "Handout via", "REUTERS/", "AP Photo"};
  for (std::string_view sign : kSigns) {
    if (line.find(sign) != std::string_view::npos) return line.size() < 400;
  }
  return false;
}

std::vector<text::TextBlock> line_blocks(std::string_view text) {
  std::vector<text::TextBlock> blocks;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      blocks.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)},
                        looks_like_credit(text.substr(at, end - at))});
    }
    at = end + 1;
  }
  return blocks;
}

template <class Values, class Print>
void write_list(std::string_view name, const Values& values, Print print, std::string& line) {
  line.append(", \"").append(name).append("\": [");
  bool first = true;
  for (const auto& value : values) {
    if (!first) line += ',';
    first = false;
    line += print(value);
  }
  line += ']';
}

std::string tokens_line(std::string_view id_json, std::string_view text) {
  text::Tokens tokens = text::tokenise(text, line_blocks(text), 400'000);
  text::CodePoints points(text);
  std::string line = "{\"id\": " + std::string(id_json);
  write_list("words", tokens.spans,
             [&](Span s) { return "[" + std::to_string(points.at(s.begin)) + "," + std::to_string(points.at(s.end)) + "]"; },
             line);
  auto number = [](uint32_t value) { return std::to_string(value); };
  write_list("sentence", tokens.sentence, number, line);
  write_list("block", tokens.block, number, line);
  write_list("quote", tokens.quote, [](text::QuoteState s) { return std::to_string(static_cast<int>(s)); }, line);
  write_list("quotation", tokens.quotation, number, line);
  return line + "}\n";
}

}  // namespace

int run_tokens(std::istream& in, std::ostream& out) {
  simdjson::dom::parser parser;
  std::string line;
  while (std::getline(in, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    simdjson::dom::element object;
    std::string_view text;
    simdjson::dom::element id;
    if (parser.parse(line).get(object) || object["text"].get(text) || object["id"].get(id)) {
      out << "{\"error\": \"OR0106: not a line of JSON with \\\"id\\\" and \\\"text\\\"\"}\n";
      return 1;
    }
    out << tokens_line(simdjson::minify(id), text);
  }
  return 0;
}

}  // namespace onrecord::app
