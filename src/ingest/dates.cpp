#include "ingest/dates.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/lexicon.h"
#include "ingest/patterns.h"

namespace onrecord::ingest {
namespace {

struct Day {
  int year = 0, month = 0, day = 0;
};

bool is_real(const Day& d) {
  static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return d.year >= 1800 && d.year < 2200 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= kDays[d.month - 1];
}

std::string iso_day(const Day& d) {
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

int month_number(const std::string& name) {
  const std::string wanted = fold(name);
  for (const auto& [month, number] : lexicon().months) {
    if (month == wanted) return number;
  }
  return 0;
}

std::string month_pattern() {
  std::string pattern;
  for (const auto& [month, number] : lexicon().months) {
    if (!pattern.empty()) pattern += '|';
    pattern += month;
  }
  return fmt::format("({})", pattern);
}

Span span_in(std::string_view text, const re2::StringPiece& piece) {
  const auto begin = static_cast<uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(piece.size())};
}

// A time of day right behind the date, after a comma, "at" or a bar.
void add_time(std::string_view text, FoundDate& found) {
  static const RE2 kTime(
      R"((?i)^(?:,|\s|at|\||–|-|·)*([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?\s?([ap]\.?m\.?)?(?:\s*(gmt|utc))?)",
      RE2::Quiet);
  const std::string_view rest = text.substr(found.span.end);
  int hour = 0;
  int minute = 0;
  std::string seconds;
  std::string half;
  std::string zone;
  if (!RE2::PartialMatch(piece(rest), kTime, &hour, &minute, &seconds, &half, &zone)) return;
  if (!half.empty() && hour <= 12) hour = hour % 12 + ((half[0] | 0x20) == 'p' ? 12 : 0);
  found.iso +=
      fmt::format("T{:02}:{:02}:{}{}", hour, minute, seconds.empty() ? "00" : seconds, zone.empty() ? "" : "Z");
}

// "+0200" and "+02" → "+02:00".
std::string checked_zone(std::string_view zone) {
  if (zone == "UTC" || zone == "GMT") return "Z";
  if (zone.size() == 5) return fmt::format("{}:{}", zone.substr(0, 3), zone.substr(3));
  if (zone.size() == 3) return fmt::format("{}:00", zone);
  return std::string(zone);
}

struct Candidate {
  Day day;
  Span span;
};

std::optional<Candidate> day_month_year(std::string_view text) {
  static const RE2 kPattern(
      R"((?i)\b((\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)" + month_pattern() + R"(\.?,?\s+(\d{4}))\b)", RE2::Quiet);
  re2::StringPiece whole;
  std::string month;
  Day d;
  if (!RE2::PartialMatch(piece(text), kPattern, &whole, &d.day, &month, &d.year)) return std::nullopt;
  d.month = month_number(month);
  return Candidate{d, span_in(text, whole)};
}

std::optional<Candidate> month_day_year(std::string_view text) {
  static const RE2 kPattern(R"((?i)\b()" + month_pattern() + R"(\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))\b)",
                            RE2::Quiet);
  re2::StringPiece whole;
  std::string month;
  Day d;
  if (!RE2::PartialMatch(piece(text), kPattern, &whole, &month, &d.day, &d.year)) return std::nullopt;
  d.month = month_number(month);
  return Candidate{d, span_in(text, whole)};
}

std::optional<Candidate> year_month_day(std::string_view text) {
  static const RE2 kPattern(R"(\b((\d{4})-(\d{2})-(\d{2}))\b)", RE2::Quiet);
  re2::StringPiece whole;
  Day d;
  if (!RE2::PartialMatch(piece(text), kPattern, &whole, &d.year, &d.month, &d.day)) return std::nullopt;
  return Candidate{d, span_in(text, whole)};
}

// "3.3.2024", as written in Europe; with slashes day and month cannot be told apart.
std::optional<Candidate> day_month_year_in_figures(std::string_view text) {
  static const RE2 kPattern(R"((?:^|[^\d.])((\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))\b)", RE2::Quiet);
  re2::StringPiece whole;
  Day d;
  if (!RE2::PartialMatch(piece(text), kPattern, &whole, &d.day, &d.month, &d.year)) return std::nullopt;
  return Candidate{d, span_in(text, whole)};
}

}  // namespace

std::optional<FoundDate> find_full_date(std::string_view text) {
  std::optional<Candidate> best;
  for (const auto& candidate :
       {day_month_year(text), month_day_year(text), year_month_day(text), day_month_year_in_figures(text)}) {
    if (candidate && is_real(candidate->day) && (!best || candidate->span.begin < best->span.begin)) best = candidate;
  }
  if (!best) return std::nullopt;
  FoundDate found{iso_day(best->day), best->span};
  add_time(text, found);
  return found;
}

std::string checked_iso_date(std::string_view text) {
  static const RE2 kPattern(
      R"(^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?\s*$)",
      RE2::Quiet);
  Day d;
  std::string hour;
  std::string minute;
  std::string second;
  std::string zone;
  if (!RE2::FullMatch(piece(text), kPattern, &d.year, &d.month, &d.day, &hour, &minute, &second, &zone)) return {};
  if (!is_real(d)) return {};
  if (hour.empty()) return iso_day(d);
  return fmt::format("{}T{}:{}:{}{}", iso_day(d), hour, minute, second.empty() ? "00" : second, checked_zone(zone));
}

std::string date_in_url(std::string_view url) {
  static const RE2 kFigures(R"(/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$))", RE2::Quiet);
  static const RE2 kNamed(R"((?i)/(\d{4})/)" + month_pattern() + R"(/(\d{1,2})(?:/|$))", RE2::Quiet);
  static const RE2 kRun(R"(/((?:19|20)\d{2})(\d{2})(\d{2})(?:[/-]|$))", RE2::Quiet);
  Day d;
  std::string month;
  if (RE2::PartialMatch(piece(url), kFigures, &d.year, &d.month, &d.day) && is_real(d)) return iso_day(d);
  if (RE2::PartialMatch(piece(url), kNamed, &d.year, &month, &d.day)) {
    d.month = month_number(month);
    if (is_real(d)) return iso_day(d);
  }
  if (RE2::PartialMatch(piece(url), kRun, &d.year, &d.month, &d.day) && is_real(d)) return iso_day(d);
  return {};
}

size_t time_of_day_bytes(std::string_view line) {
  static const RE2 kPattern(
      R"((?i)^((?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:gmt|bst|utc|est|edt|cet|cest|ist))?)(?:\s|$|:|,))",
      RE2::Quiet);
  re2::StringPiece time;
  return RE2::PartialMatch(piece(line), kPattern, &time) ? time.size() : 0;
}

bool is_date_line(std::string_view line) {
  static const RE2 kFigures(
      R"((?i)\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\b\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b|\b\d{1,2}(?:st|nd|rd|th)?\b)",
      RE2::Quiet);
  if (line.size() > 90 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  std::string rest(line);
  bool found = false;
  if (const auto date = find_full_date(line)) {
    found = true;
    rest.erase(date->span.begin, date->span.size());
  }
  static const RE2 kDayMonth(
      R"((?i)\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)" + month_pattern() + "|" + month_pattern() + R"(\.?\s+\d{1,2})\b)",
      RE2::Quiet);
  found |= RE2::GlobalReplace(&rest, kDayMonth, " ") > 0;
  found |= time_of_day_bytes(rest) > 0 || RE2::GlobalReplace(&rest, kFigures, " ") > 0;
  if (!found) return false;
  static const RE2 kDigitsAndSigns(R"([^\pL]+)", RE2::Quiet);
  static const RE2 kWord(R"((\pL+(?:\.\pL+)*))", RE2::Quiet);
  RE2::GlobalReplace(&rest, kFigures, " ");
  re2::StringPiece words(rest);
  std::string word;
  while (RE2::FindAndConsume(&words, kWord, &word)) {
    if (!lexicon().date_labels.matches(fold(word))) return false;
  }
  return true;
}

}  // namespace onrecord::ingest
