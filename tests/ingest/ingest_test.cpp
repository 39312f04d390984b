
#include "cpu_seconds.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

using namespace std::string_literals;

Code code_of(std::string bytes, Format format = Format::kAuto) {
  const auto doc = read_bytes(std::move(bytes), format);
  REQUIRE_FALSE(doc.has_value());
  CHECK(doc.error().input == "test");
  return doc.error().code;
}

std::string repeated(std::string_view unit, size_t times) {
  std::string out;
  out.reserve(unit.size() * times);
  for (size_t i = 0; i < times; ++i) out += unit;
  return out;
}

TEST_CASE("Input without a report fails with its own code") {
  CHECK(code_of("") == Code::kInputEmpty);
  CHECK(code_of("\n \t\n") == Code::kInputEmpty);
  CHECK(code_of("\x89PNG\r\n\x1A\n\0\0"s) == Code::kInputBinary);
  CHECK(code_of("\x7F"
                "ELF\x02\x01\x01\0"s) == Code::kInputBinary);
  CHECK(code_of(repeated("x", (16 << 20) + 1)) == Code::kInputTooLarge);
  CHECK(code_of("<html>" + repeated("<div>", 100'000) + "x") == Code::kInputTooDeep);
  CHECK(code_of("<html><body><nav><a href=/>Home</a></nav></body></html>") == Code::kInputNoArticle);
  CHECK(code_of("<html><body></body></html>") == Code::kInputNoArticle);
}

TEST_CASE("Plain text keeps its bytes, and its hash is that of the input") {
  const std::string text = "Pier closed\n\nThe council voted on Tuesday.\n";
  const Document doc = read_ok(text);
  CHECK(doc.text == text);
  CHECK(doc.sha256.size() == 64);
  CHECK(read_ok(text + " ").sha256 != doc.sha256);
  CHECK(doc.language.empty());
  CHECK(doc.published.empty());
}

TEST_CASE("The format that the caller states holds against the looks") {
  const Document doc = read_ok("<p>One</p><p>Two</p>", Format::kText);
  CHECK(doc.text == "<p>One</p><p>Two</p>");
}

TEST_CASE("A date that is none is left out") {
  Input input;
  input.bytes = "Pier closed\n\nThe council voted on Tuesday.\n";
  input.published = "last week";
  const auto doc = read(input, Budget{});
  REQUIRE(doc);
  CHECK(doc->published.empty());
}

TEST_CASE("Time is linear in a text of any shape") {
  const auto seconds = [](const std::string& text, Format format) {
    return cpu_seconds([&] { (void)read_bytes(text, format); });
  };
  // Far above what a linear reader needs on a slow machine, far below what a quadratic one would.
  constexpr double kLimit = 20;
  CHECK(seconds(repeated("x", 2 << 20), Format::kText) < kLimit);
  CHECK(seconds(repeated("x\n", 1 << 18), Format::kText) < kLimit);
  CHECK(seconds(repeated("\r\n", 1 << 20) + "x", Format::kText) < kLimit);
  CHECK(seconds(repeated("By Jane Doe\n\n", 100'000), Format::kText) < kLimit);
  CHECK(seconds(repeated("a\tb\n", 300'000), Format::kText) < kLimit);
  CHECK(seconds(repeated("Related topics\n", 100'000), Format::kText) < kLimit);
  CHECK(seconds("<html>" + repeated("<p>The council voted on Tuesday.", 100'000), Format::kHtml) < kLimit);
  CHECK(seconds("<html>" + repeated("&amp;<br>", 300'000), Format::kHtml) < kLimit);
}

}  // namespace
}  // namespace onrecord::ingest
