#pragma once
// Where the results go: stdout or a file, written at once so that a reader at the other end of a pipe waits for
// nothing. Thread-safety: belongs to one thread.

#include <string>
#include <string_view>

#include "onrecord/error.h"

namespace onrecord::app {

class Output {
 public:
  // path: a file, made or overwritten; "" or "-" for stdout. Fails with kOutput.
  [[nodiscard]] static Result<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  // Fails with kOutput; a reader that went away (onrecord … | head) is no error but sets closed().
  [[nodiscard]] Result<void> write(std::string_view bytes);
  // To be called when all is written: some file systems tell only now that there was no room. Fails with kOutput.
  [[nodiscard]] Result<void> close();

  [[nodiscard]] bool closed() const { return closed_; }

 private:
  Output(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  int descriptor_;
  std::string path_;  // "" for stdout
  bool closed_ = false;
};

}  // namespace onrecord::app
