#pragma once
// The reports that a user names, one at a time and in constant memory: files, folders, patterns, standard input.
//
//   Reader reader({"today/", "wire-*.jsonl", "-"}, {});
//   while (auto item = reader.next()) {
//     if (*item) use(**item); else complain(item->error());     // and go on
//   }
//
// An argument is
//   a file      .txt text, .html .htm .xhtml a page, .jsonl .ndjson one report a line, .json one report a line, or one
//               object, or an array of them; any other file by what is in it
//   a folder    the files of these kinds in it and below, in order of their names; hidden files are left out and links
//               to folders are not followed
//   a pattern   with * ? [ ], as the shell reads them, where no file has that name
//   "-"         standard input: JSON Lines when its first byte that is no space is "{", else one report
//
// A report as JSON: "text" or "html", and if known "id", "title", "published", "url", "publisher". The form of NGEC is
// read as well: "event_text" for text, "headline" for title, "pub_date" or "date", "story_id". Other fields are
// ignored. A report without an id is named by its path, in JSON by "PATH:LINE" (in an array by "PATH:NUMBER").
//
// Trouble with one input is an item of its own and the rest goes on: kInputMissing, kInputUnreadable, kInputTooLarge
// (a file, or a line, of more than max_bytes), kInputBadJson (with the line).
// Thread-safety: one reader, one thread.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/engine.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

struct ReaderOptions {
  uint64_t max_bytes = Budget{}.max_bytes;  // of one report: a file, or a line of JSON Lines
  Format format = Format::kAuto;            // of all that is no JSON, whatever its name
  int standard_input = 0;                   // the descriptor that "-" reads
  std::string leave_out;                    // a file that folders and patterns pass over: where the output goes
};

class Reader {
 public:
  Reader(std::vector<std::string> arguments, ReaderOptions options);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // The next report or the next trouble; empty when all is read.
  [[nodiscard]] std::optional<Result<Input>> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onrecord::ingest
