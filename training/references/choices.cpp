// Names the choices between antecedents that the program meets in reports, for train.py:
//
//     reference_choices MODEL DATA KNOWLEDGE REPORT.txt… > choices.jsonl
//
// The date of REPORT.txt stands in REPORT.date, where it is known. // One line a choice: {"report", "class", "span":
// [begin, end] of the anaphor, "options": [{"mentions": [[begin, end], …], "features": […]}, …]}. Offsets are code
// points. A first line names the features.

#include <iostream>
#include <string>
#include <vector>

#include "actors/references.h"
#include "base/file.h"
#include "engine/parts.h"
#include "text/utf8.h"

namespace {

using namespace onrecord;

constexpr uint64_t kMostBytes = 1 << 24;

void print_names() {
  std::cout << "{\"features\":[";
  for (size_t k = 0; k < actors::kReferenceFeatures; ++k)
    std::cout << (k == 0 ? "\"" : ",\"") << actors::feature_name(k) << '"';
  std::cout << "]}\n";
}

class Printer {
 public:
  // text: as the engine reads it, which is as it stands for plain UTF-8.
  Printer(std::string report, std::string_view text) : report_(std::move(report)), code_points_(text) {}

  void print(const actors::Members& members, size_t candidate, actors::AnaphorClass anaphor,
             const std::vector<actors::Option>& options) const {
    std::cout << "{\"report\":\"" << report_ << "\",\"class\":\"" << actors::class_name(anaphor) << "\",\"span\":";
    const text::Tokens& tokens = members.tree.tokens();
    print_span(tokens, members.candidates[candidate].words);
    std::cout << ",\"options\":[";
    for (size_t k = 0; k < options.size(); ++k) {
      std::cout << (k == 0 ? "{\"mentions\":[" : ",{\"mentions\":[");
      bool first = true;
      for (const auto& mention : members.cast.members[options[k].member].mentions) {
        if (!first) std::cout << ',';
        print_span(tokens, mention.words);
        first = false;
      }
      std::cout << "],\"features\":[";
      for (size_t f = 0; f < actors::kReferenceFeatures; ++f)
        std::cout << (f == 0 ? "" : ",") << options[k].features[f];
      std::cout << "]}";
    }
    std::cout << "]}\n";
  }

 private:
  void print_span(const text::Tokens& tokens, WordRange words) const {
    std::cout << '[' << code_points_.at(tokens.spans[words.first].begin) << ','
              << code_points_.at(tokens.spans[words.end - 1].end) << ']';
  }

  std::string report_;
  text::CodePoints code_points_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: reference_choices MODEL DATA KNOWLEDGE REPORT.txt…\n";
    return 2;
  }
  EngineOptions options;
  options.model_folder = argv[1];
  options.data_folder = argv[2];
  options.knowledge_file = argv[3];
  const Printer* printer = nullptr;  // of the report that is being read
  const actors::ChoiceObserver observer = [&](const auto& members, size_t candidate, actors::AnaphorClass anaphor,
                                              const auto& choices) {
    printer->print(members, candidate, anaphor, choices);
  };
  const auto engine = engine::EngineParts::open(options, &observer);
  if (!engine) {
    std::cerr << engine.error().text() << '\n';
    return 1;
  }
  print_names();
  for (int k = 4; k < argc; ++k) {
    const std::string path = argv[k];
    auto bytes = read_file(path, kMostBytes);
    if (!bytes) {
      std::cerr << bytes.error().text() << '\n';
      continue;
    }
    const std::string name = path.substr(path.rfind('/') + 1);
    const Printer of_this(name.substr(0, name.rfind('.')), *bytes);
    printer = &of_this;
    const auto date = read_file(path.substr(0, path.rfind('.')) + ".date", kMostBytes);
    const Input input{.bytes = *bytes, .format = Format::kText, .id = path, .published = date ? *date : std::string()};
    const auto records = (*engine)->read(std::span(&input, 1), nullptr);
    if (!records.front()) std::cerr << records.front().error().text() << '\n';
  }
  return 0;
}
