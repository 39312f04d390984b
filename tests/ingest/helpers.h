#pragma once
// What the tests of this folder share.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace onrecord::ingest {

inline std::string test_file(const std::string& name) {
  std::ifstream file(std::string(ONRECORD_SOURCE_DIR) + "/tests/ingest/" + name, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), "no test file " << name);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Result<Document> read_bytes(std::string bytes, Format format = Format::kAuto) {
  Input input;
  input.bytes = std::move(bytes);
  input.id = "test";
  input.format = format;
  return read(input, Budget{});
}

inline Document read_ok(std::string bytes, Format format = Format::kAuto) {
  auto doc = read_bytes(std::move(bytes), format);
  REQUIRE_MESSAGE(doc.has_value(), (doc ? "" : doc.error().text()));
  return std::move(*doc);
}

// "headline: words" for each block.
inline std::vector<std::string> block_lines(const Document& doc) {
  static constexpr const char* kKinds[] = {"headline", "subheading", "byline", "dateline", "paragraph",  "caption",
                                           "credit",   "list",       "table",  "embed",    "boilerplate"};
  std::vector<std::string> lines;
  for (const Block& b : doc.blocks) {
    lines.push_back(std::string(kKinds[static_cast<size_t>(b.kind)]) + ": " + std::string(b.span.in(doc.text)));
  }
  return lines;
}

inline void check_lines(const Document& doc, const std::vector<std::string>& expected) {
  const std::vector<std::string> found = block_lines(doc);
  for (size_t i = 0; i < std::min(found.size(), expected.size()); ++i) CHECK(found[i] == expected[i]);
  for (size_t i = expected.size(); i < found.size(); ++i) FAIL_CHECK("one too many: " << found[i]);
  for (size_t i = found.size(); i < expected.size(); ++i) FAIL_CHECK("missing: " << expected[i]);
}

// Blocks are in order, apart, inside the text and without white space at their ends.
inline void check_blocks(const Document& doc) {
  uint32_t end = 0;
  for (const Block& b : doc.blocks) {
    CHECK(b.span.begin >= end);
    REQUIRE(b.span.begin < b.span.end);
    REQUIRE(b.span.end <= doc.text.size());
    CHECK(static_cast<unsigned char>(doc.text[b.span.begin]) > ' ');
    CHECK(static_cast<unsigned char>(doc.text[b.span.end - 1]) > ' ');
    end = b.span.end;
  }
}

inline std::string source_of(const Document& doc, std::string_view input, std::string_view words) {
  const size_t at = doc.text.find(words);
  REQUIRE(at != std::string::npos);
  uint64_t begin = 0;
  uint64_t end = 0;
  REQUIRE(doc.origin.to_input({static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())}, begin, end));
  return std::string(input.substr(begin, end - begin));
}

}  // namespace onrecord::ingest
