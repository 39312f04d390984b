#include <string>

#include <doctest/doctest.h>

#include "cpu_seconds.h"
#include "text/characters.h"
#include "text/tokens.h"

namespace onrecord::text {
namespace {

constexpr size_t kMegabyte = 1'000'000;

std::string repeated(std::string_view piece, size_t bytes = kMegabyte) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// All of the text is covered, and in a time that only a walk linear in the text can keep, however slow the machine.
void check_survives(const std::string& text) {
  CAPTURE(text.substr(0, 40));
  TextBlock whole{{0, static_cast<uint32_t>(text.size())}, false};
  Tokens tokens;
  const double spent = cpu_seconds([&] { tokens = tokenise(text, {&whole, 1}, UINT32_MAX); });
  size_t covered = 0;
  for (Span word : tokens.spans) covered += word.size();
  size_t solid = 0;
  for (uint32_t at = 0; at < text.size();) {
    Character c = character_at(text, at);
    if (!c.is_space()) solid += c.length;
    at += c.length;
  }
  CHECK(covered == solid);
  CHECK(spent < 10.0);
}

TEST_CASE("a megabyte of one sign is survived") {
  for (std::string_view piece :
       {"a",          "A", "1",      "\"",     "'",      "\u201C", "\u201D", "\u2018", "\u2019",
        "\u00AB",     ".", ",",      "-",      "(",      ")",      "/",      "@",      "#",
        ":",          "_", "&",      "\u0301", "\u200D", "\u200B", "\u202E", "\u0627", "\u6771",
        "\U0001F469", " ", "\u2026", "`",      "$",      "<",      "\\"}) {
    check_survives(repeated(piece));
  }
}

TEST_CASE("a megabyte of signs in turn is survived") {
  for (std::string_view piece : {"a.",
                                 "a-",
                                 "1-",
                                 "1,",
                                 "1:",
                                 "a'",
                                 "a/",
                                 "A&",
                                 "a@",
                                 "a.b@",
                                 "x.com/",
                                 "http://",
                                 "www.(",
                                 "http://a)",
                                 "U.S.",
                                 "Mr. ",
                                 "J. ",
                                 "a\u0301",
                                 "\U0001F469\u200D",
                                 "\"a ",
                                 "a\" ",
                                 "'a ",
                                 "a' ",
                                 "s' x ",
                                 "\u2018a ",
                                 "\u2018a s\u2019 ",
                                 "\u201Ca ",
                                 "\u201C\u2018",
                                 "\u00ABa \u201C",
                                 "(\"",
                                 "5'10\" ",
                                 "``''",
                                 "'n' ",
                                 "a. B",
                                 "\"a.\" B ",
                                 "1km",
                                 "non-",
                                 "A. ",
                                 "?! ",
                                 "... "}) {
    check_survives(repeated(piece));
  }
}

TEST_CASE("every character of the lower planes is survived") {
  std::string text;
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80)
      add(c);
    else if (c < 0x800)
      add(0xC0 | c >> 6), add(0x80 | (c & 0x3F));
    else if (c < 0x10000)
      add(0xE0 | c >> 12), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
    else
      add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F)), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
  }
  check_survives(text);
}

TEST_CASE("an address longer than any is cut between characters") {
  check_survives("http://example.org/" + repeated("\u00E9", 10'000));
  check_survives("http://example.org/a" + repeated("\u00E9", 10'000));
}

TEST_CASE("a hundred thousand blocks that all open a quotation are survived") {
  std::string text;
  std::vector<TextBlock> blocks;
  for (int i = 0; i < 100'000; ++i) {
    auto begin = static_cast<uint32_t>(text.size());
    text += i % 2 == 0 ? "\u201CWe left." : "\u2018We left.";
    blocks.push_back({{begin, static_cast<uint32_t>(text.size())}, i % 3 == 0});
    text += '\n';
  }
  Tokens tokens = tokenise(text, blocks, UINT32_MAX);
  CHECK(tokens.size() == 400'000);
}

}  // namespace
}  // namespace onrecord::text
