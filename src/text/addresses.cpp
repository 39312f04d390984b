#include "text/addresses.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/lexicon.h"

namespace onrecord::text {
namespace {

constexpr uint32_t kLongestAddress = 2048;
constexpr size_t kLongestName = 128;  // of a host, or of what stands before the @

bool in_name(char c) {
  auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || is_ascii_letter(byte) || byte == '_' || byte >= 0x80;
}

// Typographic punctuation (all of it begins with 0xE2) ends an address.
bool in_address(char c) {
  static constexpr std::string_view kNever = "<>\"|\\^`{}\xE2";
  return static_cast<unsigned char>(c) > ' ' && kNever.find(c) == std::string_view::npos;
}

bool starts_url(std::string_view rest) {
  if (rest.starts_with("www.") || rest.starts_with("WWW.") || rest.starts_with("mailto:")) return true;
  size_t letters = 0;
  while (letters < rest.size() && letters < 8 && rest[letters] >= 'a' && rest[letters] <= 'z') ++letters;
  return letters >= 3 && rest.substr(letters).starts_with("://");
}

bool starts_mail(std::string_view rest) {
  for (size_t i = 0; i < std::min(rest.size(), kLongestName); ++i) {
    char c = rest[i];
    if (c == '@') return i > 0 && i + 1 < rest.size() && in_name(rest[i + 1]);
    if (!in_name(c) && c != '.' && c != '-' && c != '+' && c != '%') return false;
  }
  return false;
}

bool is_top_domain(std::string_view label) {
  static constexpr std::array<std::string_view, 5> kTop = {"com", "org", "net", "gov", "edu"};
  return std::find(kTop.begin(), kTop.end(), LowerCase(label).view()) != kTop.end();
}

// "example.com", "example.org/resources": a host without a scheme, known by one of its labels.
bool starts_host(std::string_view rest) {
  size_t label = 0;
  for (size_t at = 0; at < std::min(rest.size(), kLongestName); ++at) {
    if (rest[at] == '.') {
      if (label > 0 && is_top_domain(rest.substr(label, at - label))) return true;
      label = at + 1;
    } else if (!in_name(rest[at]) && rest[at] != '-') {
      return label > 1 && is_top_domain(rest.substr(label, at - label));
    }
  }
  return label > 1 && is_top_domain(rest.substr(label));
}

// The end without the punctuation of the sentence; a bracket that closes one of the address's own stays.
size_t trimmed(std::string_view address) {
  size_t end = address.size();
  for (; end > 0; --end) {
    char c = address[end - 1];
    if (c == ')' || c == ']') {
      if (address.substr(0, end).find(c == ')' ? '(' : '[') != std::string_view::npos) break;
    } else if (std::string_view(".,;:!?'").find(c) == std::string_view::npos) {
      break;
    }
  }
  return end;
}

}  // namespace

uint32_t address_end(std::string_view text, uint32_t from) {
  std::string_view rest = text.substr(from, kLongestAddress);
  if (!starts_url(rest) && !starts_mail(rest) && !starts_host(rest)) return 0;
  size_t length = 0;
  while (length < rest.size() && in_address(rest[length])) ++length;
  if (length == kLongestAddress) {  // cut before a whole character
    while (length > 0 && (static_cast<unsigned char>(rest[length - 1]) & 0xC0) == 0x80) --length;
    if (length > 0 && static_cast<unsigned char>(rest[length - 1]) >= 0xC0) --length;
  }
  return from + static_cast<uint32_t>(trimmed(rest.substr(0, length)));
}

}  // namespace onrecord::text
