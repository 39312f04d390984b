#pragma once
// Text → words, tags, trees and names, without what the engine makes of them. For `onrecord parse` and for measuring
// the heads on treebanks, whose words are given.
//
//   auto parser = Parser::open({.model_folder = "models/en", .threads = 2});
//   auto parsed = parser->parse(onrecord::Input{.bytes = text, .id = "wire.txt"});
//
// Thread-safety: a Parser is immutable and shared; its calls may run at the same time.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coreference/coreference.h"
#include "encoder/manifest.h"
#include "onrecord/engine.h"
#include "onrecord/error.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace onrecord::engine {

struct Analysis {
  syntax::Syntax syntax;
  std::vector<coreference::Chain> chains;  // empty unless the parser was opened for them
};

struct Parsed {
  std::string id, text;
  text::Tokens tokens;
  Analysis analysis;
};

class Parser {
 public:
  // Options and failures are those of Engine::open. with_chains: also tell which mentions mean the same, which costs
  // about as much again as the rest.
  [[nodiscard]] static Result<Parser> open(const EngineOptions& options, bool with_chains = false);
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  [[nodiscard]] Result<Parsed> parse(const Input& input) const;
  // For words that are given (text::with_given_words).
  [[nodiscard]] Result<Analysis> parse(std::string_view text, const text::Tokens& tokens) const;
  [[nodiscard]] const encoder::Manifest& manifest() const;

 private:
  struct Parts;
  explicit Parser(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace onrecord::engine
