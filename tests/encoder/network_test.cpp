#include "encoder/network.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "encoder/float_oracle.h"

using namespace onrecord;
using namespace onrecord::encoder;

namespace {

const std::string kTiny = ONRECORD_SOURCE_DIR "/tests/encoder/data/tiny";

// `words` words of one to three pieces.
Window random_window(uint32_t words, std::mt19937& random, uint32_t most_pieces = 3) {
  Window out;
  for (uint32_t word = 0; word < words; ++word) {
    out.first.push_back(static_cast<int32_t>(out.pieces.size()));
    const auto letter_case = static_cast<int32_t>(1 + random() % 7), quote = static_cast<int32_t>(random() % 7);
    for (auto piece = 1 + random() % most_pieces; piece > 0 && out.pieces.size() < kMaxPieces; --piece) {
      out.pieces.push_back(static_cast<int32_t>(104 + random() % 280));
      out.letter_case.push_back(letter_case);
      out.quote.push_back(quote);
    }
  }
  return out;
}

std::vector<Window> varied_windows() {
  std::mt19937 random(3);
  std::vector<Window> out;
  for (const uint32_t words : {1, 2, 7, 30, 3, 12, 80, 5, 5, 61, 28, 9, 14, 21, 45, 17})
    out.push_back(random_window(words, random));
  out.push_back(random_window(kMaxPieces, random, 1));
  return out;
}

std::vector<AnchorWindow> varied_cues(const std::vector<Encoded>& encoded) {
  static constexpr std::array<uint32_t, kAnchorFeatures> kClasses = {45, 9, 7, 49, 3, 7, 256};
  std::mt19937 random(4);
  std::vector<AnchorWindow> out;
  for (const Encoded& window : encoded) {
    for (int k = 0; k < 2; ++k) {
      AnchorWindow cue;
      cue.encoded = &window;
      cue.first = static_cast<uint32_t>(random() % window.words);
      cue.last = std::min(cue.first + static_cast<uint32_t>(random() % 3), window.words - 1);
      cue.first_word = cue.first > 64 ? cue.first - 64 : 0;
      cue.words = std::min(cue.last + 65, window.words) - cue.first_word;
      for (const uint32_t classes : kClasses) {
        for (uint32_t w = 0; w < cue.words; ++w) cue.features.push_back(static_cast<int32_t>(random() % classes));
      }
      out.push_back(std::move(cue));
    }
  }
  return out;
}

std::vector<std::vector<uint32_t>> varied_heads(const std::vector<Encoded>& encoded) {
  std::mt19937 random(5);
  std::vector<std::vector<uint32_t>> out;
  for (const Encoded& window : encoded) {
    out.emplace_back();
    for (uint32_t w = 0; w < window.words; ++w)
      out.back().push_back(static_cast<uint32_t>(random() % (window.words + 1)));
  }
  return out;
}

double largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.size() != b.size()) return INFINITY;
  double out = 0;
  for (size_t i = 0; i < a.size(); ++i) out = std::max(out, std::abs(double{a[i]} - b[i]));
  return out;
}

bool same(const Encoded& a, const Encoded& b) {
  return a.words == b.words && a.upos == b.upos && a.xpos == b.xpos && a.lemma_script == b.lemma_script &&
         a.vectors == b.vectors && a.names == b.names && a.mentions == b.mentions && a.cue == b.cue &&
         a.trigger == b.trigger && a.boundary == b.boundary && a.arcs == b.arcs;
}

std::unique_ptr<Session> open_session(unsigned threads = 1) {
  auto network = Network::open(kTiny, threads);
  REQUIRE(network);
  auto session = network->session();
  REQUIRE(session);
  return std::move(*session);
}

}  // namespace

TEST_CASE("the encoder graph computes what the plain float network computes") {
  FloatOracle oracle(kTiny + "/oracle.bin");
  const auto windows = varied_windows();
  const auto expected = oracle.encode(windows), found = open_session()->encode(windows);
  REQUIRE(found);
  REQUIRE(found->size() == windows.size());
  double difference = 0;
  for (size_t k = 0; k < windows.size(); ++k) {
    const Encoded &a = (*expected)[k], &b = (*found)[k];
    CHECK(a.words == b.words);
    CHECK(a.upos == b.upos);
    CHECK(a.xpos == b.xpos);
    CHECK(a.lemma_script == b.lemma_script);
    difference = std::max({difference, largest_difference(a.vectors, b.vectors), largest_difference(a.names, b.names),
                           largest_difference(a.mentions, b.mentions), largest_difference(a.cue, b.cue),
                           largest_difference(a.trigger, b.trigger), largest_difference(a.boundary, b.boundary),
                           largest_difference(a.arcs, b.arcs)});
  }
  CHECK(difference < 1e-4);
}

TEST_CASE("the relations graph names what the plain float network names") {
  FloatOracle oracle(kTiny + "/oracle.bin");
  const auto encoded = oracle.encode(varied_windows());
  const auto heads = varied_heads(*encoded);
  const auto found = open_session()->label_relations(*encoded, heads);
  REQUIRE(found);
  CHECK(*found == *oracle.label_relations(*encoded, heads));
}

TEST_CASE("the reader graph reads what the plain float network reads") {
  FloatOracle oracle(kTiny + "/oracle.bin");
  const auto encoded = oracle.encode(varied_windows());
  const auto cues = varied_cues(*encoded);
  const auto expected = oracle.read_cues(cues), found = open_session()->read_cues(cues);
  REQUIRE(found);
  REQUIRE(found->size() == cues.size());
  double roles = 0, classes = 0;
  for (size_t k = 0; k < cues.size(); ++k) {
    const CueReading &a = (*expected)[k], &b = (*found)[k];
    roles = std::max(roles, largest_difference(a.roles, b.roles));
    classes = std::max({classes, largest_difference(a.act, b.act), largest_difference(a.polarity, b.polarity),
                        largest_difference(a.source_kind, b.source_kind), double{std::abs(a.holds - b.holds)}});
  }
  CHECK(roles < 1e-4);
  CHECK(classes < 1e-4);
}

TEST_CASE("the event reader graph reads what the plain float network reads") {
  FloatOracle oracle(kTiny + "/oracle.bin");
  const auto encoded = oracle.encode(varied_windows());
  const auto triggers = varied_cues(*encoded);
  const auto expected = oracle.read_triggers(triggers), found = open_session()->read_triggers(triggers);
  REQUIRE(found);
  REQUIRE(found->size() == triggers.size());
  double difference = 0;
  for (size_t k = 0; k < triggers.size(); ++k) {
    const TriggerReading &a = (*expected)[k], &b = (*found)[k];
    difference = std::max({difference, largest_difference(a.roles, b.roles),
                           largest_difference(a.event_type, b.event_type), largest_difference(a.status, b.status),
                           largest_difference(a.news_role, b.news_role), largest_difference(a.mode, b.mode),
                           largest_difference(a.cameo, b.cameo), largest_difference(a.contexts, b.contexts),
                           double{std::abs(a.holds - b.holds)}, double{std::abs(a.uttered - b.uttered)}});
  }
  CHECK(difference < 1e-4);
}

TEST_CASE("a window's scores do not depend on the windows beside it") {
  const auto session = open_session();
  const auto windows = varied_windows();
  const auto together = session->encode(windows);
  REQUIRE(together);
  for (size_t k = 0; k < windows.size(); ++k) {
    const auto alone = session->encode(std::span(windows).subspan(k, 1));
    REQUIRE(alone);
    CHECK(same(alone->front(), (*together)[k]));
  }
}

TEST_CASE("the released model reads windows of like length together as it reads each alone, to the last bit") {
  auto network = Network::open(ONRECORD_SOURCE_DIR "/models/en", 1);
  REQUIRE(network);
  auto session = network->session();
  REQUIRE(session);
  std::mt19937 random(6);
  std::vector<Window> windows;
  for (const uint32_t words : {6, 20, 27, 40, 50, 70}) {
    for (int k = 0; k < 17; ++k) windows.push_back(random_window(words, random, 2));
  }
  const auto together = (*session)->encode(windows);
  REQUIRE(together);
  for (size_t k = 0; k < windows.size(); ++k) {
    const auto alone = (*session)->encode(std::span(windows).subspan(k, 1));
    REQUIRE(alone);
    CHECK(same(alone->front(), (*together)[k]));
  }
  const auto cues = varied_cues(*together);
  const auto readings = (*session)->read_cues(cues);
  REQUIRE(readings);
  for (size_t k = 0; k < cues.size(); ++k) {
    const auto alone = (*session)->read_cues(std::span(cues).subspan(k, 1));
    REQUIRE(alone);
    CHECK(alone->front().roles == (*readings)[k].roles);
    CHECK(alone->front().act == (*readings)[k].act);
    CHECK(alone->front().source_kind == (*readings)[k].source_kind);
  }
}

TEST_CASE("sessions of several threads give the same scores to the last bit") {
  auto network = Network::open(kTiny, 2);
  REQUIRE(network);
  const auto windows = varied_windows();
  std::vector<std::vector<Encoded>> results(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) {
      threads.emplace_back([&] {
        auto session = network->session();
        if (auto encoded = (*session)->encode(windows)) result = std::move(*encoded);
      });
    }
  }
  for (const auto& result : results) {
    REQUIRE(result.size() == windows.size());
    for (size_t k = 0; k < windows.size(); ++k) CHECK(same(result[k], results[0][k]));
  }
}

TEST_CASE("a session outlives its network") {
  const auto session = open_session();  // the network is gone
  CHECK(session->encode(varied_windows()));
}

TEST_CASE("no windows, no cues and no heads are no trouble") {
  const auto session = open_session();
  CHECK(session->encode({})->empty());
  CHECK(session->read_cues({})->empty());
  CHECK(session->label_relations({}, {})->empty());
}

TEST_CASE("a window that is too long is refused") {
  std::mt19937 random(6);
  Window window = random_window(kMaxPieces, random, 1);
  window.pieces.push_back(104), window.letter_case.push_back(1), window.quote.push_back(0);
  const auto found = open_session()->encode(std::span(&window, 1));
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Code::kInternal);
}
