#include "knowledge/names.h"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/tables.h"

namespace onrecord::knowledge {
namespace {

// Letters that no decomposition takes apart but that English spells with plain ones.
UChar32 plain(UChar32 point) {
  switch (point) {
    case 0x0131:
      return 'i';  // ı
    case 0x0142:
      return 'l';  // ł
    case 0x00F8:
      return 'o';  // ø
    case 0x0111:
      return 'd';  // đ
    case 0x2019:
    case 0x02BC:
      return '\'';
    default:
      return point;
  }
}

icu::UnicodeString decomposed(std::string_view name) {
  auto source = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return source;
  icu::UnicodeString result = normalizer->normalize(source, status);
  return U_FAILURE(status) ? source : result;
}

bool is_plain_ascii(std::string_view name) {
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string fold_ascii(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && (folded.empty() || folded.back() == ' ')) continue;
    folded.push_back(space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  }
  return folded;
}

std::string fold_any(std::string_view name) {
  icu::UnicodeString folded;
  const icu::UnicodeString source = decomposed(name);
  for (int32_t at = 0; at < source.length(); at = source.moveIndex32(at, 1)) {
    const UChar32 point = source.char32At(at);
    if (u_charType(point) == U_NON_SPACING_MARK) continue;
    if (u_isUWhiteSpace(point)) {
      if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') folded.append(static_cast<UChar32>(' '));
    } else {
      folded.append(plain(u_foldCase(point, U_FOLD_CASE_DEFAULT)));
    }
  }
  std::string out;
  folded.toUTF8String(out);
  return out;
}

}  // namespace

std::string fold(std::string_view name) {
  std::string folded = is_plain_ascii(name) ? fold_ascii(name) : fold_any(name);
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  if (folded.ends_with("s'")) folded.pop_back();
  return folded;
}

std::vector<std::string_view> words_of(std::string_view folded) {
  return parts_of(folded, ' ');
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string name_key(std::string_view name) {
  std::string key;
  for (const char c : fold(name)) {
    if (c == '.') continue;
    const bool space = c == '-' || c == ' ' || c == ',' || c == '/';
    if (!space) {
      key.push_back(c);
    } else if (!key.empty() && key.back() != ' ') {
      key.push_back(' ');
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

std::string sound_key(std::string_view key) {
  // Longest first where one begins another. Pairs that English writes for one sound of Slavic, Arabic and Persian
  // names.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kSame{
      {{"iyy", "i"}, {"shch", "sh"}, {"sch", "sh"}, {"tch", "ch"}, {"iy", "i"},  {"yy", "i"},
       {"ey", "e"},  {"ei", "e"},    {"oy", "oi"},  {"yu", "iu"},  {"ju", "iu"}, {"ya", "ia"},
       {"ja", "ia"}, {"yo", "o"},    {"ye", "e"},   {"kh", "h"},   {"gh", "g"},  {"ph", "f"},
       {"ou", "u"},  {"oo", "u"},    {"ee", "i"},   {"dj", "j"},   {"dh", "d"},  {"ck", "k"}}};
  std::string out;
  for (size_t at = 0; at < key.size();) {
    const auto pair = std::find_if(kSame.begin(), kSame.end(),
                                   [&](const auto& one) { return key.substr(at).starts_with(one.first); });
    std::string_view sound = key.substr(at, 1);
    size_t length = 1;
    if (pair != kSame.end()) {
      sound = pair->second;
      length = pair->first.size();
    } else if (key[at] == 'y') {
      sound = "i";
    } else if (key[at] == 'w') {
      sound = "v";
    } else if (key[at] == 'q') {
      sound = "k";
    } else if (key[at] == '\'' || key[at] == '`') {
      sound = {};
    }
    for (const char c : sound) {
      if (out.empty() || out.back() != c) out.push_back(c);
    }
    at += length;
  }
  for (const std::string_view article : {"al ", "el "}) {
    for (size_t at = out.find(article); at != std::string::npos; at = out.find(article, at)) {
      if (at != 0 && out[at - 1] != ' ') {
        ++at;
      } else {
        out.erase(at, article.size());
      }
    }
  }
  return out;
}

}  // namespace onrecord::knowledge
