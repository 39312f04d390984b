#include "export/html.h"

#include <doctest/doctest.h>

#include <set>

#include "export/sample_record.h"

namespace onrecord::exports {
namespace {

std::string report(const Record& record, uint64_t number = 1) {
  std::string out;
  append_page_report(record, number, out);
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Every element that is opened is closed in its turn; void elements are not used inside of reports.
bool well_nested(const std::string& html) {
  std::vector<std::string> open;
  for (size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const bool closes = html[at + 1] == '/';
    const size_t begin = at + (closes ? 2 : 1);
    const std::string name = html.substr(begin, html.find_first_of(" >\n", begin) - begin);
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

// The page without its tags.
std::string words(const std::string& html) {
  std::string out;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) out.push_back(c);
    if (c == '>') inside = false;
  }
  return out;
}

TEST_CASE("nested statements become nested marks, what covers others underlined deeper") {
  const std::string out = report(tests::nested_record());
  CHECK(has(out,
            "<mark class=\"content\" data-s=\"1\" style=\"--d:2\"><mark class=\"source\" data-s=\"2\" "
            "style=\"--d:0\">Drava</mark>"));
  CHECK(has(out,
            "<mark class=\"content\" data-s=\"2\" style=\"--d:1\">that <mark class=\"source\" data-s=\"3\" "
            "style=\"--d:0\">Lem</mark>"));
  CHECK(well_nested(out));
}

TEST_CASE("marks that cross are closed and opened again, so that elements stay nested and no word is lost") {
  Record record;
  record.report.text = "abcdefghij";
  Statement first, second;
  first.content = {{0, 6}};
  second.content = {{3, 9}};
  record.statements = {first, second};
  const std::string out = report(record);
  CHECK(well_nested(out));
  const size_t text = out.find("<p class=\"paragraph\"");
  std::string shown = words(out.substr(text, out.find("</p>", text) - text));
  std::erase_if(shown, [](char c) { return c == '1' || c == '2'; });
  CHECK(shown == "abcdefghij");
}

TEST_CASE("everything that comes from the report is escaped") {
  const std::string evil = "<script>alert('x')</script>\"&";
  Record record;
  record.report.id = evil;
  record.report.title = evil;
  record.report.publisher = evil;
  record.report.published = evil;
  record.report.authors = {evil};
  record.report.url = "javascript:alert(1)";
  record.report.text = evil;
  Actor actor;
  actor.id = "a1";
  actor.name = evil;
  actor.country = evil;
  actor.role = evil;
  actor.office = Office{evil, "", "", "", "report"};
  record.actors = {actor};
  Statement s;
  s.id = "s1";
  s.source_actors = {"a1"};
  s.addressee = "a1";
  s.cue = {{0, 8}};
  s.content = {{3, 20}};
  record.statements = {s};
  const std::string out = report(record);
  CHECK_FALSE(has(out, "<script"));
  CHECK_FALSE(has(out, "javascript:"));
  CHECK(well_nested(out));
  std::string head;
  append_page_head(evil, head);
  CHECK(has(head, "<title>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;</title>"));
  CHECK(html_escaped(std::string_view("a\0\033b\xff", 5)) == "a\uFFFD\uFFFDb\uFFFD");
}

TEST_CASE("an address of the web becomes a link that tells nothing of where it was followed from") {
  Record record;
  record.report.id = "r";
  record.report.url = "https://example.org/?a=1&b=\"";
  CHECK(has(report(record), "<a href=\"https://example.org/?a=1&amp;b=&quot;\" rel=\"noopener noreferrer\">r</a>"));
}

TEST_CASE("each statement has a card, its number in the text leads to it and the card leads back") {
  const std::string out = report(tests::nested_record(), 7);
  std::set<std::string> ids;
  for (size_t at = out.find(" id=\""); at != std::string::npos; at = out.find(" id=\"", at + 1)) {
    const std::string id = out.substr(at + 5, out.find('"', at + 5) - at - 5);
    CHECK_MESSAGE(ids.insert(id).second, id, " stands twice");
  }
  for (size_t at = out.find("href=\"#"); at != std::string::npos; at = out.find("href=\"#", at + 1)) {
    const std::string id = out.substr(at + 7, out.find('"', at + 7) - at - 7);
    CHECK_MESSAGE(ids.count(id) == 1, id, " leads nowhere");
  }
  for (const char* id : {"r7", "r7s1", "r7s2", "r7s3", "r7t1", "r7t2", "r7t3"}) CHECK(ids.count(id) == 1);
}

TEST_CASE("block kinds are told apart, and a dateline stands in the paragraph that it heads") {
  Record record;
  record.report.text = "Head\n\nOKUTA, May 4 - The council met.\n\nPhoto: X";
  const std::string& text = record.report.text;
  record.report.blocks = {{BlockKind::kHeadline, tests::span_of(text, "Head")},
                          {BlockKind::kDateline, tests::span_of(text, "OKUTA, May 4 -")},
                          {BlockKind::kParagraph, tests::span_of(text, "The council met.")},
                          {BlockKind::kCredit, tests::span_of(text, "Photo: X")}};
  const std::string out = report(record);
  CHECK(has(out, "<h2 class=\"headline\" dir=\"auto\">Head</h2>"));
  CHECK(has(out,
            "<p class=\"paragraph\" dir=\"auto\"><span class=\"dateline\">OKUTA, May 4 -</span> The council met.</p>"));
  CHECK(has(out, "<p class=\"credit\" dir=\"auto\">Photo: X</p>"));
}

TEST_CASE("the page needs nothing from outside and forbids it") {
  std::string page;
  append_page_head("x", page);
  append_page_report(tests::nested_record(), 1, page);
  append_page_foot(page);
  CHECK(has(page, "default-src 'none'"));
  CHECK_FALSE(has(page, "http://"));
  CHECK_FALSE(has(page, "https://"));
  CHECK_FALSE(has(page, "<link"));
  CHECK_FALSE(has(page, " src="));
  CHECK_FALSE(has(page, "@import"));
  CHECK_FALSE(has(page, "url("));
}

TEST_CASE("an empty record is a page that says so") {
  const std::string out = report(Record{});
  CHECK(has(out, "0 statements"));
  CHECK(has(out, "Nobody is reported to have said anything."));
  CHECK(well_nested(out));
}

TEST_CASE("marks nested by the thousand stay within bounds") {
  Record record;
  record.report.text = std::string(4000, 'x');
  for (uint32_t k = 0; k < 1000; ++k) {
    Statement s;
    s.content = {{k, 4000 - k}};
    record.statements.push_back(s);
  }
  const std::string out = report(record);
  CHECK(well_nested(out));
  CHECK_FALSE(has(out, "--d:7"));
}

}  // namespace
}  // namespace onrecord::exports
