#include "coreference/mentions.h"

#include <doctest/doctest.h>

#include "actors/small_report.h"

namespace onrecord::coreference {
namespace {

using actors::SmallReport;

std::vector<std::string> texts(const SmallReport& report) {
  std::vector<std::string> out;
  const actors::Tree tree = report.tree();
  for (const Mention& mention : find_mentions(tree, report.manifest)) out.emplace_back(tree.text(mention.words));
  return out;
}

using Texts = std::vector<std::string>;

TEST_CASE("noun phrases and pronouns, one inside another, without the preposition before them") {
  const SmallReport report(
      {"She/PRON/2/nsubj met/VERB/0/root/meet the/DET/4/det envoy/NOUN/2/obj of/ADP/7/case the/DET/7/det "
       "king/NOUN/4/nmod in/ADP/9/case Rome/PROPN/2/obl ./PUNCT/2/punct"});
  CHECK(texts(report) == Texts{"She", "the envoy of the king", "the king", "Rome"});
}

TEST_CASE("an apposition is a mention of its own; a relative clause belongs to its noun") {
  const SmallReport report(
      {"Ana/PROPN/6/nsubj ,/PUNCT/4/punct the/DET/4/det envoy/NOUN/1/appos ,/PUNCT/4/punct "
       "left/VERB/0/root/leave"});
  CHECK(texts(report) == Texts{"Ana", "the envoy"});
  const SmallReport clause({"men/NOUN/4/nsubj/man who/ADV/3/nsubj fled/VERB/1/acl:relcl/flee died/VERB/0/root/die"});
  CHECK(texts(clause) == Texts{"men who fled"});
}

TEST_CASE("a coordination is a mention beside its members, and known as one") {
  const SmallReport report({"Mali/PROPN/4/nsubj and/CCONJ/3/cc Niger/PROPN/1/conj agreed/VERB/0/root/agree"});
  CHECK(texts(report) == Texts{"Mali and Niger", "Mali", "Niger"});
  CHECK(find_mentions(report.tree(), report.manifest).front().several);
}

TEST_CASE("a possessor takes its ending along") {
  const SmallReport report({"Mali/PROPN/3/nmod:poss 's/PART/1/case army/NOUN/0/root"});
  CHECK(texts(report) == Texts{"Mali's army", "Mali's"});
}

TEST_CASE("parts of names are no mentions") {
  const SmallReport report({"Ana/PROPN/3/nsubj Gora/PROPN/1/flat left/VERB/0/root/leave"});
  CHECK(texts(report) == Texts{"Ana Gora"});
}

}  // namespace
}  // namespace onrecord::coreference
