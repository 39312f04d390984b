#include "ingest/page.h"

#include <rapidcheck.h>

#include "cpu_seconds.h"
#include "ingest/helpers.h"
#include "ingest/naming.h"
#include "ingest/page_metadata.h"

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

const std::string kVote = "The council of Kelmar voted on Tuesday to close the ferry pier for the winter.";
const std::string kAnger = "Fishermen said that nobody had asked them, and that they would go on using it.";
const std::string kMayor = "The mayor, who had promised in spring to keep the pier, was not in the hall for the vote.";

std::string paragraph(const std::string& words) {
  return "<p>" + words + "</p>";
}

Lines words_of_blocks(const std::string& page) {
  Lines out;
  const Document doc = read_ok("<html><body>" + page + "</body></html>");
  for (const Block& b : doc.blocks) out.emplace_back(b.span.in(doc.text));
  return out;
}

const Lines kReport = {"Pier closed", kVote, kAnger, kMayor};

TEST_CASE("A text that only JSON-LD gives is read, and leads back to its bytes") {
  const std::string page =
      "<html><title>Pier closed</title><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": "
      "\"Pier closed\", \"articleBody\": \"The council of Kelmar voted on Tuesday, to close \\u201cthe pier\\u201d for "
      "the winter.\\n\\nFishermen &amp; bakers said that nobody had asked them, and that they would go on using it. "
      "\\\"We shall,\\\" they said, and went home for their dinner.\"}</script><body><div id=app></div></body></html>";
  const Document doc = read_ok(page);
  check_lines(doc,
              {"headline: Pier closed",
               "paragraph: The council of Kelmar voted on Tuesday, to close “the pier” for the winter.",
               "paragraph: Fishermen & bakers said that nobody had asked them, and that they would go on using it. "
               "\"We shall,\" they said, and went home for their dinner."});
  CHECK(source_of(doc, page, "close “the pier” for") == "close \\u201cthe pier\\u201d for");
  CHECK(source_of(doc, page, "Fishermen & bakers") == "Fishermen &amp; bakers");
  CHECK(source_of(doc, page, "went home") == "went home");
}

TEST_CASE("Comments that are longer than the report are left out") {
  std::string comments;
  for (int i = 0; i < 30; ++i)
    comments +=
        "<div class='comment-item'>" +
        paragraph("I never saw a rotten plank, and I have crossed that pier for thirty years, said no one ever.") +
        "</div>";
  const std::string report = "<h1>Pier closed</h1>" + paragraph(kVote) + paragraph(kAnger) + paragraph(kMayor);
  CHECK(words_of_blocks("<div>" + report + "</div><div id='comments'>" + comments + "</div>") == kReport);
  // Where their names say nothing, their heading does.
  std::string unnamed;
  for (int i = 0; i < 3; ++i)
    unnamed +=
        "<div>Jane Doe wrote:" + paragraph("I have crossed that pier for thirty years and never saw a rotten plank.") +
        "</div>";
  CHECK(words_of_blocks("<div>" + report + "<h3>Comments (3)</h3>" + unnamed + "</div>") == kReport);
}

TEST_CASE("A second report on the page is not read") {
  const std::string second = "<article><h1>Goat found in belfry</h1>" +
                             paragraph("The fire brigade of Vosta needed four hours and a bag of carrots.") +
                             paragraph("The goat, which belongs to the sexton, was in good health when it came down.") +
                             "</article>";
  const std::string first =
      "<article><h1>Pier closed</h1>" + paragraph(kVote) + paragraph(kAnger) + paragraph(kMayor) + "</article>";
  CHECK(words_of_blocks("<title>Pier closed</title><main>" + first + second + "</main>") == kReport);
}

TEST_CASE(
    "Boxes among the paragraphs that lead elsewhere or ask for an address are left out, whatever they are called") {
  const auto with_box = [&](const std::string& box) {
    return words_of_blocks("<div><h1>Pier closed</h1>" + paragraph(kVote) + paragraph(kAnger) + box +
                           paragraph(kMayor) + "</div>");
  };
  CHECK(with_box("<div class=x1><div><a href=/a>Rowers of Vosta win the cup once more</a></div></div>") == kReport);
  CHECK(
      with_box(
          "<ul class=x2><li><a href=/a>Rowers win the cup</a></li><li><a href=/b>Goat found in belfry</a></li></ul>") ==
      kReport);
  CHECK(with_box(
            "<div class=x3><h3>Morning post</h3><p>One story, three links and a joke.</p><input type=email></div>") ==
        kReport);
  CHECK(with_box("<p><b>Read more:</b> <a href=/a>Rowers of Vosta win the cup once more</a></p>") == kReport);
  CHECK(with_box("<figure><blockquote>“Nobody had asked them, and they would go on using it.”</blockquote></figure>") ==
        kReport);
}

TEST_CASE("A quotation that is no repetition stays, and so do facts in a box") {
  const std::string quote = "We hold that a pier is a road that happens to be wet on both sides.";
  const Lines lines = words_of_blocks("<article><h1>Pier closed</h1>" + paragraph(kVote) + "<blockquote>" +
                                      paragraph(quote) + "</blockquote>" + paragraph(kAnger) +
                                      "<aside><h3>The pier</h3><ul><li>Built in 1904, at the cost of the "
                                      "county</li><li>Rebuilt twice, the last time in 1981</li></ul></aside>" +
                                      paragraph(kMayor) + "</article>");
  CHECK(lines == Lines{"Pier closed", kVote, quote, kAnger, "The pier", "Built in 1904, at the cost of the county",
                       "Rebuilt twice, the last time in 1981", kMayor});
}

TEST_CASE("The parts of the line under the headline are pieces of their own") {
  const Document doc =
      read_ok("<html><body><div><h1>Pier closed</h1><div><span>By Jane Doe</span><span>9 October 2025</span></div>" +
              paragraph(kVote) + paragraph(kAnger) + "</div></body></html>");
  check_lines(doc, {"headline: Pier closed", "byline: By Jane Doe", "dateline: 9 October 2025", "paragraph: " + kVote,
                    "paragraph: " + kAnger});
}

TEST_CASE("In preformatted text an empty line parts paragraphs") {
  CHECK(words_of_blocks("<h1>Pier closed</h1><pre>" + kVote + "\n\n" + kAnger + "\n\n" + kMayor + "</pre>") == kReport);
}

TEST_CASE("Names are cut into words") {
  using Words = std::vector<std::vector<std::string>>;
  CHECK(words_of_names("articleBody_main wide") == Words{{"article", "body", "main"}, {"wide"}});
  CHECK(words_of_names("QABlock  c-story__sub-head2") == Words{{"qa", "block"}, {"c", "story", "sub", "head2"}});
  CHECK(words_of_names(" -- ").empty());
}

TEST_CASE("A name that says several things is what its last word is") {
  const auto dom = Dom::parse(
      "<div class='article-author-bio'></div><div class='story-credits__date'></div><div "
      "class='has-sidebar'></div><div class='article-body'></div>",
      100, 1 << 20, "test");
  REQUIRE(dom);
  Naming naming(*dom);
  std::vector<NamedAs> divs;
  for (uint32_t i = 0; i < dom->size(); ++i) {
    if ((*dom)[i].tag == "div") divs.push_back(naming.of(i));
  }
  REQUIRE(divs.size() == 4);
  CHECK(divs[0].unwanted);
  CHECK(divs[1].kind == BlockKind::kDateline);
  CHECK_FALSE(divs[2].unwanted);
  CHECK(divs[3].body);
}

TEST_CASE("Time is linear in a page of any shape") {
  const std::string frame =
      "<html><title>Pier closed</title><body><h1>Pier closed</h1>" + paragraph(kVote) + paragraph(kAnger);
  const auto seconds = [&](const std::string& unit, size_t times) {
    std::string page = frame;
    for (size_t i = 0; i < times; ++i) page += unit;
    return cpu_seconds([&] { (void)read_bytes(page, Format::kHtml); });
  };
  // Far above what a linear reader needs on a slow machine, far below what a quadratic one would.
  constexpr double kLimit = 20;
  CHECK(seconds("<div class=card><h3><a href=x>Harbour town closes its pier</a></h3><p>" + kVote + "</p></div>",
                20'000) < kLimit);
  CHECK(seconds("<div><a href=x>Harbour town closes its pier</a></div>", 60'000) < kLimit);
  CHECK(seconds("<blockquote>" + kVote + "</blockquote><p>" + kAnger + "</p>", 20'000) < kLimit);
  CHECK(seconds("<input><form><textarea></textarea></form>", 60'000) < kLimit);
  CHECK(seconds("<table><tr><td>a b<td>12<tr><td>c d<td>13</table>", 30'000) < kLimit);
  CHECK(seconds("<h1>Pier closed again</h1><p>" + kVote, 20'000) < kLimit);
  CHECK(seconds("<figure><img><img><img><div>A pier</div></figure>", 40'000) < kLimit);
  CHECK(seconds("<div><span>One</span><span>Two</span></div>", 60'000) < kLimit);
  CHECK(seconds("<div class='aB c-x news-body related ad'>x</div>", 60'000) < kLimit);
  CHECK(seconds("<script type='application/ld+json'>{\"articleBody\": \"a\", \"headline\": \"b\"}</script>", 40'000) <
        kLimit);
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
