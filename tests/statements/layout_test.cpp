#include "statements/layout.h"

#include <doctest/doctest.h>

#include "statements/words.h"

namespace onrecord::statements {
namespace {

using Texts = std::vector<std::string>;

std::vector<Reading> read(const SmallDocument& doc, std::vector<Reading> readings = {}) {
  read_layout(doc.text, doc.tokens, doc.meaningful, doc.asides, readings);
  return readings;
}

TEST_CASE("speakers who take turns are read without a verb") {
  const SmallDocument doc({"The talk was held at the harbour.", "ILSE VARGA: Nobody asked us. We were told.",
                           "Okonjo (laughing): That is not so.", "VARGA: It is: here is the letter.",
                           "Okonjo: I see."});
  const std::vector<Reading> found = read(doc);
  REQUIRE(found.size() == 4);
  CHECK(doc.spans(found[0].source) == Texts{"ILSE VARGA"});
  CHECK(doc.spans(found[0].content) == Texts{"Nobody asked us. We were told"});
  CHECK(doc.spans(found[1].source) == Texts{"Okonjo"});
  CHECK(doc.spans(found[1].content) == Texts{"That is not so"});
  CHECK(doc.spans(found[2].content) == Texts{"It is: here is the letter"});
}

TEST_CASE("a list with one label again and again is no conversation") {
  const SmallDocument doc({"Update: The road is shut.", "Update: It is open.", "Update: It is shut again.",
                           "Update: The bus has come.", "Weather: Rain."});
  CHECK(read(doc).empty());
}

TEST_CASE("a sentence with a colon is no turn") {
  const SmallDocument doc({"Varga wants three things: ships, cranes and time.", "Okonjo wants one: peace.",
                           "Varga wants it now: she is tired.", "Okonjo wants one: peace."});
  CHECK(read(doc).empty());
}

TEST_CASE("a turn takes over what the network read at its colon and leaves what was said inside it") {
  const SmallDocument doc({"Varga: He said no.", "Okonjo: I did not.", "Varga: You did.", "Okonjo: When?"});
  std::vector<Reading> readings = {doc.reading(":", "Varga", "He said"), doc.reading("said", "He", "no")};
  const std::vector<Reading> found = read(doc, readings);
  REQUIRE(found.size() == 5);
  CHECK(doc.spans(found[0].content) == Texts{"He said no"});
  CHECK(doc.spans(found[1].content) == Texts{"no"});
}

TEST_CASE("quotations signed with a dash have their signature as source") {
  const SmallDocument doc({"Readers wrote to us.", "“The port is ours.” ― Ilse Varga, dockworker, 54",
                           "“Sell it.” – Jan van der Berg\n“Never.” — Tomas Okonjo."});
  const std::vector<Reading> found = read(doc);
  REQUIRE(found.size() == 3);
  CHECK(doc.spans(found[0].source) == Texts{"Ilse Varga"});
  CHECK(doc.spans(found[0].content) == Texts{"“The port is ours.”"});
  CHECK(doc.spans(found[1].source) == Texts{"Jan van der Berg"});
  CHECK(doc.spans(found[2].content) == Texts{"“Never.”"});
}

TEST_CASE("a dash in a running sentence signs nothing") {
  CHECK(read(SmallDocument({"“The port is ours” – Varga said it twice."})).empty());
  CHECK(read(SmallDocument({"He called it “the port” – Varga."})).empty());
}

TEST_CASE("a paragraph that ends in a colon introduces the quotation after it") {
  const SmallDocument doc({"The mayor said:", "“We were not asked. Nobody was.”", "The port opened in 1910."});
  const std::vector<Reading> found = read(doc, {doc.reading("said", "The mayor", "")});
  REQUIRE(found.size() == 1);
  CHECK(doc.spans(found[0].content) == Texts{"“We were not asked. Nobody was.”"});
}

TEST_CASE("a caption between a paragraph with a colon and its quotation is passed over") {
  const SmallDocument doc({"The mayor said:", "[[The mayor. Photo: Anna Lind]]", "“We were not asked.”"});
  const std::vector<Reading> found = read(doc, {doc.reading("said", "The mayor", "")});
  CHECK(doc.spans(found[0].content) == Texts{"“We were not asked.”"});
}

TEST_CASE("a quotation that somebody else holds is not introduced by the colon before it") {
  const SmallDocument doc({"The mayor said:", "“We were not asked,” said the captain."});
  const std::vector<Reading> found =
      read(doc, {doc.reading("said", "The mayor", ""), doc.reading("said", "the captain", "We were not asked", 1)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].content.empty());
}

TEST_CASE("a colon introduces a paragraph without quotation marks too, unless somebody else speaks in it") {
  const SmallDocument doc({"The letter reads:", "Dear Sir, the well is dry.", "The port opened in 1910."});
  CHECK(doc.spans(read(doc, {doc.reading("reads", "The letter", "")})[0].content) ==
        Texts{"Dear Sir, the well is dry"});
  const SmallDocument other({"The letter reads:", "The well is dry, the mayor said."});
  const auto found =
      read(other, {other.reading("reads", "The letter", ""), other.reading("said", "the mayor", "The well is dry")});
  CHECK(found[0].content.empty());
}

TEST_CASE("a turn and a letter go on while paragraphs say I, we or you") {
  const SmallDocument doc({"VARGA: Nobody asked us.", "I was not told.", "OKONJO: That is not so.", "VARGA: It is.",
                           "OKONJO: I see.", "The talk ended at noon."});
  const std::vector<Reading> found = read(doc);
  REQUIRE(found.size() == 4);
  CHECK(doc.spans(found[0].content) == Texts{"Nobody asked us", "I was not told"});
  CHECK(doc.spans(found[3].content) == Texts{"I see"});
  const SmallDocument letter(
      {"The letter reads:", "Dear Sir, the well is dry.", "We ask you to come.", "It is unsigned."});
  CHECK(letter.spans(read(letter, {letter.reading("reads", "The letter", "")})[0].content) ==
        Texts{"Dear Sir, the well is dry", "We ask you to come"});
}

}  // namespace
}  // namespace onrecord::statements
