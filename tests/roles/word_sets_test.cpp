#include "roles/word_sets.h"

#include <doctest/doctest.h>

#include "roles/words.h"

namespace onrecord::roles {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("words join over punctuation, and the stop of the sentence stays out") {
  const SmallDocument doc({"The minister said the talks, long and dull, had failed."});
  CHECK(doc.spans(doc.words("the talks, long and dull, had failed.")) == Texts{"the talks, long and dull, had failed"});
}

TEST_CASE("a word left out parts two spans") {
  const SmallDocument doc({"The port, she said, is shut."});
  WordSet set = doc.words("The port");
  add_words(set, doc.words("is shut"));
  CHECK(doc.spans(set) == Texts{"The port", "is shut"});
}

TEST_CASE("spans never cross blocks") {
  const SmallDocument doc({"“We go.", "“We stay.”"});
  WordSet set = doc.words("We go");
  add_words(set, doc.words("We stay"));
  CHECK(doc.spans(set) == Texts{"“We go.", "“We stay.”"});
}

TEST_CASE("quotation marks and the stops inside them belong to the span that reaches them") {
  const SmallDocument doc({"“We will go,” he said."});
  CHECK(doc.spans(doc.words("We will go")) == Texts{"“We will go,”"});
}

TEST_CASE("a part of a quotation that reaches no mark takes no punctuation along") {
  const SmallDocument doc({"“Well, we will go, or stay,” he said."});
  CHECK(doc.spans(doc.words("we will go")) == Texts{"we will go"});
}

TEST_CASE("indirect words around a quotation are one span with it") {
  const SmallDocument doc({"He told us to \"go away\" at once."});
  CHECK(doc.spans(doc.words("to \"go away\"")) == Texts{"to \"go away\""});
}

TEST_CASE("a bracket that opens inside a span closes inside it") {
  const SmallDocument doc({"said the Harbour Board (HB)."});
  CHECK(doc.spans(doc.words("the Harbour Board (HB")) == Texts{"the Harbour Board (HB)"});
  const SmallDocument aside({"(as the Board said)."});
  CHECK(aside.spans(aside.words("the Board said")) == Texts{"the Board said"});
}

TEST_CASE("money, percentages and handles are words, marks are not") {
  CHECK(is_meaningful("$"));
  CHECK(is_meaningful("€"));
  CHECK(is_meaningful("%"));
  CHECK(is_meaningful("'s"));
  CHECK(is_meaningful("Á"));
  CHECK_FALSE(is_meaningful("“"));
  CHECK_FALSE(is_meaningful("--"));
  CHECK_FALSE(is_meaningful(""));
}

TEST_CASE("sets of words") {
  CHECK(without({1, 2, 3, 5}, {2, 5}) == WordSet{1, 3});
  CHECK(united({1, 4}, {2, 4}) == WordSet{1, 2, 4});
  CHECK(overlap({1, 4}, {4}));
  CHECK_FALSE(overlap({1, 4}, {2, 3}));
  WordSet set{5};
  add_words(set, {7});
  add_words(set, {3, 7});
  CHECK(set == WordSet{3, 5, 7});
}

}  // namespace
}  // namespace onrecord::roles
