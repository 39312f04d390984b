#pragma once
// The word tables of this folder. They stand in data/lexicons/ingest-*.txt, where they can be edited without C++, and
// are built into the program.
//
// A table has one phrase a line, in lower case; "#" starts a comment. An ellipsis says where more words may stand:
//   advertisement        the whole line
//   related topics …     the line begins so
//   … all rights reserved    the line ends so
//   … our newsletter …   the words stand anywhere in it
//
// Thread-safety: immutable.

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace onrecord::ingest {

// For comparing: lower case, straight quotation marks, single spaces, none at the ends.
[[nodiscard]] std::string fold(std::string_view text);

// Phrases are tested against folded text; they begin and end at word borders.
class PhraseTable {
 public:
  explicit PhraseTable(std::string_view file);
  [[nodiscard]] bool matches(std::string_view folded) const { return matched_bytes(folded) > 0; }
  // Bytes of the longest phrase that the line is or begins with; the size of the line for the other kinds; else 0.
  [[nodiscard]] size_t matched_bytes(std::string_view folded) const;
  [[nodiscard]] bool has_word(std::string_view word) const { return whole_.contains(std::string(word)); }
  [[nodiscard]] const std::vector<std::string>& starts() const { return starts_; }

 private:
  std::unordered_set<std::string> whole_;
  std::vector<std::string> starts_, ends_, inside_;
};

struct Lexicon {
  std::vector<std::pair<std::string, std::string>> encoding_aliases;  // label, name in ICU
  std::vector<std::pair<std::string, std::string>> page_metadata;     // field, folded name in <meta>
  PhraseTable page_appeals, page_bodies, page_bylines, page_captions, page_credits, page_dates, page_decks, page_embeds,
      page_ends, page_foreign, page_headlines, page_legal, page_states, page_tails, page_teasers, page_unwanted;
  PhraseTable agencies, boilerplate, byline_openers, caption_labels, credit_labels, date_labels, job_nouns, not_places,
      particles, question_words, rubrics, tail_rubrics;
  std::vector<std::pair<std::string, int>> months;  // folded name or short form, 1 to 12
};

[[nodiscard]] const Lexicon& lexicon();

}  // namespace onrecord::ingest
