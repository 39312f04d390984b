#include "export/json.h"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "export/characters.h"

namespace onrecord::exports {

void append_json_string(std::string_view value, std::string& out) {
  out.push_back('"');
  for (size_t at = 0; at < value.size();) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (byte >= 0x80) {
      const Character c = character_at(value, at);
      append_utf8(c.code_point, out);
      at += c.length;
      continue;
    }
    ++at;
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
        } else {
          out.push_back(static_cast<char>(byte));
        }
    }
  }
  out.push_back('"');
}

void JsonWriter::separate() {
  if (follows_) out_.push_back(',');
  follows_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  follows_ = false;
}

void JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  follows_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(name, out_);
  out_.push_back(':');
  follows_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  append_json_string(value, out_);
}

void JsonWriter::text_or_null(std::string_view value) {
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

void JsonWriter::integer(uint64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) {
    null();
    return;
  }
  separate();
  std::string digits = fmt::format("{:.3f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  out_ += digits == "-0" ? "0" : digits;
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

}  // namespace onrecord::exports
