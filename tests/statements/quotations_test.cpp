#include "statements/quotations.h"

#include <doctest/doctest.h>

#include "statements/words.h"

namespace onrecord::statements {
namespace {

using Texts = std::vector<std::string>;

void complete(const SmallDocument& doc, std::vector<Reading>& readings) {
  complete_quotations(doc.tokens, doc.meaningful, doc.asides, {}, readings);
}

TEST_CASE("a content that holds half of a quotation holds all of it") {
  const SmallDocument doc({"“The bridge is safe and will open,” said the mayor."});
  std::vector<Reading> readings = {doc.reading("said", "the mayor", "is safe and will open")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“The bridge is safe and will open,”"});
}

TEST_CASE("a content that holds a word of a long quotation does not take it") {
  const SmallDocument doc({"“The bridge is safe and will open,” said the mayor."});
  std::vector<Reading> readings = {doc.reading("said", "the mayor", "bridge")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"bridge"});
}

TEST_CASE("five paragraphs of one speech are one content, past a caption in the middle") {
  const SmallDocument doc({"The harbour master said: “Ships came late.", "“The tide was low.",
                           "[[The harbour at dusk. Credit: Anna Lind]]", "“Nobody was hurt.", "“The crane stood still.",
                           "“We start again at dawn.”", "The port opened in 1910."});
  std::vector<Reading> readings = {doc.reading("said", "The harbour master", "Ships came late")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“Ships came late.", "“The tide was low.", "“Nobody was hurt.",
                                                "“The crane stood still.", "“We start again at dawn.”"});
}

TEST_CASE("a cue in the last paragraph of a quotation speaks for those before") {
  const SmallDocument doc({"“Ships came late.", "“The tide was low.", "“Nobody was hurt,” the harbour master said."});
  std::vector<Reading> readings = {doc.reading("said", "the harbour master", "Nobody was hurt")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“Ships came late.", "“The tide was low.", "“Nobody was hurt,”"});
}

TEST_CASE("somebody who is quoted inside a carried paragraph does not take it over") {
  const SmallDocument doc(
      {"The harbour master said: “Ships came late.", "“The owner told me to go home, all of us.", "“Nobody did.”"});
  std::vector<Reading> readings = {doc.reading("said", "The harbour master", "Ships came late"),
                                   doc.reading("told", "The owner", "to go home, all of us")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) ==
        Texts{"“Ships came late.", "“The owner told me to go home, all of us.", "“Nobody did.”"});
  CHECK(doc.spans(readings[1].content) == Texts{"to go home, all of us."});
}

TEST_CASE("a carried paragraph with a speaker of its own keeps him") {
  const SmallDocument doc({"The harbour master said: “Ships came late.", "“The tide was low,” he added."});
  std::vector<Reading> readings = {doc.reading("said", "The harbour master", "Ships came late"),
                                   doc.reading("added", "he", "The tide was low")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“Ships came late."});
  CHECK(doc.spans(readings[1].content) == Texts{"“The tide was low,”"});
}

TEST_CASE("a broken quotation whose second half has no cue joins the first") {
  const SmallDocument doc({"“We lost the match,” the coach said. “They ran more than we did.”"});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost the match")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“We lost the match,”", "“They ran more than we did.”"});
}

TEST_CASE("a second half does not join over somebody else's cue") {
  const SmallDocument doc({"“We lost,” the coach said. The captain sighed. “They ran more than we did.”"});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost"),
                                   doc.reading("sighed", "The captain", "")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“We lost,”"});
}

TEST_CASE("scare quotes inside a sentence join nobody") {
  const SmallDocument doc({"“We lost,” the coach said. The “third best team in town” left by bus."});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“We lost,”"});
}

TEST_CASE("a paragraph that is nothing but quotation joins the speaker of the paragraph before") {
  const SmallDocument doc({"“We lost the match,” the coach said.", "“They ran more than we did.”"});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost the match")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“We lost the match,”", "“They ran more than we did.”"});
}

TEST_CASE("such paragraphs follow one another") {
  const SmallDocument doc({"“We lost the match,” the coach said.", "“They ran more than we did.”",
                           "[[Photo: Ida Roth]]", "“That is all there is.”"});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost the match")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content).size() == 3);
}

TEST_CASE("a paragraph of quotation joins nobody when the paragraph before has another speaker at its end") {
  const SmallDocument doc({"“We lost,” the coach said, but the owner denied it.", "“They ran more than we did.”"});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost"),
                                   doc.reading("denied", "the owner", "it")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“We lost,”"});
  CHECK(doc.spans(readings[1].content) == Texts{"it"});
}

TEST_CASE("a paragraph of quotation joins the only speaker of the paraphrase before it") {
  const SmallDocument doc({"The coach said that they had won. He praised the fans.", "“They ran more than we did.”"});
  std::vector<Reading> readings = {doc.reading("said", "The coach", "that they had won"),
                                   doc.reading("praised", "He", "the fans")};
  complete(doc, readings);
  CHECK(doc.spans(readings[1].content) == Texts{"the fans", "“They ran more than we did.”"});
}

TEST_CASE("a cue inside a quotation is no paraphrase that the next paragraph goes on with") {
  const SmallDocument doc({"She laughed. “My uncle says they are rats.”", "“But five of them!”"});
  std::vector<Reading> readings = {doc.reading("says", "My uncle", "they are rats")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"they are rats.”"});
}

TEST_CASE("a paragraph of quotation joins nobody over a paragraph of text") {
  const SmallDocument doc(
      {"“We lost,” the coach said.", "The match was played in rain.", "“They ran more than we did.”"});
  std::vector<Reading> readings = {doc.reading("said", "the coach", "We lost")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“We lost,”"});
}

TEST_CASE("a quotation has one speaker") {
  const SmallDocument doc({"“The road is open and dry,” the warden said as the police warned drivers."});
  std::vector<Reading> readings = {doc.reading("said", "the warden", "The road is open"),
                                   doc.reading("warned", "the police", "and dry")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"“The road is open and dry,”"});
  CHECK(readings[1].content.empty());
}

TEST_CASE("a cue inside the quotation keeps its own content there") {
  const SmallDocument doc({"“My father said no and we all went home in the end,” the singer recalled."});
  std::vector<Reading> readings = {doc.reading("said", "My father", "no"),
                                   doc.reading("recalled", "the singer", "My father said no and we all went home")};
  complete(doc, readings);
  CHECK(doc.spans(readings[0].content) == Texts{"no"});
  CHECK(doc.spans(readings[1].content) == Texts{"“My father said no and we all went home in the end,”"});
}

TEST_CASE("a quotation that nobody holds stays unheld") {
  const SmallDocument doc({"Over the gate stands “Work and be merry all the day”.", "The gate is old."});
  std::vector<Reading> readings = {doc.reading("stands", "", "")};
  complete(doc, readings);
  CHECK(readings[0].content.empty());
}

TEST_CASE("no readings and no words are no trouble") {
  std::vector<Reading> none;
  const SmallDocument doc({"“A word.”"});
  complete(doc, none);
  CHECK(none.empty());
}

}  // namespace
}  // namespace onrecord::statements
