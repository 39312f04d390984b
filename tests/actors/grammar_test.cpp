#include "actors/grammar.h"

#include <doctest/doctest.h>

#include "actors/cast.h"
#include "actors/small_report.h"

namespace onrecord::actors {
namespace {

// The one noun phrase of a report whose head reads so.
std::string phrase(const SmallReport& report, std::string_view head) {
  const Tree tree = report.tree();
  return std::string(tree.text(tree.noun_phrase(report.find(head).first)));
}

TEST_CASE("a noun phrase has no preposition, relative clause, apposition or second of a list") {
  const SmallReport report(
      {"with/ADP/3/case senior/ADJ/3/amod officials/NOUN/0/root/official in/ADP/5/case Rome/PROPN/3/nmod "
       "who/PRON/7/nsubj lied/VERB/3/acl:relcl and/CCONJ/9/cc judges/NOUN/3/conj/judge"});
  CHECK(phrase(report, "officials") == "senior officials in Rome");
}

TEST_CASE("a noun phrase keeps its possessor") {
  const SmallReport report({"Iran/PROPN/4/nmod:poss ’s/PART/1/case foreign/ADJ/4/amod ministry/NOUN/0/root"});
  CHECK(phrase(report, "ministry") == "Iran’s foreign ministry");
}

TEST_CASE("a noun phrase ends at a comma") {
  const SmallReport report({"partners/NOUN/0/root/partner ,/PUNCT/4/punct including/ADP/4/case Finland/PROPN/1/nmod"});
  CHECK(phrase(report, "partners") == "partners");
  const SmallReport name({"the/DET/2/det envoy/NOUN/0/root ,/PUNCT/4/punct Ida/PROPN/2/flat Roth/PROPN/4/flat"});
  CHECK(phrase(name, "envoy") == "the envoy");
}

TEST_CASE("a plural tag is not believed against the lemma") {
  const SmallReport report({"airlines/NOUN/0/root/airline crews/NOUN/1/dep/crews"});
  const Tree tree = report.tree();
  CHECK(tree.plural(0));
  CHECK_FALSE(tree.plural(1));
}

TEST_CASE("the head of words is the one that hangs on others") {
  const SmallReport report({"the/DET/3/det old/ADJ/3/amod mayor/NOUN/4/nsubj spoke/VERB/0/root"});
  CHECK(report.tree().head_of({0, 3}) == 2);
  CHECK(report.tree().yield(3) == WordRange{0, 4});
}

Cast cast_of(uint32_t words, std::initializer_list<std::pair<uint32_t, std::string>> heads) {
  Cast cast(words);
  for (const auto& [head, name] : heads) {
    Member member;
    member.name = name;
    member.named = true;
    cast.refer(head, cast.add(std::move(member)));
  }
  return cast;
}

TEST_CASE("words of a source name its head, not what modifies it") {
  const SmallReport report(
      {"Iran/PROPN/4/nmod:poss ’s/PART/1/case foreign/ADJ/4/amod ministry/NOUN/5/nsubj spoke/VERB/0/root"});
  const Cast cast = cast_of(5, {{0, "Iran"}, {3, "ministry"}});
  const std::vector<uint32_t> words = {0, 1, 2, 3};
  const auto found = cast.named_by(report.tree(), words);
  REQUIRE(found.size() == 1);
  CHECK(cast[found[0]].name == "ministry");
}

TEST_CASE("a list names all in it") {
  const SmallReport report(
      {"India/PROPN/6/nsubj ,/PUNCT/3/punct Nepal/PROPN/1/conj and/CCONJ/5/cc Oman/PROPN/1/conj spoke/VERB/0/root"});
  const Cast cast = cast_of(6, {{0, "India"}, {2, "Nepal"}, {4, "Oman"}});
  const std::vector<uint32_t> words = {0, 2, 3, 4};
  CHECK(cast.named_by(report.tree(), words).size() == 3);
}

TEST_CASE("where the tree is wrong about the head, the person named counts") {
  const SmallReport report({"Harbour/NOUN/4/dep chief/NOUN/4/dep Roth/PROPN/2/dep spoke/VERB/0/root"});
  const Cast cast = cast_of(4, {{2, "Roth"}});
  const std::vector<uint32_t> words = {0, 1, 2};
  REQUIRE(cast.named_by(report.tree(), words).size() == 1);
  const std::vector<uint32_t> nobody = {0, 1};
  CHECK(cast.named_by(report.tree(), nobody).empty());
}

}  // namespace
}  // namespace onrecord::actors
