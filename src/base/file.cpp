#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace onrecord {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

// Opens a regular file (or a pipe) for reading and tells its size.
Result<struct stat> inspect(const Descriptor& fd, const std::string& path) {
  if (fd.get() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fail(Code::kInputMissing, "no such file; check the path", path);
    return fail(Code::kInputUnreadable,
                fmt::format("cannot be opened ({}); check its permissions", std::strerror(errno)), path);
  }
  struct stat st {};
  if (::fstat(fd.get(), &st) != 0)
    return fail(Code::kInputUnreadable, fmt::format("cannot be read ({})", std::strerror(errno)), path);
  if (S_ISDIR(st.st_mode)) return fail(Code::kInputUnreadable, "is a folder, not a file", path);
  return st;
}

tl::unexpected<Error> too_large(uint64_t bytes, uint64_t max_bytes, const std::string& path) {
  return fail(
      Code::kInputTooLarge,
      fmt::format("{} bytes, over the budget of {}; cut it into reports or raise --max-bytes", bytes, max_bytes), path);
}

}  // namespace

Result<std::string> read_file(const std::string& path, uint64_t max_bytes) {
  const Descriptor fd(path);
  auto st = inspect(fd, path);
  if (!st) return tl::unexpected(st.error());
  if (S_ISREG(st->st_mode) && static_cast<uint64_t>(st->st_size) > max_bytes) {
    return too_large(static_cast<uint64_t>(st->st_size), max_bytes, path);
  }
  std::string out;
  out.reserve(static_cast<size_t>(st->st_size) + 1);
  char chunk[1 << 16];
  while (true) {
    const ssize_t n = ::read(fd.get(), chunk, sizeof chunk);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(Code::kInputUnreadable, fmt::format("cannot be read ({})", std::strerror(errno)), path);
    if (n == 0) return out;
    out.append(chunk, static_cast<size_t>(n));
    if (out.size() > max_bytes) return too_large(out.size(), max_bytes, path);
  }
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor fd(path);
  auto st = inspect(fd, path);
  if (!st) return tl::unexpected(st.error());
  const auto size = static_cast<size_t>(st->st_size);
  if (size == 0) return MappedFile(nullptr, 0);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd.get(), 0);
  if (data == MAP_FAILED)
    return fail(Code::kInputUnreadable, fmt::format("cannot be mapped ({})", std::strerror(errno)), path);
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace onrecord
