#include "ingest/wording.h"

#include <algorithm>

#include <re2/re2.h>
#include <unicode/uchar.h>

#include "ingest/code_points.h"
#include "ingest/lexicon.h"
#include "ingest/patterns.h"

namespace onrecord::ingest {
namespace {

bool is_space(UChar32 c) {
  return u_isUWhiteSpace(c) != 0 || c == 0x200B || c == 0xFEFF;
}

UChar32 first_letter_or_digit(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const UChar32 c = next_code_point(word, at);
    if (u_isalnum(c) != 0) return c;
  }
  return 0;
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
  size_t begin = span.begin;
  size_t end = span.end;
  const std::string_view upto = text.substr(0, end);
  while (begin < end) {
    size_t next = begin;
    if (!is_space(next_code_point(upto, next))) break;
    begin = next;
  }
  while (end > begin) {
    size_t previous = end;
    if (!is_space(previous_code_point(upto, begin, previous))) break;
    end = previous;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

uint32_t characters(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    size_t next = at;
    if (is_space(next_code_point(text, next))) {
      if (at > begin) words.push_back(text.substr(begin, at - begin));
      begin = next;
    }
    at = next;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

bool ends_in_stop(std::string_view text) {
  static const RE2 kAbbreviation(R"((?:^|[\s(])(?:\p{Lu}\.){2,}["'”’)]*$)", RE2::Quiet);
  static const RE2 kStop(R"([.!?…。！？][\s\x{A0}\x{202F}]*["'”’»›“„)\]]*$)", RE2::Quiet);
  const std::string_view end = text.substr(text.size() - std::min<size_t>(text.size(), 24));
  return RE2::PartialMatch(piece(end), kStop) && !RE2::PartialMatch(piece(end), kAbbreviation);
}

bool starts_with_capital(std::string_view word) {
  const UChar32 c = first_letter_or_digit(word);
  return u_isupper(c) != 0 || u_istitle(c) != 0;
}

bool is_all_capitals(std::string_view text) {
  bool letters = false;
  for (size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    if (u_islower(c) != 0) return false;
    letters |= u_isupper(c) != 0;
  }
  return letters;
}

bool is_name_like(std::string_view text) {
  bool capital = false;
  for (const std::string_view word : split_words(text)) {
    const UChar32 first = first_letter_or_digit(word);
    if (first == 0) continue;
    if (starts_with_capital(word)) {
      capital = true;
    } else if (u_isdigit(first) == 0 || !capital) {
      std::string folded = fold(word);
      while (!folded.empty() && (folded.back() == ',' || folded.back() == ';')) folded.pop_back();
      if (!lexicon().particles.has_word(folded)) return false;
    }
  }
  return capital;
}

bool starts_with_bullet(std::string_view line) {
  static const RE2 kBullet(R"(^(?:[•●◦▪■‣∙·▶►➤]\s*|[-–*+]\s+|\([a-z0-9]{1,3}\)\s+|\d{1,2}[.)]\s+)\S)", RE2::Quiet);
  return RE2::PartialMatch(piece(line.substr(0, 16)), kBullet);
}

bool starts_with_number(std::string_view line) {
  static const RE2 kNumber(R"(^(?:\([a-z0-9]{1,3}\)|\d{1,2}[.)])\s+\S)", RE2::Quiet);
  return RE2::PartialMatch(piece(line.substr(0, 16)), kNumber);
}

}  // namespace onrecord::ingest
