// Word pieces, the network and tree search, each alone. Words a second are in the counter "words".
//
//   bench_encoder [MODEL_FOLDER] [--benchmark_filter=…]      without a folder: models/en
//
// Numbers of the network are wall-clock, with the whole process's CPU time beside them: run it on a quiet machine, or
// compare CPU times.

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "encoder/letter_case.h"
#include "encoder/network.h"
#include "encoder/windows.h"
#include "encoder/word_pieces.h"
#include "syntax/trees.h"

namespace {

using namespace onrecord::encoder;

// One invented report: 12 paragraphs of the lengths that news agencies write.
constexpr const char* kParagraphs[] = {
    "Harbour talks in Port Maren end without a deal",
    "PORT MAREN — Negotiators from the island republic and its largest creditor left the harbour authority 's offices "
    "early on "
    "Thursday without an agreement , two people who took part said , and neither side would name a date for another "
    "meeting .",
    "\" We put a fair offer on the table and it is still there , \" said Ilse Varga , the republic 's deputy finance "
    "minister . \" What we "
    "will not do is sell the port by the back door . \"",
    "A spokesman for the lender , Tomas Okonjo , denied that control of the port had ever been asked for .",
    "Dockworkers , who have been on strike since the spring , cheered outside the building as the delegations drove "
    "off .",
    "The government says that it needs 1.4 billion crowns by the end of September to pay pensions and teachers ; the "
    "central bank has "
    "warned that its reserves cover less than six weeks of imports , and economists at the University of Saint "
    "Brannock reckon that a "
    "default would push unemployment , already at 14.3 % , to a level not seen since the hurricane of 1998 , when a "
    "third of the island 's "
    "hotels closed and thousands of families moved to the mainland .",
    "Opposition leader Jon Abelard accused the cabinet of \" playing poker with other people 's bread \" .",
    "He demanded that parliament be recalled from its summer recess .",
    "The prime minister 's office declined to comment . In a statement on Wednesday night it had promised that no "
    "family would lose its "
    "home because of the talks , and that fishing licences , which the lender is said to want as security , were not "
    "for sale .",
    "Three former governors of the central bank , writing in the Maren Courier , called the position \" untenable \" "
    "and urged both sides to "
    "accept a mediator .",
    "Photo : strikers at the north gate",
    "Talks about a smaller bridging loan are expected to go on by telephone , according to a diplomat who asked not to "
    "be named because "
    "he was not allowed to speak to reporters .",
};

std::vector<std::string> words_of_report() {
  std::vector<std::string> out;
  for (const char* paragraph : kParagraphs) {
    std::istringstream in(paragraph);
    for (std::string word; in >> word;) out.push_back(word);
  }
  return out;
}

std::vector<Window> windows_of_report(const WordPieces& pieces) {
  WordInputs inputs;
  uint32_t block = 0;
  for (const char* paragraph : kParagraphs) {
    std::istringstream in(paragraph);
    for (std::string word; in >> word;) add_word(pieces, word, 0, block, block, inputs);
    ++block;
  }
  return cut_windows(inputs);
}

void count_words(benchmark::State& state, size_t words_an_iteration) {
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(words_an_iteration), benchmark::Counter::kIsIterationInvariantRate);
}

void word_pieces(benchmark::State& state, const WordPieces& pieces) {
  const auto words = words_of_report();
  std::vector<int32_t> ids;
  for (auto _ : state) {
    ids.clear();
    for (const std::string& word : words) pieces.append(word, ids);
    benchmark::DoNotOptimize(ids.data());
  }
  count_words(state, words.size());
}

void letter_cases(benchmark::State& state) {
  const auto words = words_of_report();
  for (auto _ : state) {
    for (const std::string& word : words) benchmark::DoNotOptimize(letter_case(word));
  }
  count_words(state, words.size());
}

// Arguments: threads, reports a call. Each thread has its session and takes calls until all are done.
void encode(benchmark::State& state, const std::string& folder, const WordPieces& pieces) {
  const auto threads = static_cast<unsigned>(state.range(0));
  const auto network = Network::open(folder, threads);
  if (!network) return state.SkipWithError(network.error().text().c_str());
  std::vector<std::unique_ptr<Session>> sessions;
  for (unsigned k = 0; k < threads; ++k) sessions.push_back(std::move(*network->session()));

  const auto report = windows_of_report(pieces);
  std::vector<Window> call;
  for (int64_t k = 0; k < state.range(1); ++k) call.insert(call.end(), report.begin(), report.end());
  for (auto& session : sessions) benchmark::DoNotOptimize(session->encode(call));  // compiles the shapes

  constexpr int kCalls = 8;
  for (auto _ : state) {
    std::atomic<int> next = 0;
    std::vector<std::jthread> workers;
    for (auto& session : sessions) {
      workers.emplace_back([&] {
        while (next++ < kCalls) benchmark::DoNotOptimize(session->encode(call));
      });
    }
  }
  count_words(state, kCalls * static_cast<size_t>(state.range(1)) * words_of_report().size());
}

void relations(benchmark::State& state, const std::string& folder, const WordPieces& pieces) {
  const auto network = Network::open(folder, 1);
  if (!network) return state.SkipWithError(network.error().text().c_str());
  const auto session = std::move(*network->session());
  const auto encoded = session->encode(windows_of_report(pieces));
  std::vector<std::vector<uint32_t>> heads;
  for (const Encoded& window : *encoded) heads.emplace_back(window.words, 1U);
  for (auto _ : state) benchmark::DoNotOptimize(session->label_relations(*encoded, heads));
  count_words(state, words_of_report().size());
}

void open_network(benchmark::State& state, const std::string& folder) {
  for (auto _ : state) {
    const auto network = Network::open(folder, static_cast<unsigned>(state.range(0)));
    if (!network) return state.SkipWithError(network.error().text().c_str());
  }
}

// Arguments: words in the sentence, how much better each word's true head is scored than all else: 20 makes the best
// heads a tree, 0 makes cycles in cycles.
void tree(benchmark::State& state) {
  const auto words = static_cast<uint32_t>(state.range(0));
  std::mt19937 random(1);
  std::normal_distribution<float> normal(0, 2);
  std::vector<float> scores(size_t{words} * (words + 1));
  for (float& score : scores) score = normal(random);
  for (uint32_t word = 0; word < words; ++word) {
    const size_t head = word == 0 ? 0 : 1 + random() % word;
    scores[size_t{word} * (words + 1) + head] += static_cast<float>(state.range(1));
  }
  for (auto _ : state) benchmark::DoNotOptimize(onrecord::syntax::best_tree(scores, words));
  count_words(state, words);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::string folder = argc > 1 ? argv[1] : ONRECORD_SOURCE_DIR "/models/en";
  const auto pieces = WordPieces::open(folder + "/vocab.txt");
  if (!pieces) {
    std::fprintf(stderr, "%s\n", pieces.error().text().c_str());
    return 1;
  }
  benchmark::RegisterBenchmark("word_pieces", word_pieces, *pieces);
  benchmark::RegisterBenchmark("letter_case", letter_cases);
  benchmark::RegisterBenchmark("tree", tree)->Args({25, 20})->Args({25, 0})->Args({254, 20})->Args({254, 0});
  benchmark::RegisterBenchmark("open", open_network, folder)
      ->Arg(1)
      ->Arg(2)
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
  benchmark::RegisterBenchmark("relations", relations, folder, *pieces)
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
  benchmark::RegisterBenchmark("encode", encode, folder, *pieces)
      ->ArgNames({"threads", "reports"})
      ->Args({1, 1})
      ->Args({1, 4})
      ->Args({1, 16})
      ->Args({2, 1})
      ->Args({2, 4})
      ->Args({2, 16})
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
  benchmark::RunSpecifiedBenchmarks();
}
