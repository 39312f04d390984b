#include "ingest/decode.h"

#include <rapidcheck.h>

#include "ingest/code_points.h"
#include "ingest/encoding.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

using namespace std::string_literals;

DecodedText decode_ok(std::string_view bytes, bool may_be_html = false) {
  auto text = decode(bytes, may_be_html, 1 << 24, "test");
  REQUIRE_MESSAGE(text.has_value(), (text ? "" : text.error().text()));
  return std::move(*text);
}

Code decode_code(std::string_view bytes) {
  const auto text = decode(bytes, false, 1 << 24, "test");
  REQUIRE_FALSE(text.has_value());
  return text.error().code;
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

TEST_CASE("Clean UTF-8 comes out byte for byte") {
  const std::string text = "Señora Roe said: “Nō.”\n\n— 二〇二四年 🙂\n";
  const auto decoded = decode_ok(text);
  CHECK(decoded.text == text);
  CHECK(decoded.replaced_bytes == 0);
  uint64_t begin = 0;
  uint64_t end = 0;
  REQUIRE(decoded.origin.to_input({3, 9}, begin, end));
  CHECK(begin == 3);
  CHECK(end == 9);
}

TEST_CASE("A byte order mark is left out and offsets are those of the file") {
  const auto decoded = decode_ok("\xEF\xBB\xBFPier closed");
  CHECK(decoded.text == "Pier closed");
  uint64_t begin = 0;
  uint64_t end = 0;
  REQUIRE(decoded.origin.to_input({0, 4}, begin, end));
  CHECK(begin == 3);
}

TEST_CASE("Line ends of Windows and of old Macintoshes become one") {
  const auto decoded = decode_ok("one\r\ntwo\rthree\r");
  CHECK(decoded.text == "one\ntwo\nthree\n");
  uint64_t begin = 0;
  uint64_t end = 0;
  REQUIRE(decoded.origin.to_input({3, 7}, begin, end));
  CHECK(begin == 3);
  CHECK(end == 8);
}

TEST_CASE("UTF-16 of either order, with and without its mark") {
  const std::u16string text = u"The pier is closed, said Zoë Brand. “No,” she said. 🙂\n";
  const std::string expected = "The pier is closed, said Zoë Brand. “No,” she said. 🙂\n";
  for (const bool big_endian : {false, true}) {
    const auto plain = decode_ok(utf16(text, big_endian));
    CHECK(plain.text == expected);
    const auto marked = decode_ok(utf16(u"\uFEFF" + text, big_endian));
    CHECK(marked.text == expected);
    uint64_t begin = 0;
    uint64_t end = 0;
    REQUIRE(marked.origin.to_input({4, 8}, begin, end));  // "pier"
    CHECK(begin == 2 + 2 * 4);
    CHECK(end == 2 + 2 * 8);
  }
}

TEST_CASE("UTF-16 in a script without Latin letters is told by the zeros of its spaces and line ends") {
  const std::u16string text =
      u"埠頭は冬の間閉鎖される。\n漁師たちは誰にも聞かれていないと言う。\n市長は会議に出ていない。\n";
  CHECK(decode_ok(utf16(text, false)).text.starts_with("埠頭は冬の間"));
  CHECK(decode_ok(utf16(text, true)).text.starts_with("埠頭は冬の間"));
}

TEST_CASE("UTF-32 by its mark") {
  CHECK(decode_ok("\xFF\xFE\0\0P\0\0\0i\0\0\0e\0\0\0r\0\0\0"s).text == "Pier");
}

TEST_CASE("windows-1252 that calls itself nothing") {
  const auto decoded = decode_ok("\x93No,\x94 said Mr Beno\xEEt \x96 and left. That caf\xE9\x92s door was shut.");
  CHECK(decoded.text == "“No,” said Mr Benoît – and left. That café’s door was shut.");
  CHECK(decoded.encoding == "windows-1252");
  CHECK(decoded.replaced_bytes == 0);
}

TEST_CASE("A page that says latin-1 is read as windows-1252, as browsers do") {
  const auto decoded = decode_ok("<html><meta charset=\"iso-8859-1\"><p>\x93No,\x94 he said.</p>", true);
  CHECK(decoded.text.find("“No,” he said.") != std::string::npos);
}

TEST_CASE("A page in UTF-8 that says latin-1 is read as UTF-8") {
  CHECK(decode_ok("<html><meta charset=iso-8859-1><p>“No,” he said.</p>", true).text.find("“No,”") !=
        std::string::npos);
}

TEST_CASE("Chinese and Japanese encodings are detected") {
  // 码头将在冬季关闭，市议会周二投票决定。渔民们说没有人问过他们。
  const std::string gb =
      "\xC2\xEB\xCD\xB7\xBD\xAB\xD4\xDA\xB6\xAC\xBC\xBE\xB9\xD8\xB1\xD5\xA3\xAC\xCA\xD0\xD2\xE9\xBB\xE1\xD6\xDC\xB6\xFE"
      "\xCD\xB6\xC6\xB1\xBE\xF6\xB6\xA8\xA1\xA3\xD3\xE6\xC3\xF1\xC3\xC7\xCB\xB5\xC3\xBB\xD3\xD0\xC8\xCB\xCE\xCA\xB9\xFD"
      "\xCB\xFB\xC3\xC7\xA1\xA3";
  CHECK(decode_ok(gb).text == "码头将在冬季关闭，市议会周二投票决定。渔民们说没有人问过他们。");
  // 港は冬のあいだ閉まります。漁師たちは、だれにも聞かれなかったと言っています。
  const std::string sjis =
      "\x8D\x60\x82\xCD\x93\x7E\x82\xCC\x82\xA0\x82\xA2\x82\xBE\x95\xC2\x82\xDC\x82\xE8\x82\xDC\x82\xB7\x81\x42\x8B\x99"
      "\x8E\x74\x82\xBD\x82\xBF\x82\xCD\x81\x41\x82\xBE\x82\xEA\x82\xC9\x82\xE0\x95\xB7\x82\xA9\x82\xEA\x82\xC8\x82\xA9"
      "\x82\xC1\x82\xBD\x82\xC6\x8C\xBE\x82\xC1\x82\xC4\x82\xA2\x82\xDC\x82\xB7\x81\x42";
  CHECK(decode_ok(sjis).text == "港は冬のあいだ閉まります。漁師たちは、だれにも聞かれなかったと言っています。");
  CHECK(decode_ok("<meta charset=gbk><p>" + gb, true).text.find("渔民们说") != std::string::npos);
}

TEST_CASE("Damaged UTF-8 stays UTF-8, and its bad bytes are counted") {
  const auto decoded = decode_ok("“No,” said Zoë Brand.\xFF “Nobody asked us,” said Olaf “Olle” Brand.\xE2\x80");
  CHECK(decoded.text == "“No,” said Zoë Brand.\uFFFD “Nobody asked us,” said Olaf “Olle” Brand.\uFFFD");
  CHECK(decoded.replaced_bytes == 3);
}

TEST_CASE("A stray zero byte is replaced and counted") {
  const auto decoded = decode_ok("The pier\0 is closed.\n"s);
  CHECK(decoded.text == "The pier\uFFFD is closed.\n");
  CHECK(decoded.replaced_bytes == 1);
}

TEST_CASE("What is no text is refused") {
  CHECK(decode_code("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s) == Code::kInputBinary);
  CHECK(decode_code("\x7F"
                    "ELF\x02\x01\x01\0\0\0"s) == Code::kInputBinary);
  CHECK(decode_code("%PDF-1.7\n") == Code::kInputBinary);
  CHECK(decode_code("PK\x03\x04\x14"s) == Code::kInputBinary);
  std::string zeros = "The pier is closed.";
  for (int i = 0; i < 20; ++i) zeros += "ab\0\0\0"s;
  CHECK(decode_code(zeros) == Code::kInputBinary);
  std::string noise;
  for (uint32_t i = 0, x = 1; i < 4000; ++i) noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  CHECK(decode_code(noise) == Code::kInputBinary);
}

TEST_CASE("What holds no word is empty") {
  CHECK(decode_code("") == Code::kInputEmpty);
  CHECK(decode_code(" \n\t\r\n") == Code::kInputEmpty);
  CHECK(decode_code("\xEF\xBB\xBF") == Code::kInputEmpty);
  CHECK(decode_code("\xC2\xA0\xE2\x80\x8B") == Code::kInputEmpty);
}

TEST_CASE("Over the budget is refused, at the budget is read") {
  CHECK(decode("12345", false, 5, "x").has_value());
  const auto text = decode("123456", false, 5, "x");
  REQUIRE_FALSE(text.has_value());
  CHECK(text.error().code == Code::kInputTooLarge);
  CHECK(text.error().input == "x");
}

TEST_CASE("Whatever the bytes, the text is valid UTF-8 and maps back to the bytes in order") {
  const bool ok = rc::check("decode any bytes", [](const std::string& tail) {
    const std::string bytes = "The pier is closed for the winter, said Zoë Brand: “No.” " + tail;
    const auto decoded = decode(bytes, true, 1 << 20, "test");
    if (!decoded) return;
    for (size_t at = 0; at < decoded->text.size();) RC_ASSERT(next_code_point(decoded->text, at) >= 0);
    uint64_t last = 0;
    for (uint32_t i = 0; i < decoded->text.size(); ++i) {
      uint64_t begin = 0;
      uint64_t end = 0;
      RC_ASSERT(decoded->origin.to_input({i, i + 1}, begin, end));
      RC_ASSERT(begin >= last);
      RC_ASSERT(end <= bytes.size());
      last = begin;
    }
  });
  CHECK(ok);
}

}  // namespace
}  // namespace onrecord::ingest
