#include "read_run.h"

#include <cstdlib>
#include <exception>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "export/events.h"
#include "export/html.h"
#include "export/jsonl.h"
#include "export/offices.h"
#include "export/pretty.h"
#include "in_order.h"
#include "program.h"
#include "progress.h"
#include "stats.h"

namespace onrecord::app {
namespace {

// How the input is cut into batches is part of the result (the network pads to the longest of a batch), so it depends
// on the input alone. The first batch is one report: its record appears at once.
constexpr size_t kReportsOfBatch = 16;
constexpr uint64_t kBytesOfBatch = 256 << 10;
constexpr uint64_t kBytesOnTheWay = 64 << 20;

struct Batch {
  uint64_t number = 0;  // of its first report, from 1
  std::vector<Result<Input>> items;
  uint64_t bytes = 0;
};

struct Written {
  std::string bytes;
  std::vector<Error> errors;
  std::vector<std::string> notes;
  Counts counts;
};

class Run {
 public:
  Run(const Engine& engine, const Source& source, const ReadSettings& settings, Output& output, spdlog::logger& log)
      : engine_(engine),
        source_(source),
        settings_(settings),
        output_(output),
        log_(log),
        progress_(settings.progress) {}

  int run() {
    const Stopwatch watch;
    if (settings_.format == OutputFormat::kHtml) {
      std::string head;
      exports::append_page_head(settings_.page_title, head);
      if (!write(head)) return stop();
    }
    std::string heading;
    if (settings_.format == OutputFormat::kOffices) exports::append_offices_heading(heading);
    if (settings_.format == OutputFormat::kEvents) exports::append_events_heading(heading);
    if (!heading.empty() && !write(heading)) return stop();
    OrderedWork<Batch, Written> work;
    work.threads = settings_.threads;
    work.max_bytes = kBytesOnTheWay;
    work.next = [this](Batch& batch) { return fill(batch); };
    work.bytes = [](const Batch& batch) { return batch.bytes; };
    work.work = [this](Batch batch) { return read(std::move(batch)); };
    work.take = [this](const Written& written) { return take(written); };
    if (!run_in_order(std::move(work))) return stop();
    if (settings_.format == OutputFormat::kHtml) {
      std::string foot;
      exports::append_page_foot(foot);
      if (!write(foot)) return stop();
    }
    if (const auto closed = output_.close(); !closed) return not_written(closed.error());
    progress_.clear();
    if (settings_.stats) fmt::print(stderr, "{}", describe(counts_, watch.elapsed()));
    return counts_.failed > 0 ? kSomeFailed : kFine;
  }

 private:
  // On the reader's thread.
  bool fill(Batch& batch) {
    batch.number = next_number_;
    const size_t limit = next_number_ == 1 ? 1 : kReportsOfBatch;
    while (batch.items.size() < limit && batch.bytes < kBytesOfBatch) {
      std::optional<Result<Input>> item = source_();
      if (!item) break;
      if (*item) batch.bytes += (*item)->bytes.size();
      batch.items.push_back(std::move(*item));
    }
    next_number_ += batch.items.size();
    return !batch.items.empty();
  }

  // On a worker.
  Written read(Batch batch) const {
    Written written;
    std::vector<Input> inputs;
    for (Result<Input>& item : batch.items) {
      if (item) inputs.push_back(std::move(*item));
    }
    try {
      std::vector<Result<Record>> records = engine_.read_batch(inputs, &written.counts.stages);
      const Stopwatch watch;
      size_t next = 0;
      for (size_t k = 0; k < batch.items.size(); ++k) {
        if (!batch.items[k]) {
          written.errors.push_back(std::move(batch.items[k].error()));
        } else if (Result<Record>& record = records[next++]; !record) {
          written.errors.push_back(std::move(record.error()));
        } else {
          append(*record, batch.number + k, written);
        }
      }
      written.counts.exporting = watch.elapsed();
    } catch (const std::exception& failure) {
      written = Written{};
      for (const Input& input : inputs) {
        written.errors.push_back({Code::kInternal, fmt::format("{}; please report this", failure.what()), input.id});
      }
    }
    written.counts.failed = written.errors.size();
    return written;
  }

  void append(const Record& record, uint64_t number, Written& written) const {
    switch (settings_.format) {
      case OutputFormat::kJsonLines:
        exports::append_jsonl(record, written.bytes);
        break;
      case OutputFormat::kHtml:
        exports::append_page_report(record, number, written.bytes);
        break;
      case OutputFormat::kOffices:
        exports::append_offices(record, written.bytes);
        break;
      case OutputFormat::kEvents:
        exports::append_events(record, written.bytes);
        break;
      case OutputFormat::kPretty:
        if (number > 1) written.bytes += '\n';
        exports::append_pretty(record, {settings_.width, settings_.colour}, written.bytes);
        break;
    }
    if (record.report.replaced_bytes > 0) {
      written.notes.push_back(fmt::format("{}: {} bytes were no text and became U+FFFD; check the encoding",
                                          record.report.id, record.report.replaced_bytes));
    }
    ++written.counts.reports;
    written.counts.words += count_words(record.report.text);
  }

  // On the calling thread, in order.
  bool take(const Written& written) {
    if (!write(written.bytes)) return false;
    if (!written.errors.empty() || !written.notes.empty()) progress_.clear();
    for (const std::string& note : written.notes) log_.warn("{}", note);
    for (const Error& error : written.errors) log_.error("{}", error.text());
    counts_.add(written.counts);
    progress_.update(counts_.reports, counts_.failed);
    return true;
  }

  bool write(std::string_view bytes) {
    auto written = output_.write(bytes);
    if (!written) trouble_ = std::move(written.error());
    return written.has_value() && !output_.closed();
  }

  // The reader's thread may still wait for its input and would wait for ever: end without it.
  [[noreturn]] void stop_now(int status) {
    progress_.clear();
    log_.flush();
    std::_Exit(status);
  }

  int stop() {
    if (trouble_) stop_now(not_written(*trouble_));
    stop_now(counts_.failed > 0 ? kSomeFailed : kFine);
  }

  int not_written(const Error& error) {
    progress_.clear();
    log_.error("{}", error.text());
    return kNotDone;
  }

  const Engine& engine_;
  const Source& source_;
  const ReadSettings& settings_;
  Output& output_;
  spdlog::logger& log_;
  Progress progress_;
  uint64_t next_number_ = 1;
  Counts counts_;
  std::optional<Error> trouble_;
};

}  // namespace

int read_all(const Engine& engine, const Source& source, const ReadSettings& settings, Output& output,
             spdlog::logger& log) {
  return Run(engine, source, settings, output, log).run();
}

}  // namespace onrecord::app
