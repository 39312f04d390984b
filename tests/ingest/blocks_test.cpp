#include "ingest/blocks.h"

#include <rapidcheck.h>

#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("A report of a news agency") {
  const Document doc = read_ok(
      "Harbour town closes its pier\n\n"
      "By Jane Doe and Ada Roe\n\n"
      "KELMAR, March 3, 2024 (Harbour Wire) - The council of Kelmar voted on Tuesday to close the ferry pier.\n\n"
      "“Nobody asked us,” said Olaf Brand, who has fished there since he was a boy.\n\n"
      "(Reporting by Jane Doe; Editing by Max Moe)\n");
  check_lines(doc, {"headline: Harbour town closes its pier", "byline: By Jane Doe and Ada Roe",
                    "dateline: KELMAR, March 3, 2024 (Harbour Wire) -",
                    "paragraph: The council of Kelmar voted on Tuesday to close the ferry pier.",
                    "paragraph: “Nobody asked us,” said Olaf Brand, who has fished there since he was a boy.",
                    "byline: (Reporting by Jane Doe; Editing by Max Moe)"});
  CHECK(doc.title == "Harbour town closes its pier");
  CHECK(doc.published == "2024-03-03");
  CHECK(doc.publisher == "Harbour Wire");
  CHECK(doc.authors == Lines{"Jane Doe", "Ada Roe"});
}

TEST_CASE("A report of a broadcaster, with pictures, sub-headings, a list, a post and the page's own lines") {
  const Document doc = read_ok(
      "Pier closed: 'We were never asked'\n\n"
      "A vote in the harbour town has angered its fishermen\n\n"
      "By Jane Doe in Kelmar\n\n"
      "9 October 2025\n\n"
      "Image source, Getty Images\n\n"
      "Image caption, The pier has stood since 1904\n\n"
      "The council of Kelmar has voted to close the ferry pier for the whole of the coming winter.\n\n"
      "'Rotten planks'\n\n"
      "Engineers told the council that half of the planks were rotten and that one had given way.\n\n"
      "A plank is carried ashore on Friday. Photo: Max Moe\n\n"
      "What happens next?\n\n"
      "The ferry will land at the fish market, the harbour master said in a letter to all households.\n\n"
      "• The pier closes on Monday\n• The market steps are free of charge\n\n"
      "Kelmar Council\n@KelmarCouncil\nSafety first. Always.\n4:12 PM · Oct 8, 2025\n\n"
      "Advertisement\n\n"
      "Additional reporting by Ada Roe\n\n"
      "Related topics\n\nHarbours\n\nKelmar\n");
  check_lines(
      doc, {"headline: Pier closed: 'We were never asked'",
            "subheading: A vote in the harbour town has angered its fishermen",
            "byline: By Jane Doe in Kelmar",
            "dateline: 9 October 2025",
            "credit: Image source, Getty Images",
            "caption: Image caption, The pier has stood since 1904",
            "paragraph: The council of Kelmar has voted to close the ferry pier for the whole of the coming winter.",
            "subheading: 'Rotten planks'",
            "paragraph: Engineers told the council that half of the planks were rotten and that one had given way.",
            "caption: A plank is carried ashore on Friday. Photo: Max Moe",
            "subheading: What happens next?",
            "paragraph: The ferry will land at the fish market, the harbour master said in a letter to all households.",
            "list: • The pier closes on Monday",
            "list: • The market steps are free of charge",
            "embed: Kelmar Council\n@KelmarCouncil\nSafety first. Always.\n4:12 PM · Oct 8, 2025",
            "boilerplate: Advertisement",
            "byline: Additional reporting by Ada Roe",
            "boilerplate: Related topics",
            "boilerplate: Harbours",
            "boilerplate: Kelmar"});
  CHECK(doc.published == "2025-10-09");
  CHECK(doc.authors == Lines{"Jane Doe"});
}

TEST_CASE("A byline over two lines is one block") {
  const Document doc = read_ok(
      "Pier closed\n\nJane Doe\nKELMAR\n\nThe council of Kelmar has voted to close the ferry pier for the whole of "
      "winter.\n");
  CHECK(block_lines(doc)[1] == "byline: Jane Doe\nKELMAR");
}

TEST_CASE("Speakers of an interview are no datelines") {
  const Document doc = read_ok(
      "The pier, a talk\n\nDOE: Did you vote for it, in the end?\n\nROE: I did, and I would do it again.\n\n"
      "DOE: Even knowing what you know now?\n\nROE: Yes.\n");
  for (const Block& b : doc.blocks) CHECK(b.kind != BlockKind::kDateline);
}

TEST_CASE("A place before a colon is a dateline") {
  const Document doc =
      read_ok("Pier closed\n\nKELMAR: The council on Tuesday voted to close the ferry pier for the winter.\n");
  CHECK(block_lines(doc)[1] == "dateline: KELMAR:");
}

TEST_CASE("A line without a stop among sentences is the caption of a picture") {
  const Document doc = read_ok(
      "Pier closed\n\nThe council of Kelmar has voted to close the ferry pier for the whole of winter.\n\n"
      "The mayor in 1998 with the oar that the rowers of Vosta gave him, in the hall\n\n"
      "Engineers told the council that half of the planks were rotten and that one had given way.\n\n"
      "Fishermen said that they would go on using the steps, whatever the council might decide.\n");
  CHECK(block_lines(doc)[2].starts_with("caption: The mayor in 1998"));
}

TEST_CASE("In notes without stops such lines stay paragraphs") {
  const Document doc = read_ok(
      "Headlines\n\nCouncil of the harbour town votes to close the old ferry pier for the whole winter\n\n"
      "Rowers of the neighbouring town win the cup for the third year in a row, by a length\n\n"
      "Bakers of the county ask for a lower price of flour before the feast, and get none\n");
  for (size_t i = 1; i < doc.blocks.size(); ++i) CHECK(doc.blocks[i].kind == BlockKind::kParagraph);
}

TEST_CASE("The title that the caller gives finds the headline and stays as given") {
  Input input;
  input.bytes =
      "TOWN AND COUNTY\n\nPier closed\n\nThe council of Kelmar has voted to close the ferry pier for the winter.\n";
  input.title = "Pier closed";
  input.published = "3 March 2024";
  input.publisher = "The Courier";
  const auto doc = read(input, Budget{});
  REQUIRE(doc);
  CHECK(block_lines(*doc)[1] == "headline: Pier closed");
  CHECK(doc->title == "Pier closed");
  CHECK(doc->published == "2024-03-03");
  CHECK(doc->publisher == "The Courier");
}

TEST_CASE("Blocks are ordered, apart and inside the text, whatever the text") {
  const bool ok = rc::check("blocks of any lines", [] {
    static const std::vector<std::string> kLines = {
        "",
        "Pier closed",
        "By Jane Doe",
        "KELMAR, May 3 (HW) - The council voted to close the pier.",
        "• one",
        "16:42",
        "Photo: Jane Doe",
        "@handle",
        "Advertisement",
        "\tx\ty",
        "a\tb\tc",
        "“No,” she said.",
        "—",
        "…",
        "É",
        "Related topics",
        "The council of Kelmar has voted to close the ferry pier for the whole of the coming winter.",
        "  ",
        "-",
        "1. one"};
    const auto picks = *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, kLines.size()));
    std::string text = "x";
    for (const size_t i : picks) text += '\n' + kLines[i];
    const Document doc = read_ok(text, Format::kText);
    RC_ASSERT(doc.text == text);
    check_blocks(doc);
  });
  CHECK(ok);
}

}  // namespace
}  // namespace onrecord::ingest
