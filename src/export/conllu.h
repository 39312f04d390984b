#pragma once
// CoNLL-U, the table form of Universal Dependencies (universaldependencies.org/format.html): documents with given words
// in, analysed documents out.
//
//   ConlluReader reader(std::cin);
//   for (auto document = reader.next(); document && *document; document = reader.next()) …
//
// Paragraphs are told by "# newpar", documents by "# newdoc"; words that one range line ("2-3 don't") covers are
// written without a space between. Empty nodes (8.1) are left out. Names and mentions stand in MISC as
// Name=B-PERSON, Mention=I-Organisation, with the model's own labels.
//
// Thread-safety: a reader belongs to one thread; the rest are pure functions.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/span.h"
#include "coreference/coreference.h"
#include "encoder/manifest.h"
#include "onrecord/error.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace onrecord::exports {

// What stands in a sentence besides its words, kept as it was.
struct ConlluSentence {
  struct Range {
    uint32_t first = 0, end = 0;  // words of the sentence, from 0
    std::string line;
  };
  std::vector<std::string> comments;
  std::vector<Range> ranges;
};

struct ConlluDocument {
  std::string text;              // the words, with spaces and paragraphs as the file tells
  std::vector<Span> paragraphs;  // of the text
  std::vector<Span> words;       // of the text
  std::vector<uint32_t> sentence_of_word;
  std::vector<ConlluSentence> sentences;
};

class ConlluReader {
 public:
  // The stream must outlive the reader. name: for errors.
  ConlluReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

  // The next document with words in it; nothing at the end of the file. Fails with kInputUnreadable for a line that is
  // no CoNLL-U, named FILE:LINE; reading ends there.
  [[nodiscard]] Result<std::optional<ConlluDocument>> next();

 private:
  [[nodiscard]] bool next_line(std::string& line);
  std::istream& in_;
  std::string name_;
  std::string pending_;  // the "# newdoc" line that ended the document before
  uint64_t line_number_ = 0;
};

// A document of running text as CoNLL-U wants it: sentences with their text, ids made from the document's.
[[nodiscard]] ConlluDocument conllu_of(const std::string& id, std::string text, const text::Tokens& tokens);

// syntax: one element a word of the document. Mentions that mean the same stand in MISC as Entity=(e1 … e1), as in
// CorefUD (ufal.mff.cuni.cz/corefud), one number a chain.
void append_conllu(const ConlluDocument& document, const syntax::Syntax& syntax,
                   std::span<const coreference::Chain> chains, const encoder::Manifest& manifest, std::string& out);

}  // namespace onrecord::exports
