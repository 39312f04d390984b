#include "export/pretty.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "export/characters.h"
#include "export/sample_record.h"
#include "export/table.h"

namespace onrecord::exports {
namespace {

std::string printed(const Record& record, unsigned width, Colour colour = Colour::kOff) {
  std::string out;
  append_pretty(record, {width, colour}, out);
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

unsigned widest_line(const std::string& text) {
  unsigned widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, columns(line));
  return widest;
}

TEST_CASE("without colour nested statements stand in numbered brackets") {
  const std::string out = printed(tests::nested_record(), 100);
  CHECK(has(out, "<[Drava]² {denied}² <that [Lem]³ {accused}³ <it of \"arson\">³>²>¹, [the embassy]¹ {tweeted}¹."));
  CHECK_FALSE(has(out, "\033"));
}

TEST_CASE("with colour the same marks are told apart by codes, and only a content that holds others has brackets") {
  const std::string out = printed(tests::nested_record(), 100, Colour::kOn);
  CHECK(has(out, "\033[1;38;5;32mDrava\033[0m"));
  CHECK(has(out, "\033[1;4;38;5;166mdenied\033[0m"));
  CHECK(has(out, "<"));
  CHECK_FALSE(has(out, "[Drava]"));
  CHECK_FALSE(has(out, "{denied}"));
}

TEST_CASE("two statements of one source share its brackets") {
  Record record;
  record.report.text = "Kaarna said yes and warned Dorenko.";
  Statement said;
  said.source = {{0, 6}};
  said.cue = {{7, 11}};
  said.content = {{12, 15}};
  Statement warned = said;
  warned.cue = {{20, 26}};
  warned.content = {{27, 34}};
  record.statements = {said, warned};
  CHECK(has(printed(record, 80), "[Kaarna]¹·² {said}¹ <yes>¹ and {warned}² <Dorenko>²."));
}

TEST_CASE("the table tells speaker, office, act, mode and the statement that another is known from") {
  const std::string out = printed(tests::nested_record(), 115);
  CHECK(has(out, "Jo Lem, harbour minister"));
  CHECK(has(out, "tweeted (announce)"));
  CHECK_FALSE(has(out, "accused (accuse)"));
  CHECK(has(out, "Embassy of Drava"));
  std::istringstream lines(out);
  bool found = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("3 ")) found = line.ends_with("mixed  2");
  }
  CHECK(found);
}

TEST_CASE("on a wide terminal the record stands beside the text") {
  const std::string out = printed(tests::nested_record(), 140);
  CHECK(has(out, "│ 1 Embassy of Drava · mixed"));
  CHECK(has(out, "│ 3 Jo Lem, harbour minister · mixed · via 2"));
}

TEST_CASE("no line is wider than the terminal, whatever the width") {
  Record record = tests::nested_record();
  record.report.text += "\n\n東京の大使館は「何も知らない」と述べた。" + std::string(300, 'w');
  for (const unsigned width : {40U, 55U, 76U, 80U, 119U, 120U, 200U}) {
    CAPTURE(width);
    CHECK(widest_line(printed(record, width)) <= width);
  }
}

TEST_CASE("a report cannot steer the terminal") {
  Record record;
  record.report.id = "evil\033]0;title\a.txt";
  record.report.text = "He said \033[2J\u009b31m\u202Ehidden\u2066 words.\x7f";
  record.report.blocks = {{BlockKind::kParagraph, {0, 40}}};
  Actor actor;
  actor.name = "Mx \033[31mRed";
  record.actors = {actor};
  for (const Colour colour : {Colour::kOff, Colour::kOn}) {
    const std::string out = printed(record, 80, colour);
    CHECK_FALSE(has(out, "\033]"));
    CHECK_FALSE(has(out, "\033[2J"));
    CHECK_FALSE(has(out, "\033[31m"));
    CHECK_FALSE(has(out, "\u009b"));
    CHECK_FALSE(has(out, "\u202E"));
    CHECK_FALSE(has(out, "\x7f"));
    CHECK(has(out, "\uFFFD"));
  }
}

TEST_CASE("an empty record is printed as one without statements") {
  const std::string out = printed(Record{}, 80);
  CHECK(has(out, "no statement found"));
}

TEST_CASE("an unknown source and a refusal are said so") {
  Record record;
  record.report.text = "It is reportedly late. She declined to comment.";
  Statement late;
  late.cue = {{6, 16}};
  late.cue_lemma = "reportedly";
  late.act = Act::kClaim;
  late.content = {{17, 21}};
  Statement declined;
  declined.source = {{23, 26}};
  declined.cue = {{27, 46}};
  declined.cue_lemma = "comment";
  declined.polarity = Polarity::kNegative;
  record.statements = {late, declined};
  const std::string out = printed(record, 110);
  CHECK(has(out, "no source named"));
  CHECK(has(out, "reportedly (claim)"));
  CHECK(has(out, "declined to comment (say, not said)"));
}

TEST_CASE("wide characters count two columns, combining ones none") {
  CHECK(columns("abc") == 3);
  CHECK(columns("東京") == 4);
  CHECK(columns("e\u0301") == 1);
  CHECK(columns("🙂") == 2);
  CHECK(shortened("東京都", 5) == "東京…");
  CHECK(shortened("東京", 4) == "東京");
}

TEST_CASE("a line breaks at spaces, within a word only when it must, and never within a wide character") {
  const auto lines = [](std::string_view text, unsigned width, size_t max_lines = 0) {
    std::vector<std::string> out;
    for (const StyledLine& line : StyledText(text, Style::kPlain).wrapped(width, max_lines)) {
      out.emplace_back();
      line.write(out.back(), Colour::kOff);
    }
    return out;
  };
  using Lines = std::vector<std::string>;
  CHECK(lines("one two  three\nfour", 9) == Lines{"one two", "three", "four"});
  CHECK(lines("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(lines("東京都庁", 5) == Lines{"東京", "都庁"});
  CHECK(lines("one two three four", 9, 1) == Lines{"one two…"});
  CHECK(lines("", 9) == Lines{""});
}

TEST_CASE("a table gives room that one column does not need to the others") {
  Table table({{"a", 1, 0}, {"b", 1, 0}});
  table.add_row({StyledText("x", Style::kPlain), StyledText("some longer words", Style::kPlain)});
  std::string out;
  table.write(out, 22, Colour::kOff);
  CHECK(has(out, "x  some longer words\n"));
}

}  // namespace
}  // namespace onrecord::exports
