#include "ingest/picture.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/lexicon.h"
#include "ingest/patterns.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kLongestCaption = 700;  // bytes
constexpr size_t kLongestCredit = 100;

std::string alternation(const PhraseTable& table) {
  std::vector<std::string> quoted;
  for (const std::string& phrase : table.starts()) quoted.push_back(RE2::QuoteMeta(phrase));
  return fmt::format("{}", fmt::join(quoted, "|"));
}

std::string_view trim(std::string_view text) {
  return trimmed(text, {0, static_cast<uint32_t>(text.size())}).in(text);
}

// "Jane Doe/AP", "AFP via Getty Images", "The Northern Press": a few names, or an agency of the table.
bool is_maker(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == ']')) text.remove_suffix(1);
  text = trim(text);
  if (text.empty() || text.size() > kLongestCredit) return false;
  const std::string folded = fold(text);
  if (lexicon().agencies.has_word(folded)) return true;
  static const RE2 kParted(R"(\s*(?:/|:|,|\||-)\s*|\s+(?:via|for|and|by)\s+)", RE2::Quiet);
  static const RE2 kShortAgency(R"(^(.+)/[^/\s]{2,8}$)");  // "Jane Doe/dpa"
  re2::StringPiece person;
  if (RE2::FullMatch(piece(text), kShortAgency, &person)) text = view(person);
  std::string spread(text);
  RE2::GlobalReplace(&spread, kParted, " ");
  return split_words(spread).size() <= 7 && is_name_like(spread);
}

// What stands behind the last credit label of the line, with a colon, comma or "by" between; empty when none does.
std::string_view labelled_ending(std::string_view line) {
  static const RE2 kLabel(
      "(?i)(?:^|[\\s(\\[.,;])(?:" + alternation(lexicon().credit_labels) + R"()(?:\s*[:,/]|\s+by\b)\s*([^\n]*)$)",
      RE2::Quiet);
  re2::StringPiece rest;
  std::string_view found;
  std::string_view from = line;
  while (RE2::PartialMatch(piece(from), kLabel, &rest)) {
    found = view(rest);
    from = found;
  }
  return found;
}

// "(Jane Doe/AP)", "(Photo AGL)", "(Reuters)" at the very end.
bool ends_in_bracketed_credit(std::string_view line) {
  static const RE2 kBrackets(R"([(\[]([^()\[\]]{2,80})[)\]]\.?$)", RE2::Quiet);
  re2::StringPiece inside;
  if (!RE2::PartialMatch(piece(line), kBrackets, &inside)) return false;
  const std::string folded = fold(view(inside));
  if (lexicon().agencies.has_word(folded)) return true;
  const size_t label = lexicon().credit_labels.matched_bytes(folded);
  if (label > 0) return true;
  return folded.find('/') != std::string::npos && is_maker(view(inside));
}

// "… Ont. THE NORTHERN PRESS/Jane Doe": names on both sides of the last slash.
bool ends_in_slashed_names(std::string_view line) {
  constexpr size_t kLongestName = 45;
  const size_t slash = line.rfind('/');
  if (slash == std::string_view::npos || line.size() - slash > kLongestName) return false;
  const std::string_view before = trim(line.substr(0, slash));
  const auto words = split_words(before.substr(before.size() - std::min(before.size(), kLongestName)));
  return !words.empty() && starts_with_capital(words.back()) && is_name_like(line.substr(slash + 1));
}

}  // namespace

bool is_credit(std::string_view line) {
  if (line.size() > kLongestCredit + 40) return false;
  const std::string folded = fold(line);
  if (lexicon().agencies.has_word(folded)) return true;
  static const RE2 kWhole(
      "(?i)^[(\\[]?(?:" + alternation(lexicon().credit_labels) + R"()(?:\s*[:,]|\s+by\b|\s)\s*(.+?)[)\]]?$)",
      RE2::Quiet);
  re2::StringPiece rest;
  if (!RE2::FullMatch(piece(line), kWhole, &rest)) return false;
  if (lexicon().caption_labels.matched_bytes(folded) > 0 && folded.find("caption") != std::string::npos) return false;
  return is_maker(view(rest));
}

bool is_caption(std::string_view line) {
  if (line.size() > kLongestCaption) return false;
  const std::string folded = fold(line);
  const size_t label = lexicon().caption_labels.matched_bytes(folded);
  if (label > 0) {
    const std::string_view rest = std::string_view(folded).substr(label);
    static const RE2 kParted(R"(^\s*(?::|,\s|-\s|\())", RE2::Quiet);
    const bool several_words = folded.find(' ') < label;
    if (several_words || RE2::PartialMatch(piece(rest), kParted)) return true;
  }
  const std::string_view maker = labelled_ending(line);
  if (!maker.empty() && is_maker(maker)) return true;
  return ends_in_bracketed_credit(line);
}

bool ends_in_bare_credit(std::string_view line) {
  if (line.size() > kLongestCaption || ends_in_stop(line)) return false;
  if (ends_in_slashed_names(line)) return true;
  static const RE2 kLastSentence(R"([.!?]["'”’)]*\s+([^.!?]+(?:\b\p{Lu}\.[^.!?]*)*)$)", RE2::Quiet);
  static const RE2 kSigned(R"(["'”’»]\s*(?:[‒–—―]|--?)\s*\pL[^"'”’»]*$)", RE2::Quiet);
  re2::StringPiece rest;
  if (!RE2::PartialMatch(piece(line), kLastSentence, &rest)) return false;
  if (RE2::PartialMatch(piece(line), kSigned)) return false;  // “The port is ours.” ― Ilse Varga
  const auto words = split_words(view(rest)).size();
  return words <= 4 && is_maker(view(rest));
}

}  // namespace onrecord::ingest
