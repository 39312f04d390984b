#pragma once
// Expected trouble as values. Every call of this library that may fail returns Result<T>; nothing is thrown across
// its border, nothing is printed, nothing aborts. Each code has a stable text form ("OR0104") that users can search
// for and scripts can rely on; the message says what was wrong with which input and what to do.
//
//   Result<Engine> engine = Engine::open(options);
//   if (!engine) std::cerr << engine.error().text() << '\n';

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace onrecord {

// The number is the stable code: OR0104 is kInputTooLarge. Never renumber, never reuse.
enum class Code {
  kUsage = 1,                // an option or argument that makes no sense
  kInputMissing = 101,       // no such file, or a pattern that matches nothing
  kInputUnreadable = 102,    // exists, but may not or cannot be read
  kInputEmpty = 103,         // no text in it
  kInputTooLarge = 104,      // over the byte budget
  kInputBinary = 105,        // not text in any encoding
  kInputBadJson = 106,       // a line of JSON Lines that does not parse, or lacks "text" and "html"
  kInputTooDeep = 107,       // HTML nested beyond the budget
  kInputNoArticle = 108,     // a page without a main text
  kModelMissing = 201,       // no model at the given place
  kModelDamaged = 202,       // a file of the model is truncated or its hash differs from the manifest
  kModelForeign = 203,       // a model of another kind or version
  kKnowledgeMissing = 211,   // no knowledge base at the given place
  kKnowledgeDamaged = 212,   // truncated, or no knowledge base
  kKnowledgeForeign = 213,   // of another layout
  kKnowledgeBadTable = 214,  // a table that it is made from cannot be understood
  kRuntime = 301,            // the inference runtime failed
  kOutput = 401,             // the result could not be written
  kInternal = 901,           // a fault of this program: please report it
};

struct Error {
  Code code = Code::kInternal;
  std::string message;  // one sentence, ends without a stop; names what to do
  std::string input;    // which input: a path, "FILE:LINE", a report id; empty when it is no input's fault

  // "OR0103 empty.txt: no text in it; give a file with a report"
  [[nodiscard]] std::string text() const;
};

[[nodiscard]] std::string code_text(Code code);  // "OR0103"

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string message, std::string input = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(input)});
}

}  // namespace onrecord
