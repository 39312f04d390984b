#include "ingest/page.h"

#include <rapidcheck.h>

#include "ingest/page_metadata.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

using Lines = std::vector<std::string>;

Document read_page_file(const std::string& name) {
  return read_ok(test_file("pages/" + name));
}

TEST_CASE("The page of a newspaper: the report, the whole report, and nothing else") {
  const Document doc = read_page_file("news_article.html");
  check_lines(
      doc,
      {"headline: Harbour town closes its pier",
       "subheading: A vote in Kelmar has angered those who land their catch there", "byline: By Jane Doe and Ada Roe",
       "dateline: 9 October 2025", "caption: The pier has stood since 1904. Photo: Max Moe",
       "paragraph: The council of Kelmar voted on Tuesday to close the ferry pier for the winter, although its own "
       "engineers had said that it could stay open.",
       "paragraph: “Nobody asked us,” said Olaf Bränd, who has fished there for 40 years. \"We’ll use the steps.\"",
       "subheading: Rotten planks",
       "paragraph: Engineers told the council that half of the planks were rotten & that one had given way "
       "under a cart.",
       "list: The pier closes on Monday", "list: The market steps are free of charge",
       "embed: Safety first. Always.\n— Kelmar Council (@KelmarCouncil) October 8, 2025",
       "table: Party\tFor\tAgainst\nBlue\t9\t1",
       "paragraph: The mayor, who had promised in spring to keep the pier, was not in the hall for the vote.",
       "byline: Additional reporting by Max Moe"});
  check_blocks(doc);
}

TEST_CASE("What the page says of itself") {
  const Document doc = read_page_file("news_article.html");
  CHECK(doc.title == "Harbour town closes its pier");
  CHECK(doc.published == "2025-10-09T07:30:00+01:00");
  CHECK(doc.publisher == "The Kelmar Courier");
  CHECK(doc.url == "https://example.org/town/2025/10/09/pier-closed");
  CHECK(doc.language == "en");
  CHECK(doc.authors == Lines{"Jane Doe", "Ada Roe"});
}

TEST_CASE("Each word of a page leads back to its bytes") {
  const std::string page = test_file("pages/news_article.html");
  const Document doc = read_ok(page);
  CHECK(source_of(doc, page, "closes its pier") == "closes</em> its pier");
  CHECK(source_of(doc, page, "“Nobody asked us,”") == "&ldquo;Nobody asked us,&rdquo;");
  CHECK(source_of(doc, page, "Bränd") == "Br&auml;nd");
  CHECK(source_of(doc, page, "40 years") == "40&#8201;years");
  CHECK(source_of(doc, page, "rotten & that") == "rotten &amp; that");
  CHECK(source_of(doc, page, "open.") == "open</b>.");
  CHECK(source_of(doc, page, "its own engineers") == "its own\n       engineers");
}

TEST_CASE("Words of a page in another encoding lead back to the bytes of the file") {
  const std::string page =
      "<html><meta charset=windows-1252><h1>Pier closed</h1><p>The caf\xE9 on the pier is closed, said Zo\xEB Brand, "
      "who has "
      "run it for years.</p><p>\x93Nobody asked us,\x94 she said on Tuesday, and locked its door for the "
      "winter.</p></html>";
  const Document doc = read_ok(page);
  CHECK(source_of(doc, page, "café on") == "caf\xE9 on");
  CHECK(source_of(doc, page, "“Nobody asked us,”") == "\x93Nobody asked us,\x94");
}

TEST_CASE("A page of the last century: tables for layout, line breaks for paragraphs") {
  const Document doc = read_page_file("old_layout.html");
  check_lines(
      doc,
      {"headline: Harbour town closes its pier", "byline: By Jane Doe",
       "paragraph: The council of Kelmar voted on Tuesday to close the ferry pier for the winter, although its own "
       "engineers had said that it could stay open.",
       "paragraph: \"Nobody asked us,\" said Olaf Brand, who has fished there for 40 years.",
       "paragraph: The mayor, who had promised in spring to keep the pier, was not in the hall for the vote."});
  CHECK(doc.published == "1998-10-09");
}

TEST_CASE("A live page keeps the time of each entry") {
  const Document doc = read_page_file("live_page.html");
  const Lines lines = block_lines(doc);
  CHECK(lines[0] == "headline: Pier vote: as it happened");
  CHECK(std::count(lines.begin(), lines.end(), "dateline: 18:05") == 1);
  CHECK(std::count(lines.begin(), lines.end(), "dateline: 17:40") == 1);
  CHECK(std::count(lines.begin(), lines.end(), "subheading: Council votes to close the pier") == 1);
}

TEST_CASE("A front page is no report") {
  const auto doc = read_bytes(test_file("pages/front_page.html"));
  REQUIRE_FALSE(doc.has_value());
  CHECK(doc.error().code == Code::kInputNoArticle);
}

TEST_CASE("A dateline inside a page is parted from its paragraph") {
  const Document doc = read_ok(
      "<html><h1>Pier closed</h1><p>KELMAR, March 3 (Harbour Wire) - The council voted on Tuesday to close the ferry "
      "pier for "
      "the winter.</p><p>Fishermen said that nobody had asked them, and that they would go on using it.</p></html>");
  CHECK(block_lines(doc)[1] == "dateline: KELMAR, March 3 (Harbour Wire) -");
  CHECK(doc.publisher == "Harbour Wire");
}

TEST_CASE("An element with most of the text stays, whatever it is called") {
  const Document doc = read_ok(
      "<html><body><h1>Pier closed</h1><div class='sidebar paywall'><p>The council voted on Tuesday to close the ferry "
      "pier for "
      "the winter.</p><p>Fishermen said that nobody had asked them, and that they would go on using "
      "it.</p></div></html>");
  CHECK(doc.blocks.size() == 3);
}

TEST_CASE("The name of the site is cut from the title") {
  CHECK(without_site_name("Pier closed | The Courier", "The Courier") == "Pier closed");
  CHECK(without_site_name("Pier closed - News - The Courier", "The Courier") == "Pier closed - News");
  CHECK(without_site_name("Pier closed – and nobody asked", "The Courier") == "Pier closed – and nobody asked");
}

TEST_CASE("Metadata that is broken is passed over") {
  const Document doc = read_ok(
      "<html><script type='application/ld+json'>{broken</script><script "
      "type='application/ld+json'>[[[{\"@type\":5}]]]</script>"
      "<meta property='article:published_time' content='soon'><meta name=author><h1>Pier closed</h1><p>The council "
      "voted on "
      "Tuesday to close the ferry pier for the winter, and the fishermen said that nobody had asked them.</p></html>");
  CHECK(doc.published.empty());
  CHECK(doc.title == "Pier closed");
}

TEST_CASE("A bare entity leads back to its own bytes, the letters after it to theirs") {
  const std::string page =
      "<html><body><p>&notit;&amp;&notit; the council of Kelmar voted on Tuesday to close the ferry pier for the "
      "winter, "
      "and nobody in the town was asked whether he would be able to do without it until the spring.</p>";
  const auto doc = read_bytes(page, Format::kHtml);
  REQUIRE(doc);
  REQUIRE(doc->text.starts_with("\u00ACit;&\u00ACit; the council"));
  const auto source = [&](uint32_t at, uint32_t bytes) {
    uint64_t begin = 0;
    uint64_t end = 0;
    REQUIRE(doc->origin.to_input({at, at + bytes}, begin, end));
    return page.substr(begin, end - begin);
  };
  CHECK(source(0, 2) == "&not");
  CHECK(source(2, 2) == "it");
  CHECK(source(5, 1) == "&amp;");
  CHECK(source(6, 2) == "&not");
  CHECK(source(8, 2) == "it");
}

TEST_CASE("Blocks and offsets hold for a page of any tags") {
  static const std::vector<std::string> kParts = {"<p>",
                                                  "</p>",
                                                  "<div>",
                                                  "</div>",
                                                  "<b>",
                                                  "</b>",
                                                  "<br>",
                                                  "<table>",
                                                  "<tr>",
                                                  "<td>",
                                                  "</table>",
                                                  "<ul>",
                                                  "<li>",
                                                  "</ul>",
                                                  "<h2>",
                                                  "</h2>",
                                                  "<a href=x>",
                                                  "</a>",
                                                  "<blockquote class=tweet>",
                                                  "</blockquote>",
                                                  "&eacute;",
                                                  "&amp;",
                                                  "&",
                                                  "&#x1F642;",
                                                  "&notit;",
                                                  " ",
                                                  "\n",
                                                  "  <",
                                                  "<!-- c -->",
                                                  "é",
                                                  "The council of Kelmar voted on Tuesday to close the ferry pier. ",
                                                  "By Jane Doe",
                                                  "\r\n",
                                                  "<svg><p>",
                                                  "<select>",
                                                  "<pre>\n",
                                                  "</pre>",
                                                  "<time>16:42</time>",
                                                  "<figure><figcaption>x",
                                                  "\u00AD",
                                                  "\u00A0"};
  const bool ok = rc::check("any page", [] {
    std::string page = "<html><body>";
    for (const size_t i : *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, kParts.size())))
      page += kParts[i];
    page +=
        "<p>The council of Kelmar voted on Tuesday to close the ferry pier for the winter, and nobody in the town was "
        "asked "
        "whether he would be able to do without it until the spring.</p>";
    const auto doc = read_bytes(page, Format::kHtml);
    if (!doc) {
      RC_ASSERT(doc.error().code == Code::kInputNoArticle);
      return;
    }
    check_blocks(*doc);
    for (const Block& b : doc->blocks) {
      uint64_t begin = 0;
      uint64_t end = 0;
      RC_ASSERT(doc->origin.to_input(b.span, begin, end));
      RC_ASSERT(begin < end);
      RC_ASSERT(end <= page.size());
    }
    // Letters are copied from the page or stand for an entity, so their source is themselves or begins with "&".
    for (uint32_t i = 0; i < doc->text.size(); ++i) {
      if (doc->text[i] < 'a' || doc->text[i] > 'z') continue;
      uint64_t begin = 0;
      uint64_t end = 0;
      RC_ASSERT(doc->origin.to_input({i, i + 1}, begin, end));
      RC_ASSERT(page[begin] == doc->text[i] || page[begin] == '&');
    }
  });
  CHECK(ok);
}

}  // namespace
}  // namespace onrecord::ingest
