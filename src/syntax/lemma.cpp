#include "syntax/lemma.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <utility>

#include "base/ascii.h"
#include "base/file.h"
#include "encoder/letter_case.h"

namespace onrecord::syntax {
namespace {

constexpr uint64_t kMaxLexiconBytes = 16U << 20U;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string lower(std::string_view word) {
  if (!is_ascii(word)) return to_utf8(from_utf8(word).toLower(icu::Locale::getRoot()));
  return lower_ascii(word);
}

std::string upper(std::string_view word) {
  return to_utf8(from_utf8(word).toUpper(icu::Locale::getRoot()));
}

// First character upper, the rest lower.
std::string capitalised(std::string_view word) {
  const icu::UnicodeString all = from_utf8(word);
  const int32_t first = all.moveIndex32(0, 1);
  icu::UnicodeString out = icu::UnicodeString(all, 0, first).toUpper(icu::Locale::getRoot());
  return to_utf8(out.append(icu::UnicodeString(all, first).toLower(icu::Locale::getRoot())));
}

// Without its last `count` characters; empty if it has no more than that.
std::string_view without_last(std::string_view word, uint32_t count) {
  for (; count > 0 && !word.empty(); --count) {
    do {
      const bool inside = (static_cast<unsigned char>(word.back()) & 0xc0U) == 0x80U;
      word.remove_suffix(1);
      if (!inside) break;
    } while (!word.empty());
  }
  return word;
}

// Curly quotation marks and apostrophes as the lexicon writes them.
std::string straight(std::string text) {
  if (is_ascii(text)) return text;
  for (const auto& [curly, plain] : {std::pair("‘", '\''), {"’", '\''}, {"“", '"'}, {"”", '"'}}) {
    for (size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at + 1))
      text.replace(at, 3, 1, plain);
  }
  return text;
}

// "1,200" or "3,500,000.25": commas between groups of three digits.
bool is_grouped_number(std::string_view word) {
  const size_t whole = std::min(word.find('.'), word.size());
  size_t digits = 0;  // since the last comma
  bool grouped = false;
  for (size_t i = 0; i < whole; ++i) {
    const bool comma = word[i] == ',';
    if (comma ? (grouped ? digits != 3 : digits == 0 || digits > 3) : (word[i] < '0' || word[i] > '9')) return false;
    grouped |= comma;
    digits = comma ? 0 : digits + 1;
  }
  if (!grouped || digits != 3) return false;
  return whole == word.size() || std::all_of(word.begin() + static_cast<std::ptrdiff_t>(whole) + 1, word.end(),
                                             [](char c) { return c >= '0' && c <= '9'; });
}

// As in encoder/letter_case.h.
constexpr std::array<std::string_view, 8> kCaseNames = {"none",  "lower",  "capitalised", "upper",
                                                        "mixed", "number", "symbol",      "initial"};

std::string key_of_ending(std::string_view xpos, size_t letter_case) {
  std::string out(xpos);
  out += ' ';
  out += static_cast<char>('0' + letter_case);
  out += ' ';
  return out;
}

// The columns of a line; all empty if it has more or fewer.
template <size_t N>
std::array<std::string_view, N> columns_of(std::string_view line) {
  std::array<std::string_view, N> out{};
  for (size_t k = 0; k < N; ++k) {
    const size_t end = line.find('\t');
    if ((end == std::string_view::npos) != (k + 1 == N)) return {};
    out[k] = line.substr(0, end);
    line.remove_prefix(std::min(line.size(), out[k].size() + 1));
  }
  return out;
}

// Hands each line that is no comment to `add`, which says whether it was well formed.
template <class Add>
Result<void> read_lines(const std::string& path, Add add) {
  const auto file = read_file(path, kMaxLexiconBytes);
  if (!file) return tl::unexpected(file.error());
  std::string_view text = *file;
  for (size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty() || line[0] == '#' || add(line)) continue;
    return fail(Code::kUsage, "a line of the lexicon has not the columns that its head describes; correct it",
                path + ":" + std::to_string(number));
  }
  return {};
}

}  // namespace

bool Lemmatiser::parse(std::string_view text, Script& out) {
  if (text.size() > 1 && text[0] == '=') {
    out = {Case::kWhole, 0, std::string(text.substr(1))};
    return true;
  }
  if (text.size() < 4 || text[0] < '0' || text[0] > '3' || text[1] != ':') return false;
  out.letter_case = static_cast<Case>(text[0] - '0');
  const char* end = text.data() + text.size();
  const auto [after, error] = std::from_chars(text.data() + 2, end, out.drop);
  if (error != std::errc() || after == end || *after != ':') return false;
  out.suffix.assign(after + 1, end);
  return true;
}

bool Lemmatiser::add_irregular(std::string_view line) {
  const auto columns = columns_of<3>(line);
  if (columns[0].empty() || columns[1].empty() || columns[2].empty()) return false;
  std::string key(columns[0]);
  irregular_.emplace(key.append(1, ' ').append(columns[1]), columns[2]);
  return true;
}

bool Lemmatiser::add_ending(std::string_view line) {
  const auto columns = columns_of<4>(line);
  const auto letter_case = std::find(kCaseNames.begin(), kCaseNames.end(), columns[2]);
  Script script;
  if (columns[1].empty() || letter_case == kCaseNames.end() || !parse(columns[3], script)) return false;
  std::string key = key_of_ending(columns[1], static_cast<size_t>(letter_case - kCaseNames.begin()));
  endings_.emplace(key.append(columns[0]), std::move(script));
  longest_ending_ = std::max(longest_ending_, columns[0].size());
  return true;
}

Result<Lemmatiser> Lemmatiser::open(const std::vector<std::string>& scripts, const std::string& lexicon) {
  Lemmatiser out;
  for (const std::string& script : scripts) {
    Script parsed;
    if (!parse(script, parsed))
      return fail(Code::kModelForeign, "the model has a lemma script that is none: \"" + script + "\"");
    out.scripts_.push_back(std::move(parsed));
  }
  auto read = read_lines(lexicon, [&](std::string_view line) { return out.add_irregular(line); });
  if (!read) return tl::unexpected(read.error());
  const std::string endings = std::filesystem::path(lexicon).replace_filename("lemma-endings.tsv").string();
  read = read_lines(endings, [&](std::string_view line) { return out.add_ending(line); });
  if (!read) return tl::unexpected(read.error());
  return out;
}

const Lemmatiser::Script* Lemmatiser::script_of_ending(std::string_view word, std::string_view low,
                                                       std::string_view xpos) const {
  // A verb's capitals only say where it stands; other words' may belong to the lemma ("American").
  const bool verb = xpos.substr(0, 2) == "VB";
  const auto letter_case = verb ? encoder::LetterCase::kLower : encoder::letter_case(word);
  std::string key = key_of_ending(xpos, static_cast<size_t>(letter_case));
  const size_t tag = key.size();
  if (low.size() < longest_ending_) {
    if (const auto found = endings_.find(key.append(1, '^').append(low)); found != endings_.end())
      return &found->second;
  }
  for (size_t begin = low.size() - std::min(low.size(), longest_ending_); begin <= low.size(); ++begin) {
    const auto found = endings_.find(key.replace(tag, std::string::npos, low.substr(begin)));
    if (found != endings_.end()) return &found->second;
  }
  return nullptr;
}

std::string Lemmatiser::apply(const Script& script, std::string_view word, const std::string& low) {
  if (script.letter_case == Case::kWhole) return script.suffix;
  std::string out(without_last(script.letter_case == Case::kAsWord ? word : std::string_view(low), script.drop));
  out += script.suffix;
  if (out.empty()) return low;  // the script was meant for a longer word
  if (script.letter_case == Case::kCapitalised) return capitalised(out);
  if (script.letter_case == Case::kUpper) return upper(out);
  return out;
}

std::string Lemmatiser::lemma(std::string_view word, std::string_view upos, std::string_view xpos,
                              size_t script) const {
  std::string low = lower(word);
  if (upos == "NUM" && is_grouped_number(word)) {
    low.erase(std::remove(low.begin(), low.end(), ','), low.end());
    return low;
  }
  std::string key = straight(low);
  const size_t size = key.size();
  if (const auto found = irregular_.find(key.append(1, ' ').append(upos)); found != irregular_.end())
    return found->second;
  if (const Script* ending = script_of_ending(word, std::string_view(key).substr(0, size), xpos))
    return apply(*ending, word, low);
  return script < scripts_.size() ? apply(scripts_[script], word, low) : low;
}

}  // namespace onrecord::syntax
