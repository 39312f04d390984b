#pragma once
// Files: whole contents, and read-only memory maps. Thread-safety: a MappedFile is immutable.

#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/error.h"

namespace onrecord {

// Fails with kInputMissing, kInputUnreadable (also a folder), kInputTooLarge.
[[nodiscard]] Result<std::string> read_file(const std::string& path, uint64_t max_bytes);

class MappedFile {
 public:
  [[nodiscard]] static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, size_t size) : data_(data), size_(size) {}
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace onrecord
