#include "ingest/lexicon.h"

#include <algorithm>
#include <charconv>

#include <unicode/uchar.h>

#include "ingest/code_points.h"
#include "ingest/lexicon_data.h"

namespace onrecord::ingest {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// The phrase does not begin or end inside a word of the line.
bool at_borders(std::string_view line, size_t begin, std::string_view phrase) {
  const size_t end = begin + phrase.size();
  const bool left = begin == 0 || !is_word_byte(phrase.front()) || !is_word_byte(line[begin - 1]);
  const bool right = end == line.size() || !is_word_byte(phrase.back()) || !is_word_byte(line[end]);
  return left && right;
}

bool stands_in(std::string_view line, std::string_view phrase) {
  for (size_t at = line.find(phrase); at != std::string_view::npos; at = line.find(phrase, at + 1)) {
    if (at_borders(line, at, phrase)) return true;
  }
  return false;
}

std::string_view trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

template <class Use>
void for_each_entry(std::string_view file, Use use) {
  while (!file.empty()) {
    const size_t end = std::min(file.find('\n'), file.size());
    const std::string_view line = trim(file.substr(0, end));
    file.remove_prefix(std::min(end + 1, file.size()));
    if (!line.empty() && !line.starts_with('#')) use(line);
  }
}

// Lines "name = value".
template <class Use>
void for_each_pair(std::string_view file, Use use) {
  for_each_entry(file, [&](std::string_view line) {
    const size_t equals = line.find('=');
    if (equals != std::string_view::npos) use(trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
  });
}

std::string_view table(std::string_view name) {
  for (const EmbeddedTable& t : embedded_tables()) {
    if (t.name == name) return t.text;
  }
  return {};
}

Lexicon load() {
  const auto phrases = [](std::string_view name) { return PhraseTable(table(name)); };
  Lexicon lexicon{.encoding_aliases = {},
                  .page_metadata = {},
                  .page_appeals = phrases("page-appeals"),
                  .page_bodies = phrases("page-bodies"),
                  .page_bylines = phrases("page-bylines"),
                  .page_captions = phrases("page-captions"),
                  .page_credits = phrases("page-credits"),
                  .page_dates = phrases("page-dates"),
                  .page_decks = phrases("page-decks"),
                  .page_embeds = phrases("page-embeds"),
                  .page_ends = phrases("page-ends"),
                  .page_foreign = phrases("page-foreign"),
                  .page_headlines = phrases("page-headlines"),
                  .page_legal = phrases("page-legal"),
                  .page_states = phrases("page-states"),
                  .page_tails = phrases("page-tails"),
                  .page_teasers = phrases("page-teasers"),
                  .page_unwanted = phrases("page-unwanted"),
                  .agencies = phrases("agencies"),
                  .boilerplate = phrases("boilerplate"),
                  .byline_openers = phrases("byline-openers"),
                  .caption_labels = phrases("caption-labels"),
                  .credit_labels = phrases("credit-labels"),
                  .date_labels = phrases("date-labels"),
                  .job_nouns = phrases("job-nouns"),
                  .not_places = phrases("not-places"),
                  .particles = phrases("particles"),
                  .question_words = phrases("question-words"),
                  .rubrics = phrases("rubrics"),
                  .tail_rubrics = phrases("tail-rubrics"),
                  .months = {}};
  for_each_pair(table("encodings"), [&](std::string_view label, std::string_view icu) {
    lexicon.encoding_aliases.emplace_back(label, icu);
  });
  for_each_pair(table("page-metadata"), [&](std::string_view field, std::string_view name) {
    lexicon.page_metadata.emplace_back(field, fold(name));
  });
  for_each_pair(table("months"), [&](std::string_view name, std::string_view number) {
    int month = 0;
    std::from_chars(number.data(), number.data() + number.size(), month);
    lexicon.months.emplace_back(name, month);
  });
  return lexicon;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    UChar32 c = next_code_point(text, at);
    if ((c >= 0 && c <= ' ') || c == 0xA0 || (c >= 0x2000 && u_isUWhiteSpace(c) != 0)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      continue;
    }
    if (c == 0x2018 || c == 0x2019) c = '\'';
    if (c == 0x201C || c == 0x201D) c = '"';
    if (c == 0x2026) {
      out += kEllipsis;
      continue;
    }
    append_code_point(out, c < 0 ? 0xFFFD : u_tolower(c));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

PhraseTable::PhraseTable(std::string_view file) {
  for_each_entry(file, [&](std::string_view line) {
    const bool open_left = line.starts_with(kEllipsis);
    if (open_left) line.remove_prefix(kEllipsis.size());
    const bool open_right = line.ends_with(kEllipsis);
    if (open_right) line.remove_suffix(kEllipsis.size());
    const std::string phrase = fold(trim(line));
    if (phrase.empty()) return;
    if (open_left) {
      (open_right ? inside_ : ends_).push_back(phrase);
    } else if (open_right) {
      starts_.push_back(phrase);
    } else {
      whole_.insert(phrase);
    }
  });
}

size_t PhraseTable::matched_bytes(std::string_view folded) const {
  if (folded.empty()) return 0;
  if (whole_.contains(std::string(folded))) return folded.size();
  size_t best = 0;
  for (const std::string& phrase : starts_) {
    if (phrase.size() > best && folded.starts_with(phrase) && at_borders(folded, 0, phrase)) best = phrase.size();
  }
  if (best > 0) return best;
  for (const std::string& phrase : ends_) {
    if (folded.ends_with(phrase) && at_borders(folded, folded.size() - phrase.size(), phrase)) return folded.size();
  }
  for (const std::string& phrase : inside_) {
    if (stands_in(folded, phrase)) return folded.size();
  }
  return 0;
}

const Lexicon& lexicon() {
  static const Lexicon kLexicon = load();
  return kLexicon;
}

}  // namespace onrecord::ingest
