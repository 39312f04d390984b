#include "engine/pipeline.h"

#include <iterator>
#include <optional>
#include <utility>

#include "actors/references.h"
#include "encoder/windows.h"
#include "engine/make_record.h"
#include "events/events.h"
#include "ingest/ingest.h"
#include "roles/features.h"
#include "statements/layout.h"
#include "statements/quotations.h"
#include "statements/reading.h"
#include "statements/speech_map.h"
#include "text/tokens.h"

namespace onrecord::engine {
namespace {

// One report on its way. Moving it would leave the views of its parts dangling, so runs keep it in place.
struct Job {
  size_t input = 0;
  ingest::Document document;
  text::Tokens tokens;
  std::vector<uint8_t> meaningful;  // roles/word_sets.h
  std::vector<encoder::Window> windows;
  size_t first_window = 0;  // in the batch
  syntax::Syntax syntax;
  std::vector<statements::Reading> readings;
  std::vector<statements::Cue> passed_over;
  std::vector<events::Reading> triggers;
};

// A cue or trigger of the batch: whose it is, and where in its report's windows.
struct AnchorOfBatch {
  size_t job = 0;
  WordRange read;  // words of the document
  roles::Anchor anchor;
};

// All cues or triggers of the batch, and what the network is asked about each.
struct Anchors {
  std::vector<AnchorOfBatch> of;
  std::vector<encoder::AnchorWindow> windows;
};

class Run {
 public:
  Run(const Pipeline& pipeline, std::span<const Input> inputs, encoder::Session& session, StageTimes* times)
      : pipeline_(pipeline), inputs_(inputs), session_(session), watch_(times) {}

  std::vector<Result<Record>> run() {
    results_.assign(inputs_.size(), fail(Code::kInternal, "not read"));
    ingest();
    tokenise();
    if (const auto error = through_network()) {
      for (const Job& job : jobs_) results_[job.input] = tl::unexpected(with_input(*error, job));
      return std::move(results_);
    }
    for (Job& job : jobs_) results_[job.input] = finish(job);
    return std::move(results_);
  }

 private:
  void ingest() {
    for (size_t k = 0; k < inputs_.size(); ++k) {
      auto document = ingest::read(inputs_[k], pipeline_.budget);
      if (!document) {
        results_[k] = tl::unexpected(document.error());
        continue;
      }
      jobs_.emplace_back();
      jobs_.back().input = k;
      jobs_.back().document = std::move(*document);
    }
    watch_.add(Stage::kIngest);
  }

  void tokenise() {
    for (Job& job : jobs_) {
      std::vector<text::TextBlock> blocks;
      for (const ingest::Block& block : job.document.blocks)
        blocks.push_back({block.span, ingest::is_aside(block.kind)});
      job.tokens = text::tokenise(job.document.text, blocks, pipeline_.budget.max_tokens + 1);
      if (job.tokens.size() > pipeline_.budget.max_tokens) {
        results_[job.input] = fail(Code::kInputTooLarge,
                                   "has more than " + std::to_string(pipeline_.budget.max_tokens) +
                                       " words, too many for one report; split it into its reports",
                                   job.document.id);
      }
    }
    // Nothing points into a job yet.
    std::erase_if(jobs_, [&](const Job& job) { return job.tokens.size() > pipeline_.budget.max_tokens; });
    for (Job& job : jobs_) {
      job.meaningful = roles::meaningful_words(job.document.text, job.tokens);
      job.windows = encoder::cut_windows(syntax::word_inputs(job.document.text, job.tokens, pipeline_.pieces));
    }
    watch_.add(Stage::kText);
  }

  // Windows and cues of all reports; the error that stopped it, if any did.
  std::optional<Error> through_network() {
    std::vector<encoder::Window> windows;
    for (Job& job : jobs_) {
      job.first_window = windows.size();
      windows.insert(windows.end(), job.windows.begin(), job.windows.end());
    }
    auto encoded = session_.encode(windows);
    if (!encoded) return encoded.error();
    encoded_ = std::move(*encoded);
    watch_.add(Stage::kEncoder);
    for (Job& job : jobs_) {
      auto syntax = pipeline_.analyser.analyse({job.document.text, job.tokens, job.windows, encoded_of(job)}, session_);
      if (!syntax) return syntax.error();
      job.syntax = std::move(*syntax);
    }
    watch_.add(Stage::kSyntax);
    if (auto error = read_cues()) return error;
    return read_triggers();
  }

  [[nodiscard]] std::span<const encoder::Encoded> encoded_of(const Job& job) const {
    return std::span(encoded_).subspan(job.first_window, job.windows.size());
  }

  std::optional<Error> read_cues() {
    const Anchors cues = find_anchors([](const encoder::Encoded& encoded, uint32_t first_word) {
      return statements::find_cues(encoded.cue, first_word);
    });
    auto readings = session_.read_cues(cues.windows);
    if (!readings) return readings.error();
    for (size_t k = 0; k < cues.of.size(); ++k) {
      const auto& [number, read, cue] = cues.of[k];
      Job& job = jobs_[number];
      const float sure = roles::agreed(cue.probability, (*readings)[k].holds);
      if (sure > pipeline_.cue_threshold) {
        job.readings.push_back(statements::make_reading(cue, read, (*readings)[k], pipeline_.manifest, job.meaningful));
      } else if (sure >= roles::kWorthTelling) {
        job.passed_over.push_back({cue.words, sure});
      }
    }
    watch_.add(Stage::kStatements);
    return std::nullopt;
  }

  std::optional<Error> read_triggers() {
    const Anchors triggers = find_anchors([](const encoder::Encoded& encoded, uint32_t first_word) {
      return events::find_triggers(encoded.trigger, first_word);
    });
    auto readings = session_.read_triggers(triggers.windows);
    if (!readings) return readings.error();
    for (size_t k = 0; k < triggers.of.size(); ++k) {
      const auto& [number, read, trigger] = triggers.of[k];
      Job& job = jobs_[number];
      if (roles::agreed(trigger.probability, (*readings)[k].holds) > pipeline_.event_threshold)
        job.triggers.push_back(events::make_reading(trigger, read, (*readings)[k], pipeline_.manifest, job.meaningful));
    }
    watch_.add(Stage::kEvents);
    return std::nullopt;
  }

  // find: the anchors in what the network made of a window that begins at a word of the document.
  template <class Find>
  [[nodiscard]] Anchors find_anchors(Find find) const {
    Anchors all;
    for (size_t number = 0; number < jobs_.size(); ++number) {
      const Job& job = jobs_[number];
      for (size_t w = 0; w < job.windows.size(); ++w) {
        const encoder::Encoded& encoded = encoded_[job.first_window + w];
        const WordRange window{job.windows[w].first_word, job.windows[w].end_word()};
        const std::vector<roles::Anchor> found = find(encoded, window.first);
        for (size_t k = 0; k < found.size(); ++k) {
          const WordRange words = found[k].words, read = roles::words_read(words, window);
          all.windows.push_back({&encoded, read.first - window.first, read.size(), words.first - window.first,
                                 words.end - 1 - window.first,
                                 roles::anchor_features(job.tokens, job.syntax, window, found, k)});
          all.of.push_back({number, read, found[k]});
        }
      }
    }
    return all;
  }

  [[nodiscard]] Record finish(Job& job) {
    const actors::Tree tree(job.document.text, job.tokens, job.syntax, pipeline_.grammar);
    std::vector<BlockKind> kinds;
    std::vector<uint8_t> asides;
    for (const ingest::Block& block : job.document.blocks) {
      kinds.push_back(block.kind);
      asides.push_back(ingest::is_aside(block.kind) ? 1 : 0);
    }
    statements::read_layout(job.document.text, job.tokens, job.meaningful, asides, job.readings);
    statements::complete_quotations(tree, job.meaningful, asides, {}, job.readings);
    watch_.add(Stage::kStatements);
    const actors::Speech speech = statements::speech_map(job.readings, job.tokens.size());
    actors::Cast cast = actors::find_cast(
        tree, pipeline_.references, kinds, speech,
        {knowledge::date_of(job.document.published, false).value_or(0), job.document.publisher}, pipeline_.observer);
    std::vector<actors::FoundPlace> places;
    if (pipeline_.references.base)
      places = actors::find_places(tree, pipeline_.references.lexicon, *pipeline_.references.base, cast);
    watch_.add(Stage::kActors);
    const std::vector<times::Dated> dated = times::find_dated(job.document.text, job.tokens, job.document.published);
    const statements::Report report{.text = job.document.text,
                                    .tree = tree,
                                    .meaningful = job.meaningful,
                                    .lexicon = pipeline_.references.lexicon,
                                    .speech_words = pipeline_.speech_words,
                                    .media = pipeline_.media,
                                    .times = dated,
                                    .manifest = pipeline_.manifest};
    const std::vector<statements::Said> said = statements::make_statements(report, std::move(job.readings), cast);
    watch_.add(Stage::kStatements);
    const events::Report events_of{tree, pipeline_.references.lexicon, kinds, dated, pipeline_.coding};
    const std::vector<events::Happened> happened = events::make_events(events_of, std::move(job.triggers), cast);
    watch_.add(Stage::kEvents);
    Record record =
        make_record(std::move(job.document), job.tokens, job.meaningful,
                    {cast, places, said, job.passed_over, happened}, pipeline_.references, pipeline_.version);
    watch_.add(Stage::kRecord);
    return record;
  }

  [[nodiscard]] static Error with_input(Error error, const Job& job) {
    if (error.input.empty()) error.input = job.document.id;
    return error;
  }

  const Pipeline& pipeline_;
  std::span<const Input> inputs_;
  encoder::Session& session_;
  Stopwatch watch_;
  std::vector<Job> jobs_;
  std::vector<encoder::Encoded> encoded_;
  std::vector<Result<Record>> results_;
};

}  // namespace

std::vector<Result<Record>> Pipeline::read(std::span<const Input> inputs, encoder::Session& session,
                                           StageTimes* times) const {
  return Run(*this, inputs, session, times).run();
}

}  // namespace onrecord::engine
