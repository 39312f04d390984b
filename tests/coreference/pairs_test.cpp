#include "coreference/pairs.h"

#include <doctest/doctest.h>

#include "actors/small_report.h"

namespace onrecord::coreference {
namespace {

using actors::SmallReport;

struct Asked {
  std::vector<Described> mentions;
  std::vector<Pair> pairs;

  explicit Asked(const SmallReport& report) {
    const actors::Tree tree = report.tree();
    mentions = describe(tree, find_mentions(tree, report.manifest));
    pairs = pairs_of(tree, mentions, 0, static_cast<uint32_t>(mentions.size()));
  }
  [[nodiscard]] const Pair& of(uint32_t anaphor, uint32_t antecedent) const {
    for (const Pair& pair : pairs) {
      if (pair.anaphor == anaphor && pair.antecedent == antecedent) return pair;
    }
    throw std::out_of_range("no such pair");
  }
};

constexpr size_t kSameWords = 6, kSameHead = 7, kSamePronoun = 8, kInitials = 10, kSentences = 0;

TEST_CASE("every mention is paired with all before it, once") {
  const SmallReport report({"Ana/PROPN/2/nsubj saw/VERB/0/root/see Bo/PROPN/2/obj and/CCONJ/5/cc her/PRON/3/conj"});
  const Asked asked(report);
  CHECK(asked.pairs.size() == asked.mentions.size() * (asked.mentions.size() - 1) / 2);
  for (const Pair& pair : asked.pairs) CHECK(pair.antecedent < pair.anaphor);
}

TEST_CASE("same words, same head, same pronoun, initials") {
  const SmallReport report({"The/DET/2/det envoy/NOUN/3/nsubj left/VERB/0/root/leave ./PUNCT/3/punct",
                            "the/DET/3/det tall/ADJ/3/amod envoy/NOUN/4/nsubj ate/VERB/0/root/eat it/PRON/4/obj",
                            "the/DET/2/det envoy/NOUN/3/nsubj saw/VERB/0/root/see it/PRON/3/obj"});
  const Asked asked(report);  // 0 the envoy, 1 the tall envoy, 2 it, 3 the envoy, 4 it
  CHECK(asked.of(3, 0).classes[kSameWords] == 1);
  CHECK(asked.of(3, 1).classes[kSameWords] == 0);
  CHECK(asked.of(3, 1).classes[kSameHead] == 2);  // all that it is called, the other is called too
  CHECK(asked.of(1, 0).classes[kSameHead] == 3);  // it is called more
  CHECK(asked.of(4, 2).classes[kSamePronoun] == 1);
  CHECK(asked.of(4, 3).classes[kSamePronoun] == 0);
  CHECK(asked.of(3, 0).classes[kSentences] == 3);
}

TEST_CASE("an acronym after the name that it abbreviates") {
  const SmallReport report({"World/PROPN/3/compound Health/PROPN/3/compound Board/PROPN/4/nsubj met/VERB/0/root/meet",
                            "WHB/PROPN/2/nsubj left/VERB/0/root/leave"});
  const Asked asked(report);
  const auto last = static_cast<uint32_t>(asked.mentions.size() - 1);
  CHECK(asked.of(last, 0).classes[kInitials] == 1);
}

TEST_CASE("a mention has no more antecedents than the network is asked about") {
  std::vector<std::string> sentences;
  for (int k = 0; k < 200; ++k)
    sentences.push_back("the/DET/2/det envoy/NOUN/3/nsubj left/VERB/0/root/leave ./PUNCT/3/punct");
  const Asked asked{SmallReport(sentences)};
  size_t of_last = 0;
  for (const Pair& pair : asked.pairs) of_last += pair.anaphor == 199 ? 1 : 0;
  CHECK(of_last == kMostAntecedents);
}

}  // namespace
}  // namespace onrecord::coreference
