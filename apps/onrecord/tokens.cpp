#include "tokens.h"

#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "ingest/ingest.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace onrecord::app {
namespace {

std::vector<text::TextBlock> text_blocks(const ingest::Document& document) {
  std::vector<text::TextBlock> blocks;
  for (const ingest::Block& block : document.blocks) blocks.push_back({block.span, ingest::is_aside(block.kind)});
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

void write_error(const Error& error, std::ostream& out) {
  std::string line = "{\"error\": \"";
  for (char c : error.text()) {
    if (c == '"' || c == '\\') line += '\\';
    line += c;
  }
  out << line << "\"}\n";
}

// Code points of the text as it came, whatever ingest made of it.
class InputPoints {
 public:
  InputPoints(const ingest::Document& document, std::string_view input) : origin_(document.origin), points_(input) {}

  [[nodiscard]] std::string pair(Span span) const {
    uint64_t begin = 0;
    uint64_t end = 0;
    if (!origin_.to_input(span, begin, end)) return "[0,0]";
    return fmt::format("[{},{}]", points_.at(static_cast<uint32_t>(begin)), points_.at(static_cast<uint32_t>(end)));
  }

 private:
  const ingest::OffsetMap& origin_;
  text::CodePoints points_;
};

std::string tokens_line(std::string_view id_json, const ingest::Document& document, std::string_view input) {
  text::Tokens tokens = text::tokenise(document.text, text_blocks(document), Budget{}.max_tokens);
  InputPoints points(document, input);
  std::string line = "{\"id\": " + std::string(id_json);
  write_list(
      "words", tokens.spans, [&](Span span) { return points.pair(span); }, line);
  auto number = [](uint32_t value) { return std::to_string(value); };
  write_list("sentence", tokens.sentence, number, line);
  write_list("block", tokens.block, number, line);
  write_list(
      "quote", tokens.quote, [](text::QuoteState s) { return std::to_string(static_cast<int>(s)); }, line);
  write_list("quotation", tokens.quotation, number, line);
  return line + "}\n";
}

// An empty text is a text without words.
Result<ingest::Document> read_text(std::string_view text) {
  Input input;
  input.bytes = text;
  input.format = Format::kText;
  Result<ingest::Document> document = ingest::read(input, Budget{});
  if (!document && document.error().code == Code::kInputEmpty) return ingest::Document{};
  return document;
}

}  // namespace

int run_tokens(std::istream& in, std::ostream& out) {
  simdjson::dom::parser parser;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::string where = fmt::format("line {}", number);
    simdjson::dom::element object, id;
    std::string_view text;
    if (parser.parse(line).get(object) || object["text"].get(text) || object["id"].get(id)) {
      write_error({Code::kInputBadJson, "no JSON object with \"id\" and \"text\"; give one a line", where}, out);
      return 1;
    }
    Result<ingest::Document> document = read_text(text);
    if (!document) {
      document.error().input = where;
      write_error(document.error(), out);
      return 1;
    }
    out << tokens_line(simdjson::minify(id), *document, text);
  }
  return 0;
}

}  // namespace onrecord::app
