#include "syntax/syntax.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace onrecord;
using namespace onrecord::syntax;
using encoder::Encoded;
using encoder::Window;

namespace {

const std::string kTiny = ONRECORD_SOURCE_DIR "/tests/encoder/data/tiny";
const std::string kLexicon = ONRECORD_SOURCE_DIR "/data/lexicons/lemma-irregular.tsv";

// Words parted by spaces; "." ends a sentence, "|" a block.
struct Sample {
  std::string text;
  text::Tokens tokens;

  explicit Sample(std::string words) : text(std::move(words)) {
    uint32_t block = 0, sentence = 0;
    bool begins = true;
    for (uint32_t at = 0; at < text.size();) {
      const auto end = static_cast<uint32_t>(std::min(text.find(' ', at), text.size()));
      const std::string word = text.substr(at, end - at);
      if (word == "|") {
        ++block, begins = true;
      } else {
        if (begins && !tokens.spans.empty()) ++sentence;
        begins = word == ".";
        tokens.spans.push_back({at, end});
        tokens.sentence.push_back(sentence), tokens.block.push_back(block);
        tokens.quote.push_back(text::QuoteState::kOutside), tokens.quotation.push_back(0);
      }
      at = end + 1;
    }
  }
};

// A session that names relations by table.
class FixedSession final : public encoder::Session {
 public:
  explicit FixedSession(uint8_t relation) : relation_(relation) {}
  Result<std::vector<Encoded>> encode(std::span<const Window>) override {
    return fail(Code::kRuntime, "not asked for");
  }
  Result<std::vector<encoder::CueReading>> read_cues(std::span<const encoder::AnchorWindow>) override {
    return fail(Code::kRuntime, "not asked for");
  }
  Result<std::vector<encoder::TriggerReading>> read_triggers(std::span<const encoder::AnchorWindow>) override {
    return std::vector<encoder::TriggerReading>{};
  }
  Result<std::vector<std::vector<uint8_t>>> label_relations(std::span<const Encoded>,
                                                            std::span<const std::vector<uint32_t>> heads) override {
    std::vector<std::vector<uint8_t>> out;
    for (const auto& window : heads) out.emplace_back(window.size(), relation_);
    return out;
  }

 private:
  uint8_t relation_;
};

encoder::Manifest small_manifest() {
  encoder::Manifest m;
  m.upos = {"NOUN", "VERB"};
  m.xpos = {"NNS", "VBD"};
  m.lemma_scripts = {"0:0:", "0:1:"};
  m.relations = {"nsubj", "root", "parataxis", "dep"};
  m.names = {"O", "B-PERSON", "I-PERSON"};
  m.mentions = {"O", "B-Person", "I-Person"};
  return m;
}

// Scores in which word k of a window wants word k - 1 as its head, and no word is a name.
Encoded chain(const Window& window) {
  Encoded out;
  out.words = static_cast<uint32_t>(window.words());
  out.upos.assign(out.words, 0), out.xpos.assign(out.words, 0), out.lemma_script.assign(out.words, 0);
  out.arcs.assign(size_t{out.words} * (out.words + 1), -5.0F);
  for (uint32_t word = 0; word < out.words; ++word) {
    out.arcs[size_t{word} * (out.words + 1) + word] = 5.0F;
    out.names.insert(out.names.end(), {-0.1F, -3.0F, -3.0F});
    out.mentions.insert(out.mentions.end(), {-0.1F, -3.0F, -3.0F});
  }
  return out;
}

std::vector<Window> windows_of(const Sample& sample) {
  const auto pieces = encoder::WordPieces::open(kTiny + "/vocab.txt");
  REQUIRE(pieces);
  return encoder::cut_windows(word_inputs(sample.text, sample.tokens, *pieces));
}

Analyser small_analyser() {
  auto analyser = Analyser::open(small_manifest(), kLexicon);
  REQUIRE(analyser);
  return std::move(*analyser);
}

}  // namespace

TEST_CASE("heads, names and lemmas of several windows are numbered by the document's words") {
  const Sample sample("the envoys left . they said so . | later the envoys met");
  const auto windows = windows_of(sample);
  REQUIRE(windows.size() == 2);
  std::vector<Encoded> encoded{chain(windows[0]), chain(windows[1])};
  encoded[0].upos[2] = 1;              // left VERB
  encoded[1].names[3 * 2 + 1] = 0;     // B-PERSON on "envoys"
  encoded[1].mentions[3 * 1 + 1] = 0;  // B-Person on "the" …
  encoded[1].mentions[3 * 2 + 2] = 0;  // … I-Person on "envoys"
  FixedSession session(0);
  const auto syntax = small_analyser().analyse({sample.text, sample.tokens, windows, encoded}, session);
  REQUIRE(syntax);
  CHECK(syntax->head == std::vector<uint32_t>{kRoot, 0, 1, 2, kRoot, 4, 5, 6, kRoot, 8, 9, 10});
  CHECK(syntax->lemma[1] == "envoy");
  CHECK(syntax->lemma[2] == "leave");
  REQUIRE(syntax->entities.size() == 1);
  CHECK(syntax->entities[0].first == 10);
  CHECK(syntax->entities[0].end == 11);
  REQUIRE(syntax->mentions.size() == 1);
  CHECK(syntax->mentions[0].first == 9);
  CHECK(syntax->mentions[0].end == 11);
}

TEST_CASE("only a sentence's root is labelled root, and always") {
  const Sample sample("one two three . four five .");
  const auto windows = windows_of(sample);
  const std::vector<Encoded> encoded{chain(windows[0])};
  for (const uint8_t answer : {uint8_t{0}, uint8_t{1}}) {
    FixedSession session(answer);
    const auto syntax = small_analyser().analyse({sample.text, sample.tokens, windows, encoded}, session);
    REQUIRE(syntax);
    for (size_t word = 0; word < syntax->head.size(); ++word)
      CHECK((syntax->relation[word] == 1) == (syntax->head[word] == kRoot));
  }
}

TEST_CASE("a name never runs from one sentence into the next") {
  const Sample sample("one . two .");
  const auto windows = windows_of(sample);
  std::vector<Encoded> encoded{chain(windows[0])};
  encoded[0].names = {-0.1F, -3, -3, -9, -0.1F, -9, -9, -9, -0.1F, -0.1F, -9, -9};  // O B I O
  FixedSession session(0);
  const auto syntax = small_analyser().analyse({sample.text, sample.tokens, windows, encoded}, session);
  REQUIRE(syntax);
  for (const Entity& entity : syntax->entities)
    CHECK(sample.tokens.sentence[entity.first] == sample.tokens.sentence[entity.end - 1]);
}

TEST_CASE("a sentence cut into several windows is one tree") {
  std::string words;
  for (int k = 0; k < 600; ++k) words += "the ";
  const Sample sample(words + ".");
  const auto windows = windows_of(sample);
  REQUIRE(windows.size() == 3);
  std::vector<Encoded> encoded;
  for (const Window& window : windows) encoded.push_back(chain(window));
  FixedSession session(0);
  const auto syntax = small_analyser().analyse({sample.text, sample.tokens, windows, encoded}, session);
  REQUIRE(syntax);
  CHECK(std::count(syntax->head.begin(), syntax->head.end(), kRoot) == 1);
  CHECK(syntax->head[windows[1].first_word] == 0);
  CHECK(syntax->relation[windows[1].first_word] == 2);
}

TEST_CASE("the tiny network's random scores become sound trees from text to relations") {
  auto network = encoder::Network::open(kTiny, 1);
  REQUIRE(network);
  auto session = network->session();
  REQUIRE(session);
  auto analyser = Analyser::open(network->manifest(), kLexicon);
  REQUIRE(analyser);
  const Sample sample(
      "The minister said that the Ruritanian navy would leave . Nobody believed her . | In the capital , thousands "
      "marched past the old parliament . | The end");
  const auto windows = windows_of(sample);
  const auto encoded = (*session)->encode(windows);
  REQUIRE(encoded);
  const auto syntax = analyser->analyse({sample.text, sample.tokens, windows, *encoded}, **session);
  REQUIRE(syntax);
  const size_t words = sample.tokens.size();
  for (const size_t size :
       {syntax->upos.size(), syntax->xpos.size(), syntax->relation.size(), syntax->lemma.size(), syntax->head.size()}) {
    CHECK(size == words);
  }
  for (uint32_t word = 0; word < words; ++word) {
    uint32_t at = word, steps = 0;
    for (; syntax->head[at] != kRoot && steps <= words; ++steps) {
      CHECK(sample.tokens.sentence[syntax->head[at]] == sample.tokens.sentence[at]);
      at = syntax->head[at];
    }
    CHECK(steps <= words);
    CHECK(syntax->upos[word] < network->manifest().upos.size());
    CHECK(syntax->relation[word] < network->manifest().relations.size());
    CHECK_FALSE(syntax->lemma[word].empty());
  }
}

TEST_CASE("a document without words has an empty analysis") {
  FixedSession session(0);
  const Sample sample("");
  const auto syntax = small_analyser().analyse({sample.text, sample.tokens, {}, {}}, session);
  REQUIRE(syntax);
  CHECK(syntax->head.empty());
}
