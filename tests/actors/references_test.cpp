#include "actors/references.h"

#include <doctest/doctest.h>

#include <array>
#include <map>

#include "actors/case_file.h"
#include "base/tables.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

using syntax::Entity;
using syntax::EntityType;

// Numbers for labels, in the order in which they are met.
class Labels {
 public:
  uint8_t number(const std::string& label) {
    const auto [at, added] = numbers_.emplace(label, static_cast<uint8_t>(list.size()));
    if (added) list.push_back(label);
    return at->second;
  }
  std::vector<std::string> list;

 private:
  std::map<std::string, uint8_t> numbers_;
};

EntityType type_of(std::string_view label) {
  static constexpr std::array<std::string_view, 14> kTypes{"PERSON", "ORGANISATION", "GPE",      "LOCATION", "FACILITY",
                                                           "NORP",   "EVENT",        "WORK",     "PRODUCT",  "DATE",
                                                           "TIME",   "MONEY",        "QUANTITY", "NUMBER"};
  return static_cast<EntityType>(std::find(kTypes.begin(), kTypes.end(), label) - kTypes.begin());
}

void read_label(const std::string& label, uint32_t word, std::vector<Entity>& entities) {
  if (label == "_") return;
  if (label[0] == 'B') {
    Entity entity;
    entity.first = word;
    entity.type = type_of(label.substr(2));
    entities.push_back(entity);
  }
  entities.back().end = word + 1;
}

// A case with its syntax read; the tree's parts must stay in place.
struct ReadCase {
  const ReferenceCase& source;
  std::vector<text::TextBlock> blocks;
  text::Tokens tokens;
  syntax::Syntax syntax;
  encoder::Manifest manifest;

  explicit ReadCase(const ReferenceCase& one) : source(one), blocks(one.blocks()) {
    Labels upos, xpos, relations;
    std::vector<Span> words;
    std::vector<uint32_t> sentences;
    uint32_t sentence = 0;
    uint32_t first = 0;
    size_t at = 0;
    for (const std::string& line : one.syntax) {
      if (line == ".") {
        ++sentence;
        first = static_cast<uint32_t>(words.size());
        continue;
      }
      const std::vector<std::string_view> fields = parts_of(line, ' ');
      REQUIRE(fields.size() == 8);
      at = one.text.find(fields[0], at);
      REQUIRE(at != std::string::npos);
      const auto word = static_cast<uint32_t>(words.size());
      words.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + fields[0].size())});
      at = words.back().end;
      sentences.push_back(sentence);
      syntax.upos.push_back(upos.number(std::string(fields[1])));
      syntax.xpos.push_back(xpos.number(std::string(fields[2])));
      const auto head = static_cast<uint32_t>(std::stoul(std::string(fields[3])));
      syntax.head.push_back(head == 0 ? syntax::kRoot : first + head - 1);
      syntax.relation.push_back(relations.number(std::string(fields[4])));
      syntax.lemma.emplace_back(fields[5]);
      read_label(std::string(fields[6]), word, syntax.entities);
      read_label(std::string(fields[7]), word, syntax.mentions);
    }
    tokens = text::with_given_words(one.text, blocks, words, sentences);
    manifest.upos = upos.list;
    manifest.xpos = xpos.list;
    manifest.relations = relations.list;
  }
};

// "NAME: mention; mention" of each member.
std::vector<std::string> found_in(const ReadCase& read, const ReferenceTables& tables) {
  const Grammar grammar(read.manifest);
  const Tree tree(read.source.text, read.tokens, read.syntax, grammar);
  const Cast cast = find_cast(tree, tables, {}, {}, {});
  std::vector<std::string> lines;
  for (const Member& member : cast.members) {
    std::string line = member.name + ':';
    for (size_t k = 0; k < member.mentions.size(); ++k)
      line += (k == 0 ? " " : "; ") + std::string(tree.text(member.mentions[k].words));
    lines.push_back(line);
  }
  return lines;
}

TEST_CASE("references lead to the right actors in each case of the file") {
  const ReferenceTables tables;
  std::string header;
  const auto cases = read_cases(ONRECORD_SOURCE_DIR "/tests/cases/actors/references.case", header);
  REQUIRE(cases.size() > 30);
  for (const ReferenceCase& one : cases) {
    const std::vector<std::string> found = found_in(ReadCase(one), tables);
    std::string all;
    for (const std::string& line : found) all += "\n    " + line;
    for (const std::string& wanted : one.actors) {
      INFO(one.name << ": wanted " << wanted << ", found" << all);
      CHECK(std::find(found.begin(), found.end(), wanted) != found.end());
    }
  }
}

TEST_CASE("a report of more people than any report has costs no more than its length") {
  ReferenceCase one;
  for (int k = 0; k < 3000; ++k) {
    const std::string name = "Name" + std::to_string(k);
    one.text += "Ann " + name + " left. ";
    one.syntax.insert(one.syntax.end(),
                      {"Ann PROPN NNP 3 nsubj Ann B-PERSON _", name + " PROPN NNP 1 flat x I-PERSON _",
                       "left VERB VBD 0 root leave _ _", ". PUNCT . 3 punct . _ _", "."});
  }
  const std::vector<std::string> found = found_in(ReadCase(one), ReferenceTables());
  CHECK(found.size() == 1000);
}

TEST_CASE("the weights of reference are there for every class") {
  const ReferenceWeights weights;
  ReferenceFeatures all;
  all.fill(1);
  for (size_t k = 0; k < kAnaphorClasses; ++k) CHECK(weights.score(static_cast<AnaphorClass>(k), all) != 0.0F);
}

TEST_CASE("no words, no actors") {
  CHECK(found_in(ReadCase(ReferenceCase()), ReferenceTables()).empty());
}

}  // namespace
}  // namespace onrecord::actors
