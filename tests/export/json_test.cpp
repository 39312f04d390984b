#include "export/json.h"

#include <doctest/doctest.h>

#include <limits>

namespace onrecord::exports {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

TEST_CASE("marks, back-slashes and control characters are escaped") {
  CHECK(quoted("He said \"no\"\\\n\t\r") == "\"He said \\\"no\\\"\\\\\\n\\t\\r\"");
  CHECK(quoted(std::string_view("a\0b\x1b[0m\x7f", 8)) == "\"a\\u0000b\\u001b[0m\\u007f\"");
}

TEST_CASE("text beyond ASCII stays as it is") {
  CHECK(quoted("Sánchez “ja” 東京 🙂") == "\"Sánchez “ja” 東京 🙂\"");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD, one each") {
  CHECK(quoted("caf\xe9.txt") == "\"caf\uFFFD.txt\"");
  CHECK(quoted("\xc0\xaf") == "\"\uFFFD\uFFFD\"");            // overlong
  CHECK(quoted("\xed\xa0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");  // surrogate
  CHECK(quoted("\xf4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
  CHECK(quoted("\xe2\x82") == "\"\uFFFD\uFFFD\"");  // cut off
}

TEST_CASE("values follow each other with commas at every level") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("list");
  json.begin_array();
  json.begin_object();
  json.end_object();
  json.integer(7);
  json.begin_array();
  json.end_array();
  json.null();
  json.end_array();
  json.key("empty");
  json.text_or_null("");
  json.key("full");
  json.text_or_null("x");
  json.end_object();
  CHECK(out == R"({"list":[{},7,[],null],"empty":null,"full":"x"})");
}

TEST_CASE("numbers have the shortest form of three decimals") {
  const auto written = [](double value) {
    std::string out;
    JsonWriter(out).number(value);
    return out;
  };
  CHECK(written(0) == "0");
  CHECK(written(-0.0) == "0");
  CHECK(written(-0.0001) == "0");
  CHECK(written(1) == "1");
  CHECK(written(100) == "100");
  CHECK(written(0.5) == "0.5");
  CHECK(written(static_cast<double>(0.87F)) == "0.87");
  CHECK(written(0.12345) == "0.123");
  CHECK(written(0.9996) == "1");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
}

}  // namespace
}  // namespace onrecord::exports
