#include "ingest/decode.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "ingest/code_points.h"
#include "ingest/encoding.h"

namespace onrecord::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
// Offsets are 32 bits wide and a byte of input may become three of text.
constexpr uint64_t kMostBytes = std::numeric_limits<uint32_t>::max() / 4;

// Collects text piece by piece; copied bytes are flushed in runs.
class Writer {
 public:
  explicit Writer(DecodedText& out) : out_(out) {}
  void put(std::string_view piece, uint32_t input_begin, uint32_t input_end) {
    const auto at = static_cast<uint32_t>(out_.text.size());
    out_.text.append(piece);
    out_.origin.add({at, static_cast<uint32_t>(out_.text.size())}, input_begin, input_end);
  }
  void replace(uint32_t input_begin, uint32_t input_end) {
    put(kReplacement, input_begin, input_end);
    out_.replaced_bytes += input_end - input_begin;
  }

 private:
  DecodedText& out_;
};

// A piece as it leaves the decoder: line ends and zero bytes are put right here.
class Cleaner {
 public:
  explicit Cleaner(DecodedText& out) : writer_(out) {}

  void put(std::string_view piece, uint32_t input_begin, uint32_t input_end) {
    if (pending_return_) {
      pending_return_ = false;
      if (piece == "\n") return writer_.put("\n", return_begin_, input_end);
      writer_.put("\n", return_begin_, return_end_);
    }
    if (piece == "\r") {
      pending_return_ = true;
      return_begin_ = input_begin;
      return_end_ = input_end;
    } else if (piece.size() == 1 && piece[0] == '\0') {
      writer_.replace(input_begin, input_end);
    } else {
      writer_.put(piece, input_begin, input_end);
    }
  }
  void replace(uint32_t input_begin, uint32_t input_end) {
    finish();
    writer_.replace(input_begin, input_end);
  }
  void finish() {
    if (std::exchange(pending_return_, false)) writer_.put("\n", return_begin_, return_end_);
  }

 private:
  Writer writer_;
  bool pending_return_ = false;
  uint32_t return_begin_ = 0;
  uint32_t return_end_ = 0;
};

void decode_utf8(std::string_view bytes, uint32_t start, DecodedText& out) {
  const bool clean = start == 0 && bytes.find('\r') == std::string_view::npos &&
                     bytes.find('\0') == std::string_view::npos && simdjson::validate_utf8(bytes.data(), bytes.size());
  if (clean) {
    out.text = bytes;
    out.origin.add({0, static_cast<uint32_t>(bytes.size())}, 0, static_cast<uint32_t>(bytes.size()));
    return;
  }
  out.text.reserve(bytes.size());
  Cleaner cleaner(out);
  for (size_t at = start; at < bytes.size();) {
    const auto from = static_cast<uint32_t>(at);
    const UChar32 c = next_code_point(bytes, at);
    const auto to = static_cast<uint32_t>(at);
    if (c < 0) {
      cleaner.replace(from, to);
    } else {
      cleaner.put(bytes.substr(from, to - from), from, to);
    }
  }
  cleaner.finish();
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

void put_utf16(const std::vector<UChar>& units, const std::vector<int32_t>& offsets, uint32_t count, uint32_t start,
               uint32_t input_size, DecodedText& out) {
  Cleaner cleaner(out);
  const auto source_of = [&](uint32_t unit) {
    return unit < count ? start + static_cast<uint32_t>(std::max(offsets[unit], 0)) : input_size;
  };
  for (uint32_t at = 0; at < count;) {
    const uint32_t begin = at;
    UChar32 c = 0;
    U16_NEXT(units.data(), at, count, c);
    // ICU reads the gaps of windows-1252 and its kin as C1 controls, which no report contains.
    const bool gap = c >= 0x80 && c < 0xA0 && c != 0x85;
    if (c == 0xFFFD || gap || U_IS_SURROGATE(c)) {
      cleaner.replace(source_of(begin), source_of(at));
      continue;
    }
    std::string piece;
    append_code_point(piece, c);
    cleaner.put(piece, source_of(begin), source_of(at));
  }
  cleaner.finish();
}

// False when ICU does not know the encoding.
bool decode_other(std::string_view bytes, const Encoding& encoding, DecodedText& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.name.c_str(), &status));
  if (U_FAILURE(status)) return false;
  // No encoding gives more UTF-16 units than it has bytes, save for the rare code that stands for two characters.
  const std::string_view body = bytes.substr(encoding.mark_bytes);
  std::vector<UChar> units(body.size() + body.size() / 2 + 64);
  std::vector<int32_t> offsets(units.size());
  UChar* target = units.data();
  const char* source = body.data();
  ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, body.data() + body.size(),
                 offsets.data(), true, &status);
  if (U_FAILURE(status)) return false;
  out.text.reserve(body.size() * 2);
  put_utf16(units, offsets, static_cast<uint32_t>(target - units.data()), encoding.mark_bytes,
            static_cast<uint32_t>(bytes.size()), out);
  return true;
}

struct Census {
  uint64_t control = 0;  // control characters and replaced ones
  uint64_t solid = 0;    // anything that is not white space
};

Census take_census(std::string_view text) {
  Census census;
  for (size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    const bool space = c <= ' ' ? (c == ' ' || (c >= '\t' && c <= '\r')) : c >= 0x80 && u_isUWhiteSpace(c) != 0;
    if (space || c == 0x200B || c == 0xFEFF) continue;
    ++census.solid;
    if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xFFFD) ++census.control;
  }
  return census;
}

// Random bytes are one control character in ten; a damaged text has a few in a thousand.
bool is_binary(const Census& census) {
  const bool many = census.control >= 8 && census.control * 50 >= census.solid;
  return many || census.control * 5 >= census.solid * 2;
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, bool may_be_html, uint64_t max_bytes, const std::string& input) {
  const uint64_t most = std::min(max_bytes, kMostBytes);
  if (bytes.size() > most) {
    return fail(
        Code::kInputTooLarge,
        fmt::format("{} bytes, over the budget of {}; cut it into reports or raise the budget", bytes.size(), most),
        input);
  }
  const std::string_view what = binary_signature(bytes);
  if (!what.empty()) {
    return fail(Code::kInputBinary, fmt::format("it is {}, not text; give its text or its page", what), input);
  }
  const Encoding encoding = detect_encoding(bytes, may_be_html);
  DecodedText out;
  out.encoding = encoding.name;
  if (encoding.name == "UTF-8" || !decode_other(bytes, encoding, out)) {
    out = DecodedText{};
    out.encoding = "UTF-8";
    decode_utf8(bytes, encoding.name == "UTF-8" ? encoding.mark_bytes : 0, out);
  }
  const Census census = take_census(out.text);
  if (census.solid == 0) return fail(Code::kInputEmpty, "no text in it; give a file with a report", input);
  if (is_binary(census)) {
    return fail(Code::kInputBinary, "too many of its bytes are no text in any encoding; give a text or a page", input);
  }
  return out;
}

}  // namespace onrecord::ingest
