#include "ingest/byline.h"

#include <re2/re2.h>

#include "ingest/lexicon.h"
#include "ingest/patterns.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kLongest = 250;  // bytes
constexpr size_t kMostWords = 30;

std::string_view without_opener(std::string_view line) {
  const std::string folded = fold(line);
  // Folding keeps the number of words, so the opener's words are dropped from the line as it stands.
  const size_t bytes = lexicon().byline_openers.matched_bytes(folded);
  if (bytes == 0) return line;
  const size_t words = split_words(std::string_view(folded).substr(0, bytes)).size();
  const auto all = split_words(line);
  if (words >= all.size()) return {};
  return line.substr(static_cast<size_t>(all[words].data() - line.data()));
}

bool has_job(std::string_view line) {
  const std::string folded = fold(line);
  for (std::string_view word : split_words(folded)) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ')')) word.remove_suffix(1);
    if (lexicon().job_nouns.has_word(word)) return true;
  }
  return false;
}

// "Jane Doe", "Dr Ada de la Roe": two to five words, each a name or a small word between names.
bool is_person(std::string_view text) {
  const auto words = split_words(text);
  if (words.size() < 2 || words.size() > 5) return false;
  static const RE2 kName(R"([\p{L}\p{M}.'’\-]+)", RE2::Quiet);
  for (const auto word : words) {
    if (!RE2::FullMatch(piece(word), kName)) return false;
  }
  return starts_with_capital(words.front()) && starts_with_capital(words.back()) && is_name_like(text);
}

// Cut at "and", "&", commas, semicolons, bars and line ends.
std::vector<std::string> split_persons(std::string_view text) {
  static const RE2 kCut(R"(\s*(?:,|;|\||\n|&)\s*(?:and\s+)?|\s+(?:and|AND|with)\s+)", RE2::Quiet);
  std::string rest(text);
  RE2::GlobalReplace(&rest, kCut, "\n");
  std::vector<std::string> parts;
  for (size_t at = 0; at <= rest.size();) {
    const size_t end = std::min(rest.find('\n', at), rest.size());
    const Span span = trimmed(rest, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    if (!span.empty()) parts.emplace_back(span.in(rest));
    at = end + 1;
  }
  return parts;
}

// "Jane Doe in Paris" → "Jane Doe".
std::string without_place(const std::string& part) {
  static const RE2 kPlace(R"(^(.*?)\s+(?:in|at|for|from|IN)\s+.*$)", RE2::Quiet);
  std::string name;
  return RE2::FullMatch(part, kPlace, &name) ? name : part;
}

}  // namespace

bool is_byline(std::string_view line) {
  if (line.size() > kLongest || split_words(line).size() > kMostWords) return false;
  const std::string_view rest = without_opener(line);
  if (rest.empty() || rest.size() == line.size()) return false;
  if (line.front() == '(') return true;
  if (ends_in_stop(line)) return false;
  const auto parts = split_persons(rest);
  // "From Jane Doe in Paris", but not "From Russia With Love".
  if (fold(line).starts_with("from ") && !has_job(rest)) {
    const std::string name = without_place(parts.front());
    return name != parts.front() && is_person(name);
  }
  return !parts.empty() && (is_name_like(without_place(parts.front())) || has_job(rest));
}

bool may_be_bare_byline(std::string_view line) {
  if (line.size() > kLongest || ends_in_stop(line)) return false;
  const auto words = split_words(line);
  if (words.empty() || words.size() > 14) return false;
  if (has_job(line) && words.size() <= 8) return true;
  auto parts = split_persons(line);
  if (parts.size() > 1 && lexicon().not_places.matches(fold(parts.front()))) parts.erase(parts.begin());  // "Opinion |"
  for (const std::string& part : parts) {
    if (!is_person(without_place(part))) return false;
  }
  return !parts.empty();
}

std::vector<std::string> byline_authors(std::string_view line) {
  std::vector<std::string> authors;
  if (line.front() == '(') return authors;
  for (const std::string& part : split_persons(without_opener(line))) {
    const std::string name = without_place(part);
    if (is_person(name) && !has_job(name)) authors.push_back(name);
  }
  return authors;
}

}  // namespace onrecord::ingest
