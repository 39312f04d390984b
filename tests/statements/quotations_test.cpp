#include "statements/quotations.h"

#include <doctest/doctest.h>

#include "actors/small_report.h"
#include "statements/words.h"

namespace onrecord::statements {
namespace {

using Texts = std::vector<std::string>;

// A document whose verbs, subjects and people are set by hand; every other word hangs on the first of its sentence.
class Grammar {
 public:
  explicit Grammar(const SmallDocument& doc) : doc_(doc), manifest_(actors::small_manifest()), labels_(manifest_) {
    for (uint32_t word = 0; word < doc.tokens.size(); ++word) {
      const uint32_t first = doc.tokens.sentences[doc.tokens.sentence[word]].first_token;
      syntax.head.push_back(word == first ? syntax::kRoot : first);
      syntax.lemma.emplace_back(doc.tokens.spans[word].in(doc.text));
    }
    syntax.upos.assign(doc.tokens.size(), number(manifest_.upos, "X"));
    syntax.xpos.assign(doc.tokens.size(), 0);
    syntax.relation.assign(doc.tokens.size(), number(manifest_.relations, "dep"));
  }

  Grammar& clause(std::string_view subject, std::string_view verb) {
    const uint32_t noun = doc_.word(subject), root = doc_.word(verb);
    const text::Sentence& sentence = doc_.tokens.sentences[doc_.tokens.sentence[root]];
    for (uint32_t word = sentence.first_token; word < sentence.end_token; ++word) syntax.head[word] = root;
    syntax.head[root] = syntax::kRoot;
    syntax.relation[noun] = number(manifest_.relations, "nsubj");
    return *this;
  }

  Grammar& person(std::string_view name) {
    const uint32_t word = doc_.word(name);
    syntax.entities.push_back({word, word + 1, syntax::EntityType::kPerson, 1});
    return *this;
  }

  void complete(std::vector<Reading>& readings) const {
    complete_quotations({doc_.text, doc_.tokens, syntax, labels_}, doc_.meaningful, doc_.asides, {}, readings);
  }

 private:
  static uint8_t number(const std::vector<std::string>& list, std::string_view label) {
    return static_cast<uint8_t>(std::find(list.begin(), list.end(), label) - list.begin());
  }

  const SmallDocument& doc_;
  encoder::Manifest manifest_;
  actors::Grammar labels_;
  syntax::Syntax syntax;
};

void complete(const SmallDocument& doc, std::vector<Reading>& readings) {
  Grammar(doc).complete(readings);
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

TEST_CASE("a quotation goes on past a paragraph in which nobody speaks or is named") {
  const SmallDocument doc({"“We won the match,” the captain said.", "The hall was silent.", "“They lost it twice.”"});
  std::vector<Reading> readings = {doc.reading("said", "the captain", "We won the match")};
  complete(doc, readings);
  REQUIRE(readings.size() == 1);
  CHECK(doc.spans(readings[0].content) == Texts{"“We won the match,”", "“They lost it twice.”"});
}

TEST_CASE("a quotation does not go on past two paragraphs, nor past one in which somebody is named") {
  const SmallDocument two({"“We won,” the captain said.", "It rained.", "The hall was full.", "“They lost it twice.”"});
  std::vector<Reading> readings = {two.reading("said", "the captain", "We won")};
  complete(two, readings);
  CHECK(two.spans(readings[0].content) == Texts{"“We won,”"});
  const SmallDocument named({"“We won,” the captain said.", "The hall saw Dwyer.", "“They lost it twice.”"});
  readings = {named.reading("said", "the captain", "We won")};
  Grammar(named).clause("hall", "saw").person("Dwyer").complete(readings);
  CHECK(named.spans(readings[0].content) == Texts{"“We won,”"});
}

TEST_CASE("whoever acts in the sentence before a quotation that nobody holds says it") {
  const SmallDocument doc(
      {"“We won the match,” the captain said.", "Dwyer fought for words.", "“They lost it twice.”"});
  std::vector<Reading> readings = {doc.reading("said", "the captain", "We won the match")};
  Grammar(doc).clause("Dwyer", "fought").person("Dwyer").complete(readings);
  REQUIRE(readings.size() == 2);
  CHECK(doc.spans(readings[1].source) == Texts{"Dwyer"});
  CHECK(readings[1].cue.words == WordRange{doc.word("fought"), doc.word("fought") + 1});
  CHECK(doc.spans(readings[1].content) == Texts{"“They lost it twice.”"});
}

TEST_CASE("what acts before a quotation and is nobody does not say it, unless a colon hands over") {
  const SmallDocument doc({"Rain fell.", "“They lost it twice.”"});
  std::vector<Reading> readings;
  Grammar(doc).clause("Rain", "fell").complete(readings);
  CHECK(readings.empty());
  const SmallDocument colon({"From the speech of Dwyer :", "“They lost it twice.”"});
  Grammar(colon).person("Dwyer").complete(readings);
  REQUIRE(readings.size() == 1);
  CHECK(colon.spans(readings[0].source) == Texts{"Dwyer"});
}

}  // namespace
}  // namespace onrecord::statements
