#include "text/utf8.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace onrecord::text {
namespace {

std::string encoded(const std::vector<char32_t>& letters) {
  std::string text;
  auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  for (char32_t c : letters) {
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 | c >> 6), add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      add(0xE0 | c >> 12), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
    } else {
      add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F)), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
    }
  }
  return text;
}

// Letters of all lengths in UTF-8, the ends of each length's range among them.
rc::Gen<std::vector<char32_t>> any_letters() {
  auto letter = rc::gen::oneOf(rc::gen::inRange<uint32_t>(1, 0x80), rc::gen::inRange<uint32_t>(0x80, 0x800),
                               rc::gen::inRange<uint32_t>(0x800, 0xD800), rc::gen::inRange<uint32_t>(0xE000, 0x10000),
                               rc::gen::inRange<uint32_t>(0x10000, 0x110000),
                               rc::gen::element<uint32_t>(0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF));
  return rc::gen::map(rc::gen::container<std::vector<uint32_t>>(letter), [](const std::vector<uint32_t>& numbers) {
    return std::vector<char32_t>(numbers.begin(), numbers.end());
  });
}

TEST_CASE("code points before each byte are as a slow count has them") {
  CHECK(rc::check([] {
    std::string text = encoded(*any_letters());
    while (!text.empty() && text.size() < 300) text += text;  // over several lines of the table
    CodePoints points(text);
    uint32_t count = 0;
    for (uint32_t at = 0; at <= text.size(); ++at) {
      bool inside = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
      if (!inside) RC_ASSERT(points.at(at) == count);
      if (!inside) ++count;
    }
  }));
}

TEST_CASE("each letter is decoded to itself and its length") {
  CHECK(rc::check([] {
    std::vector<char32_t> letters = *any_letters();
    std::string text = encoded(letters);
    uint32_t at = 0;
    for (char32_t letter : letters) {
      Decoded decoded = decode(text, at);
      RC_ASSERT(decoded.code_point == letter);
      at += decoded.length;
    }
    RC_ASSERT(at == text.size());
  }));
}

TEST_CASE("an empty text has one place and no code points before it") {
  CHECK(CodePoints("").at(0) == 0);
}

TEST_CASE("the end of a text counts all its code points, also at the end of a line of the table") {
  CHECK(CodePoints(std::string(64, 'a')).at(64) == 64);
  CHECK(CodePoints(std::string(128, 'a')).at(128) == 128);
  std::string text;
  for (int i = 0; i < 32; ++i) text += "\u00E9";
  CHECK(CodePoints(text).at(64) == 32);
}

}  // namespace
}  // namespace onrecord::text
