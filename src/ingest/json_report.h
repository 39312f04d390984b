#pragma once
// One report as a JSON object (see reader.h). Thread-safety: one parser, one thread.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/engine.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

class JsonReports {
 public:
  JsonReports();
  ~JsonReports();
  JsonReports(JsonReports&&) noexcept;
  JsonReports& operator=(JsonReports&&) noexcept;

  // `where` names the input in errors and is the id of a report without one. Fails with kInputBadJson.
  [[nodiscard]] Result<Input> parse(std::string_view json, const std::string& where);
  [[nodiscard]] bool is_object(std::string_view json);
  // An object, or an array of them: each report or trouble by its own. `path` is completed to "PATH:NUMBER".
  [[nodiscard]] std::vector<Result<Input>> parse_all(std::string_view json, const std::string& path);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace onrecord::ingest
