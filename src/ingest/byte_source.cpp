#include "ingest/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace onrecord::ingest {
namespace {

constexpr size_t kChunk = 64 << 10;

tl::unexpected<Error> too_large(uint64_t max_bytes, const char* what, std::string input) {
  return fail(Code::kInputTooLarge,
              fmt::format("{} of more than {} bytes, over the budget; cut it into reports or raise --max-bytes", what,
                          max_bytes),
              std::move(input));
}

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fail(Code::kInputMissing, "no such file; check the path", path);
    return fail(Code::kInputUnreadable,
                fmt::format("cannot be opened ({}); check its permissions", std::strerror(errno)), path);
  }
  ByteSource source(descriptor, path);
  source.owned_ = true;
  return source;
}

ByteSource::ByteSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(std::exchange(other.owned_, false)),
      name_(std::move(other.name_)),
      buffer_(std::move(other.buffer_)),
      at_(std::exchange(other.at_, 0)),
      line_(other.line_) {}

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(name_, other.name_);
  std::swap(buffer_, other.buffer_);
  std::swap(at_, other.at_);
  std::swap(line_, other.line_);
  return *this;
}

ByteSource::~ByteSource() {
  if (owned_) ::close(descriptor_);
}

std::string ByteSource::here() const {
  return line_ == 0 ? name_ : fmt::format("{}:{}", name_, line_);
}

Result<bool> ByteSource::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const size_t kept = buffer_.size();
  buffer_.resize(kept + kChunk);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + kept, kChunk);
  } while (got < 0 && errno == EINTR);
  const int trouble = errno;
  buffer_.resize(kept + static_cast<size_t>(got > 0 ? got : 0));
  if (got < 0) return fail(Code::kInputUnreadable, fmt::format("cannot be read ({})", std::strerror(trouble)), here());
  return got > 0;
}

std::optional<char> ByteSource::first_solid_byte() {
  if (at_ == buffer_.size() && !fill().value_or(false)) return std::nullopt;
  size_t at = at_;
  if (buffer_.compare(at, 3, "\xEF\xBB\xBF") == 0) at += 3;
  at = buffer_.find_first_not_of(" \t\r\n", at);
  if (at == std::string::npos) return std::nullopt;
  return buffer_[at];
}

Result<std::optional<std::string>> ByteSource::next_line(uint64_t max_bytes) {
  std::string line;
  bool over = false;
  bool any = false;
  ++line_;
  while (true) {
    const size_t end = buffer_.find('\n', at_);
    const size_t stop = end == std::string::npos ? buffer_.size() : end;
    over |= line.size() + (stop - at_) > max_bytes;
    any |= stop > at_ || end != std::string::npos;
    if (!over) line.append(buffer_, at_, stop - at_);
    at_ = end == std::string::npos ? stop : stop + 1;
    if (end != std::string::npos) break;
    const auto more = fill();
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
  }
  if (!any) return std::optional<std::string>{};
  if (over) return too_large(max_bytes, "a line", here());
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return std::optional<std::string>{std::move(line)};
}

Result<std::string> ByteSource::read_rest(uint64_t max_bytes) {
  struct stat st {};
  const bool sized = ::fstat(descriptor_, &st) == 0 && S_ISREG(st.st_mode);
  if (sized && static_cast<uint64_t>(st.st_size) > max_bytes) return too_large(max_bytes, "a file", name_);
  std::string out = buffer_.substr(at_);
  while (out.size() <= max_bytes) {
    at_ = buffer_.size();
    const auto more = fill();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return out;
    out.append(buffer_, at_);
  }
  return too_large(max_bytes, "a report", name_);
}

}  // namespace onrecord::ingest
