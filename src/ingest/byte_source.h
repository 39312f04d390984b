#pragma once
// A file or pipe read in chunks, by lines or as a whole, with a limit for each. Thread-safety: one source, one thread.

#include <cstdint>
#include <optional>
#include <string>

#include "onrecord/error.h"

namespace onrecord::ingest {

class ByteSource {
 public:
  // Fails with kInputMissing, kInputUnreadable.
  [[nodiscard]] static Result<ByteSource> open(const std::string& path);
  // Reads a descriptor that stays open; `name` stands for it in errors.
  ByteSource(int descriptor, std::string name);
  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&& other) noexcept;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ~ByteSource();

  // The first byte that is no white space (a byte order mark aside), without moving on; empty at the end of the input.
  // Looks no farther than one chunk.
  [[nodiscard]] std::optional<char> first_solid_byte();

  // The next line without its end; empty at the end of the input. A line over max_bytes fails with kInputTooLarge and
  // is passed over.
  [[nodiscard]] Result<std::optional<std::string>> next_line(uint64_t max_bytes);
  [[nodiscard]] uint64_t line_number() const { return line_; }  // of the line given last, from 1

  // All that is left. Fails with kInputTooLarge: at once when the file's size says so.
  [[nodiscard]] Result<std::string> read_rest(uint64_t max_bytes);

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  [[nodiscard]] Result<bool> fill();  // false at the end of the input
  [[nodiscard]] std::string here() const;

  int descriptor_ = -1;
  bool owned_ = false;
  std::string name_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t line_ = 0;
};

}  // namespace onrecord::ingest
