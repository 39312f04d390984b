#include "ingest/lines.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> out;
  for (const Paragraph& p : find_paragraphs(text)) out.emplace_back(p.span.in(text));
  return out;
}

TEST_CASE("Blank lines part paragraphs, whatever white space they hold") {
  CHECK(paragraphs("One.\n\nTwo.\n \t \n\nThree.\n") == std::vector<std::string>{"One.", "Two.", "Three."});
}

TEST_CASE("Hard-wrapped lines are joined") {
  const std::string wrapped =
      "The council of the harbour town voted late on Tuesday to close the old\n"
      "ferry pier for the winter, although its engineers had warned that a new\n"
      "one would not be ready before the spring.\n"
      "\n"
      "Fishermen who land their catch there said that nobody had asked them and\n"
      "that they would go on using the steps.\n";
  const auto found = paragraphs(wrapped);
  REQUIRE(found.size() == 2);
  CHECK(found[0].starts_with("The council"));
  CHECK(found[0].ends_with("before the spring."));
}

TEST_CASE("Hard-wrapped paragraphs without blank lines are parted where a line ends early") {
  const std::string wrapped =
      "The council of the harbour town voted late on Tuesday to close the old\n"
      "ferry pier for the winter, although its engineers had warned that a new\n"
      "one would not be ready before the spring.\n"
      "Fishermen who land their catch there said that nobody had asked them and\n"
      "that they would go on using the steps, whatever the mayor might say or\n"
      "print in the gazette of the county.\n";
  CHECK(paragraphs(wrapped).size() == 2);
}

TEST_CASE("Wire text has one paragraph a line") {
  const std::string wire =
      "The council of the harbour town voted late on Tuesday to close the old ferry pier for the winter, officials "
      "said.\n"
      "Fishermen said that nobody had asked them.\n"
      "The mayor, who had promised to keep the pier open for as long as he held office, was not in the hall for the "
      "vote.\n";
  CHECK(paragraphs(wire).size() == 3);
}

TEST_CASE("Short lines are not taken for wrapped text") {
  CHECK(paragraphs("Related topics\nHarbours\nFerries\nWinter").size() == 4);
}

TEST_CASE("Rows of columns are one table") {
  const std::string text = "Seats won:\n\nParty\tSeats\tChange\nBlue\t41\t+3\nGreen\t12\t-1\n\nThe count goes on.";
  const auto found = find_paragraphs(text);
  REQUIRE(found.size() == 3);
  CHECK(found[1].table);
  CHECK(found[1].span.in(text) == "Party\tSeats\tChange\nBlue\t41\t+3\nGreen\t12\t-1");
  CHECK_FALSE(found[2].table);
}

TEST_CASE("An empty text has no paragraphs") {
  CHECK(paragraphs("").empty());
  CHECK(paragraphs("\n \n").empty());
}

}  // namespace
}  // namespace onrecord::ingest
