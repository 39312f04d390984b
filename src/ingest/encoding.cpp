#include "ingest/encoding.h"

#include <algorithm>
#include <array>
#include <memory>

#include <re2/re2.h>
#include <uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "ingest/code_points.h"
#include "ingest/lexicon.h"

namespace onrecord::ingest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kDeclarationBytes = 1024;  // as in the HTML standard's prescan
constexpr size_t kSampleBytes = 64 << 10;   // enough for statistics

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array kSignatures = {
    Signature{"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image"},
    Signature{"GIF87a"sv, "a GIF image"},
    Signature{"GIF89a"sv, "a GIF image"},
    Signature{"%PDF-"sv, "a PDF document"},
    Signature{"\x7F"
              "ELF"sv,
              "a program (ELF)"},
    Signature{"PK\x03\x04"sv, "a ZIP archive or an office document"},
    Signature{"PK\x05\x06"sv, "an empty ZIP archive"},
    Signature{"\x1F\x8B"sv, "gzip-compressed data"},
    Signature{"BZh9"sv, "bzip2-compressed data"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "xz-compressed data"},
    Signature{"\x28\xB5\x2F\xFD"sv, "zstd-compressed data"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document"},
    Signature{"{\\rtf"sv, "a rich text document (RTF)"},
    Signature{"SQLite format 3\0"sv, "a SQLite file"},
    Signature{"ID3"
              "\x03"sv,
              "an MP3 recording"},
    Signature{"OggS"sv, "an Ogg recording"},
    Signature{"RIFF"sv, "a RIFF file (sound or picture)"},
};

struct ByteCensus {
  uint64_t zeros_even = 0, zeros_odd = 0, high = 0, total = 0;
  [[nodiscard]] uint64_t zeros() const { return zeros_even + zeros_odd; }
};

ByteCensus count_bytes(std::string_view bytes) {
  ByteCensus census;
  census.total = bytes.size();
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? census.zeros_even : census.zeros_odd);
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) ++census.high;
  }
  return census;
}

struct Utf8Census {
  uint64_t good = 0;  // sequences of two to four bytes
  uint64_t bad = 0;
};

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census census;
  for (size_t at = 0; at < bytes.size();) {
    const UChar32 c = next_code_point(bytes, at);
    if (c < 0) {
      if (bytes.size() - at < 4) break;  // the sample may end inside a sequence
      ++census.bad;
    } else if (c >= 0x80) {
      ++census.good;
    }
  }
  return census;
}

// Share of 16-bit units that are letters, digits, punctuation or spaces; a lone surrogate makes it 0.
double plausible_utf16(std::string_view bytes, bool big_endian) {
  uint64_t good = 0;
  uint64_t all = 0;
  UChar32 lead = 0;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    UChar32 c = big_endian ? first << 8 | second : second << 8 | first;
    if (U16_IS_LEAD(c) && lead == 0) {
      lead = c;
      continue;
    }
    if (U_IS_SURROGATE(c) && lead == 0) return 0;
    if (lead != 0) {
      if (!U16_IS_TRAIL(c)) return 0;
      c = U16_GET_SUPPLEMENTARY(lead, c);
      lead = 0;
    }
    ++all;
    good += u_isalnum(c) != 0 || u_ispunct(c) != 0 || u_isUWhiteSpace(c) != 0;
  }
  return all == 0 ? 0 : static_cast<double>(good) / static_cast<double>(all);
}

// UTF-16 and UTF-32 without a mark. Latin text has a zero in every second byte; text in another script has zeros in its
// spaces and line ends, so most on one side, and no look of UTF-8.
std::string wide_encoding(std::string_view sample, const ByteCensus& census, bool valid_utf8) {
  if (census.zeros() == 0) return {};
  const double share = static_cast<double>(census.zeros()) / static_cast<double>(census.total);
  if (share > 0.6) {
    const bool big_endian = sample[0] == '\0';
    return big_endian ? "UTF-32BE" : "UTF-32LE";
  }
  const bool big_endian = census.zeros_even > census.zeros_odd;
  const double one_side =
      static_cast<double>(std::max(census.zeros_even, census.zeros_odd)) / static_cast<double>(census.zeros());
  const bool latin = share > 0.2 && one_side > 0.9;
  const bool other = !valid_utf8 && one_side > 0.6 && plausible_utf16(sample, big_endian) > 0.95;
  if (!latin && !other) return {};
  return big_endian ? "UTF-16BE" : "UTF-16LE";
}

// Old Macintosh text writes don't with the byte that is Õ in windows-1252.
bool looks_like_mac_roman(std::string_view sample) {
  uint64_t mac = 0;
  for (size_t i = 1; i + 1 < sample.size(); ++i) {
    const auto c = static_cast<unsigned char>(sample[i]);
    if (c >= 0x91 && c <= 0x97) return false;  // the quotation marks of windows-1252
    const auto lower = [](char x) { return x >= 'a' && x <= 'z'; };
    mac += c == 0xD5 && lower(sample[i - 1]) && lower(sample[i + 1]);
  }
  return mac > 0;
}

struct DeleteDetector {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

std::string guess_by_statistics(std::string_view sample) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, DeleteDetector> detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// The names in a page and those of uchardet → ICU's, with the supersets that browsers read in their place.
std::string icu_name(std::string_view label) {
  std::string wanted = fold(label);
  for (const auto& [name, icu] : lexicon().encoding_aliases) {
    if (name == wanted) return icu;
  }
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(wanted.c_str(), &status);
  if (U_FAILURE(status)) return {};
  ucnv_close(converter);
  return wanted;
}

// In Western text one byte in twenty at most is not ASCII, too few for statistics to tell its alphabets apart.
std::string guess_legacy(std::string_view sample, const ByteCensus& census) {
  if (looks_like_mac_roman(sample)) return "macintosh";
  if (census.high * 20 < census.total) return "windows-1252";
  const std::string name = icu_name(guess_by_statistics(sample));
  return name.empty() || name == "UTF-8" ? "windows-1252" : name;
}

Encoding byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return {"UTF-16BE", 2};
  if (bytes.starts_with("\x84\x31\x95\x33"sv)) return {"gb18030", 4};
  return {"UTF-8", 0};
}

// RE2 is not to print.
RE2::Options quiet_latin1() {
  RE2::Options options(RE2::Latin1);
  options.set_log_errors(false);
  return options;
}

}  // namespace

std::string_view binary_signature(std::string_view bytes) {
  for (const Signature& s : kSignatures) {
    if (bytes.starts_with(s.bytes)) return s.what;
  }
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return "an MP4 film";
  return {};
}

std::string declared_encoding(std::string_view bytes) {
  static const RE2 kMeta(R"((?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_.:\-]{2,40}))", quiet_latin1());
  static const RE2 kXml(R"((?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_.:\-]{2,40}))", quiet_latin1());
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  const re2::StringPiece piece(head.data(), head.size());
  std::string label;
  if (!RE2::PartialMatch(piece, kMeta, &label) && !RE2::PartialMatch(piece, kXml, &label)) return {};
  // A page whose ASCII tag can be read is not in the encoding that it claims.
  if (fold(label).starts_with("utf-16") || fold(label).starts_with("utf-32")) return "UTF-8";
  return icu_name(label);
}

Encoding detect_encoding(std::string_view bytes, bool may_be_html) {
  Encoding encoding = byte_order_mark(bytes);
  if (encoding.mark_bytes > 0) return encoding;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const ByteCensus census = count_bytes(sample);
  // The first bytes that are not ASCII may come after the sample.
  const bool ascii_sample = census.high == 0 && census.zeros() == 0;
  const auto is_high = [](char c) { return static_cast<signed char>(c) < 0; };
  const auto first_high = ascii_sample ? std::find_if(bytes.begin(), bytes.end(), is_high) : bytes.begin();
  const auto offset = static_cast<size_t>(first_high - bytes.begin());
  const std::string_view telling = bytes.substr(offset, kSampleBytes);
  const Utf8Census utf8 = count_utf8(telling);
  const std::string wide = wide_encoding(sample, census, utf8.bad == 0);
  if (!wide.empty()) return {wide, 0};
  if (utf8.bad == 0 && utf8.good > 0) return encoding;
  const std::string declared = may_be_html ? declared_encoding(bytes) : std::string{};
  if (utf8.bad == 0) {
    // Of the encodings made of ASCII bytes only those with escapes (ISO-2022) differ from ASCII.
    const bool escapes = bytes.find('\x1B') != std::string_view::npos;
    return {escapes && !declared.empty() ? declared : "UTF-8", 0};
  }
  if (utf8.good >= 4 * utf8.bad) return encoding;
  if (!declared.empty() && declared != "UTF-8") return {declared, 0};
  return {guess_legacy(telling, count_bytes(telling)), 0};
}

}  // namespace onrecord::ingest
