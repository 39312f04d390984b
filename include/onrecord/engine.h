#pragma once
// The engine reads reports into records.
//
//   auto engine = onrecord::Engine::open({.model_folder = "models/en"});
//   auto record = engine->read(onrecord::Input{.bytes = text, .id = "seed-report.txt"});
//
// Thread-safety: open an engine once and share it; read and read_batch are const and may be called from several
// threads at once. The same input gives the same record, whatever the number of threads.

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/record.h"

namespace onrecord {

enum class Format : uint8_t { kAuto, kText, kHtml };

// One report as it comes: bytes in any encoding and what is known about them. Empty fields are read from the report.
struct Input {
  std::string bytes;
  Format format = Format::kAuto;
  std::string id;  // names the report in the record and in errors
  std::string url;
  std::string publisher;
  std::string title;
  std::string published;
};

// What hostile or broken input may cost. Over a budget the report fails with a code; the others go on.
struct Budget {
  uint64_t max_bytes = 16u << 20;  // of one report
  uint32_t max_html_depth = 1000;  // a page nested deeper fails with kInputTooDeep
  uint32_t max_tokens = 100'000;   // of one report; one of more fails with kInputTooLarge
};

struct EngineOptions {
  std::string model_folder;    // holds manifest.json
  std::string data_folder;     // holds lexicons/; empty = the folder "data" beside the folder of all models
  std::string knowledge_file;  // the knowledge base (docs/knowledge-base.md); empty = none: nobody then has an identity
  unsigned threads = 1;        // how many calls of read_batch may infer at the same time
  // How sure the network must be of a cue, 0 to 1: lower finds more statements, higher finds surer ones. Negative = as
  // the model was measured with (manifest.json). What rules find, such as turns of an interview, does not depend on it.
  float cue_threshold = -1;
  Budget budget;
};

enum class Stage : uint8_t { kIngest, kText, kEncoder, kSyntax, kActors, kStatements, kEvents, kRecord };
inline constexpr size_t kStages = 7;
[[nodiscard]] std::string_view name(Stage stage);

// Time spent in each stage, summed over the reports of one call.
struct StageTimes {
  std::array<std::chrono::nanoseconds, kStages> spent{};
};

class Engine {
 public:
  [[nodiscard]] static Result<Engine> open(const EngineOptions& options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  [[nodiscard]] Result<Record> read(const Input& input) const;
  // As read, for several reports in one pass of the network; results in the order of the inputs.
  [[nodiscard]] std::vector<Result<Record>> read_batch(std::span<const Input> inputs,
                                                       StageTimes* times = nullptr) const;
  [[nodiscard]] const EngineVersion& version() const;

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace onrecord
