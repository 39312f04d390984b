#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace onrecord::app {
namespace {

tl::unexpected<Error> failed(const std::string& path, int error) {
  return fail(Code::kOutput, fmt::format("cannot be written ({}); what was written before stays", std::strerror(error)),
              path.empty() ? "standard output" : path);
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "");
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return fail(Code::kOutput, fmt::format("cannot be opened for writing ({})", std::strerror(errno)), path);
  }
  return Output(descriptor, path);
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)), closed_(other.closed_) {}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

Result<void> Output::write(std::string_view bytes) {
  while (!bytes.empty() && !closed_) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      return failed(path_, errno);
    }
  }
  return {};
}

Result<void> Output::close() {
  if (path_.empty()) return {};
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) return failed(path_, errno);
  return {};
}

}  // namespace onrecord::app
