#include "ingest/json_report.h"

#include <array>

#include <fmt/format.h>
#include <simdjson.h>

namespace onrecord::ingest {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

tl::unexpected<Error> bad_json(std::string_view what, const std::string& where) {
  return fail(Code::kInputBadJson, fmt::format(R"({}; give {{"text": "…"}} or {{"html": "…"}})", what), where);
}

// The first of the names that holds a string or a whole number; empty when none does.
template <size_t N>
std::string first_of(const object& item, const std::array<const char*, N>& names) {
  for (const char* const name : names) {
    element value;
    if (item[name].get(value) != simdjson::SUCCESS) continue;
    std::string_view text;
    int64_t number = 0;
    if (value.get(text) == simdjson::SUCCESS && !text.empty()) return std::string(text);
    if (value.get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
  }
  return {};
}

Result<Input> read_object(const element& value, const std::string& where) {
  object item;
  if (value.get(item) != simdjson::SUCCESS) return bad_json("not a JSON object", where);
  Input input;
  std::string_view bytes;
  bool found = false;
  for (const char* const name : {"text", "html", "event_text"}) {
    if (found || item[name].get(bytes) != simdjson::SUCCESS) continue;
    found = true;
    input.format = std::string_view(name) == "html" ? Format::kHtml : Format::kText;
  }
  if (!found) return bad_json("neither text nor html in it", where);
  input.bytes = bytes;
  input.id = first_of(item, std::array{"id", "story_id"});
  if (input.id.empty()) input.id = where;
  input.title = first_of(item, std::array{"title", "headline"});
  input.published = first_of(item, std::array{"published", "pub_date", "date"});
  input.url = first_of(item, std::array{"url"});
  input.publisher = first_of(item, std::array{"publisher"});
  return input;
}

}  // namespace

struct JsonReports::Parser {
  simdjson::dom::parser parser;

  Result<element> parse(std::string_view json, const std::string& where) {
    element value;
    const auto error = parser.parse(json.data(), json.size()).get(value);
    if (error != simdjson::SUCCESS)
      return bad_json(fmt::format("not valid JSON ({})", simdjson::error_message(error)), where);
    return value;
  }
};

JsonReports::JsonReports() : parser_(std::make_unique<Parser>()) {}
JsonReports::~JsonReports() = default;
JsonReports::JsonReports(JsonReports&&) noexcept = default;
JsonReports& JsonReports::operator=(JsonReports&&) noexcept = default;

Result<Input> JsonReports::parse(std::string_view json, const std::string& where) {
  const auto value = parser_->parse(json, where);
  return value ? read_object(*value, where) : tl::unexpected(value.error());
}

bool JsonReports::is_object(std::string_view json) {
  const auto value = parser_->parse(json, {});
  return value && value->is_object();
}

std::vector<Result<Input>> JsonReports::parse_all(std::string_view json, const std::string& path) {
  std::vector<Result<Input>> out;
  const auto value = parser_->parse(json, path);
  simdjson::dom::array list;
  if (!value) {
    out.emplace_back(tl::unexpected(value.error()));
  } else if (value->get(list) != simdjson::SUCCESS) {
    out.push_back(read_object(*value, path));
  } else {
    size_t number = 0;
    for (const element& one : list) out.push_back(read_object(one, fmt::format("{}:{}", path, ++number)));
  }
  return out;
}

}  // namespace onrecord::ingest
