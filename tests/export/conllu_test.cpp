#include "export/conllu.h"

#include <doctest/doctest.h>

#include <sstream>

namespace onrecord::exports {
namespace {

constexpr char kTwoDocuments[] =
    "# newdoc id = one\n"
    "# newpar\n"
    "# sent_id = one-1\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tpanic\tpanic\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3.1\tyou\tyou\tPRON\tPRP\t_\t_\t_\t3:nsubj\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# sent_id = one-2\n"
    "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\tdid\tdo\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "\n"
    "# newpar id = p2\n"
    "# sent_id = one-3\n"
    "1\tJosé\tJosé\tPROPN\tNNP\t_\t0\troot\t_\t_\n"
    "\n"
    "# newdoc id = two\n"
    "# sent_id = two-1\n"
    "1\tEnd\tend\tNOUN\tNN\t_\t0\troot\t_\t_\n"
    "\n";

std::vector<std::string> words_of(const ConlluDocument& document) {
  std::vector<std::string> out;
  for (const Span word : document.words) out.emplace_back(word.in(document.text));
  return out;
}

// Everything is a noun and a root.
syntax::Syntax plain_syntax(size_t words) {
  syntax::Syntax syntax;
  syntax.upos.assign(words, 0);
  syntax.xpos.assign(words, 0);
  syntax.relation.assign(words, 0);
  syntax.lemma.assign(words, "x");
  syntax.head.assign(words, syntax::kRoot);
  return syntax;
}

encoder::Manifest plain_manifest() {
  encoder::Manifest manifest;
  manifest.upos = {"NOUN"};
  manifest.xpos = {"NN"};
  manifest.relations = {"root", "dep"};
  manifest.names = {"O", "B-PERSON", "I-PERSON"};
  manifest.mentions = {"O", "B-Person", "I-Person"};
  return manifest;
}

TEST_CASE("words, sentences and paragraphs of a document are laid out as text") {
  std::istringstream in(kTwoDocuments);
  ConlluReader reader(in, "two.conllu");
  auto first = reader.next();
  REQUIRE(first);
  REQUIRE(*first);
  const ConlluDocument& one = **first;
  CHECK(one.text == "Don't panic. They did\n\nJosé");
  CHECK(words_of(one) == std::vector<std::string>{"Do", "n't", "panic", ".", "They", "did", "José"});
  CHECK(one.sentence_of_word == std::vector<uint32_t>{0, 0, 0, 0, 1, 1, 2});
  REQUIRE(one.paragraphs.size() == 2);
  CHECK(one.paragraphs[1].in(one.text) == "José");
  auto second = reader.next();
  REQUIRE(second);
  REQUIRE(*second);
  CHECK((*second)->text == "End");
  CHECK((*second)->sentences[0].comments.front() == "# newdoc id = two");
  auto end = reader.next();
  REQUIRE(end);
  CHECK_FALSE(*end);
}

TEST_CASE("comments, ranges and spacing are kept, the annotation is replaced, empty nodes go") {
  std::istringstream in(kTwoDocuments);
  const auto document = ConlluReader(in, "two.conllu").next();
  REQUIRE(document);
  syntax::Syntax syntax = plain_syntax(7);
  syntax.head[0] = 2;
  syntax.relation[0] = 1;
  syntax.head[4] = 5;
  syntax.relation[4] = 1;
  syntax.entities = {{2, 4, syntax::EntityType::kPerson, 1, 1}};
  syntax.mentions = {{4, 5, syntax::EntityType::kPerson, 1, 1}};
  std::string out;
  append_conllu(**document, syntax, {}, plain_manifest(), out);
  CHECK(out ==
        "# newdoc id = one\n"
        "# newpar\n"
        "# sent_id = one-1\n"
        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\tDo\tx\tNOUN\tNN\t_\t3\tdep\t_\t_\n"
        "2\tn't\tx\tNOUN\tNN\t_\t0\troot\t_\t_\n"
        "3\tpanic\tx\tNOUN\tNN\t_\t0\troot\t_\tSpaceAfter=No|Name=B-PERSON\n"
        "4\t.\tx\tNOUN\tNN\t_\t0\troot\t_\tName=I-PERSON\n"
        "\n"
        "# sent_id = one-2\n"
        "1\tThey\tx\tNOUN\tNN\t_\t2\tdep\t_\tMention=B-Person\n"
        "2\tdid\tx\tNOUN\tNN\t_\t0\troot\t_\t_\n"
        "\n"
        "# newpar id = p2\n"
        "# sent_id = one-3\n"
        "1\tJosé\tx\tNOUN\tNN\t_\t0\troot\t_\t_\n"
        "\n");
}

TEST_CASE("what is no CoNLL-U is named with its line") {
  const auto error_of = [](std::string_view text) -> std::string {
    std::istringstream in{std::string(text)};
    ConlluReader reader(in, "bad.conllu");
    while (true) {
      const auto document = reader.next();
      if (!document) return document.error().input;
      if (!*document) return "";
    }
  };
  CHECK(error_of("1\tonly\tthree\n") == "bad.conllu:1");
  CHECK(error_of("# newdoc\n\n2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n") == "bad.conllu:3");
  CHECK(error_of("x\ta\ta\tX\tX\t_\t0\troot\t_\t_\n") == "bad.conllu:1");
  CHECK(error_of("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n") == "bad.conllu:3");
  CHECK(error_of("1\ta\ta\tX\tX\t_\t0\troot\t_\t_\tmore\n") == "bad.conllu:1");
  CHECK(error_of("") == "");
  CHECK(error_of("1\ta\ta\tX\tX\t_\t0\troot\t_\t_\r\n") == "");  // Windows line ends, no blank line at the end
}

TEST_CASE("running text gets its sentences, paragraphs and ids") {
  const std::string text = "One two.\nThree";
  text::Tokens tokens;
  tokens.spans = {{0, 3}, {4, 7}, {7, 8}, {9, 14}};
  tokens.sentence = {0, 0, 0, 1};
  tokens.block = {0, 0, 0, 1};
  tokens.sentences = {{0, 3, 0}, {3, 4, 1}};
  std::string out;
  append_conllu(conllu_of("r.txt", text, tokens), plain_syntax(4), {}, plain_manifest(), out);
  CHECK(out ==
        "# newdoc id = r.txt\n"
        "# newpar\n"
        "# sent_id = r.txt-1\n"
        "# text = One two.\n"
        "1\tOne\tx\tNOUN\tNN\t_\t0\troot\t_\t_\n"
        "2\ttwo\tx\tNOUN\tNN\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\tx\tNOUN\tNN\t_\t0\troot\t_\t_\n"
        "\n"
        "# newpar\n"
        "# sent_id = r.txt-2\n"
        "# text = Three\n"
        "1\tThree\tx\tNOUN\tNN\t_\t0\troot\t_\t_\n"
        "\n");
}

TEST_CASE("chains are brackets: what ends comes first, an inner mention opens last and closes first") {
  const std::string text = "a b c d e";
  text::Tokens tokens;
  tokens.spans = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}};
  tokens.sentence = {0, 0, 0, 0, 0};
  tokens.block = {0, 0, 0, 0, 0};
  tokens.sentences = {{0, 5, 0}};
  const std::vector<coreference::Chain> chains = {{{{0, 2}, 0}, {{2, 4}, 2}, {{4, 5}, 4}}, {{{1, 2}, 1}, {{0, 3}, 0}}};
  std::string out;
  append_conllu(conllu_of("r.txt", text, tokens), plain_syntax(5), chains, plain_manifest(), out);
  std::vector<std::string> entities;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) {
    if (const size_t at = line.find("Entity="); at != std::string::npos) entities.push_back(line.substr(at + 7));
  }
  CHECK(entities == std::vector<std::string>{"(e2(e1", "e1)(e2)", "e2)(e1", "e1)", "(e1)"});
}

}  // namespace
}  // namespace onrecord::exports
