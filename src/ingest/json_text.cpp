#include "ingest/json_text.h"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include <unicode/utf16.h>

#include "ingest/code_points.h"
#include "ingest/lexicon.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kLongestTag = 300;  // bytes of a tag inside a text

struct Letter {
  UChar32 c = 0;
  Span source;  // in the page
};

// The letters of a JSON string, [begin, end) without its quotation marks.
class JsonString {
 public:
  JsonString(std::string_view page, Span span) : page_(page.substr(0, span.end)), at_(span.begin) {}

  bool next(Letter& letter) {
    if (at_ >= page_.size()) return false;
    const size_t begin = at_;
    letter.c = page_[at_] == '\\' && at_ + 1 < page_.size() ? escaped() : next_code_point(page_, at_);
    letter.source = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
    return true;
  }

 private:
  UChar32 escaped() {
    const char c = page_[at_ + 1];
    at_ += 2;
    if (c == 'n' || c == 'r') return '\n';
    if (c == 't' || c == 'b' || c == 'f') return ' ';
    if (c != 'u') return c;
    const UChar32 first = unit();
    if (!U16_IS_LEAD(first) || page_.substr(at_, 2) != "\\u") return first;
    at_ += 2;
    const UChar32 second = unit();
    return U16_IS_TRAIL(second) ? U16_GET_SUPPLEMENTARY(first, second) : 0xFFFD;
  }

  UChar32 unit() {
    UChar32 value = 0;
    const std::string_view digits = page_.substr(at_, 4);
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    at_ += digits.size();
    return value;
  }

  std::string_view page_;
  size_t at_;
};

// The string behind `"key":` at or after `from`, which moves behind it; its end is 0 when there is none.
Span find_string(std::string_view page, Span script, std::string_view key, uint32_t& from) {
  const std::string_view upto = page.substr(0, script.end);
  while (true) {
    const size_t found = upto.find(key, from);
    if (found == std::string_view::npos) return {};
    from = static_cast<uint32_t>(found + key.size());
    size_t at = upto.find_first_not_of(" \t\r\n", from);
    if (at == std::string_view::npos || upto[at] != ':') continue;
    at = upto.find_first_not_of(" \t\r\n", at + 1);
    if (at == std::string_view::npos || upto[at] != '"') continue;
    const size_t begin = ++at;
    while (at < upto.size() && upto[at] != '"') at += upto[at] == '\\' ? 2 : 1;
    if (at >= upto.size()) return {};
    from = static_cast<uint32_t>(at);
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
  }
}

// Writes letters as pieces: a line end or a tag that parts paragraphs begins a new one.
class Writer {
 public:
  explicit Writer(PageText& out) : out_(out) {}

  void write(std::string_view page, Span string, uint32_t node) {
    std::vector<Letter> letters;
    Letter letter;
    for (JsonString in(page, string); in.next(letter);) letters.push_back(letter);
    node_ = node;
    for (size_t i = 0; i < letters.size();) i += take(letters, i);
    finish();
  }

 private:
  // Takes a letter, a tag or an entity; gives the number of letters.
  size_t take(const std::vector<Letter>& letters, size_t i) {
    const UChar32 c = letters[i].c;
    if (c == '<') {
      if (const size_t tag = tag_at(letters, i); tag > 0) return tag;
    }
    if (c == '&') {
      if (const size_t entity = entity_at(letters, i); entity > 0) return entity;
    }
    if (c == '\n') {
      finish();
    } else if (c == ' ' || c == 0xA0 || c == '\t') {
      space_ = open_;
      space_from_ = letters[i].source;
    } else if (c > ' ' && c != 0xAD && c != 0x200B && c != 0xFEFF) {
      add(c, letters[i].source);
    }
    return 1;
  }

  size_t tag_at(const std::vector<Letter>& letters, size_t i) {
    std::string name;
    size_t at = i + 1;
    if (at < letters.size() && letters[at].c == '/') ++at;
    while (at < letters.size() && letters[at].c > ' ' && letters[at].c < 0x7F && letters[at].c != '>' &&
           letters[at].c != '/' && name.size() < 12) {
      name += static_cast<char>(letters[at++].c | 0x20);
    }
    if (name.empty() || name[0] < 'a' || name[0] > 'z') return 0;
    while (at < letters.size() && letters[at].c != '>' && at - i < kLongestTag) ++at;
    if (at >= letters.size() || letters[at].c != '>') return 0;
    if (is_block(name) || name == "br") finish();
    return at + 1 - i;
  }

  size_t entity_at(const std::vector<Letter>& letters, size_t i) {
    static constexpr std::array<std::pair<std::string_view, UChar32>, 14> kNames = {{{"amp", '&'},
                                                                                     {"quot", '"'},
                                                                                     {"apos", '\''},
                                                                                     {"lt", '<'},
                                                                                     {"gt", '>'},
                                                                                     {"nbsp", ' '},
                                                                                     {"#39", '\''},
                                                                                     {"rsquo", 0x2019},
                                                                                     {"lsquo", 0x2018},
                                                                                     {"rdquo", 0x201D},
                                                                                     {"ldquo", 0x201C},
                                                                                     {"ndash", 0x2013},
                                                                                     {"mdash", 0x2014},
                                                                                     {"hellip", 0x2026}}};
    std::string name;
    size_t at = i + 1;
    while (at < letters.size() && letters[at].c > ' ' && letters[at].c < 0x7F && letters[at].c != ';' &&
           name.size() < 8)
      name += static_cast<char>(letters[at++].c);
    if (at >= letters.size() || letters[at].c != ';') return 0;
    const Span source{letters[i].source.begin, letters[at].source.end};
    for (const auto& [known, c] : kNames) {
      if (name != known) continue;
      if (c == ' ') {
        space_ = open_;
        space_from_ = source;
      } else {
        add(c, source);
      }
      return at + 1 - i;
    }
    return 0;
  }

  void add(UChar32 c, Span source) {
    if (!open_) {
      if (!out_.text.empty()) out_.text += '\n';
      piece_ = PagePiece{.text = {}, .node = node_, .first_text_node = node_, .group = group_++};
      piece_.text.begin = static_cast<uint32_t>(out_.text.size());
      open_ = true;
    } else if (space_) {
      put(' ', space_from_);
    }
    space_ = false;
    put(c, source);
    ++piece_.characters;
  }

  void put(UChar32 c, Span source) {
    const auto begin = static_cast<uint32_t>(out_.text.size());
    append_code_point(out_.text, c < 0 ? 0xFFFD : c);
    out_.origin.add({begin, static_cast<uint32_t>(out_.text.size())}, source.begin, source.end);
  }

  void finish() {
    if (open_) {
      piece_.text.end = static_cast<uint32_t>(out_.text.size());
      out_.pieces.push_back(piece_);
    }
    open_ = false;
    space_ = false;
  }

  PageText& out_;
  PagePiece piece_;
  uint32_t node_ = 0;
  uint32_t group_ = 0;
  bool open_ = false;
  bool space_ = false;
  Span space_from_;
};

struct Found {
  Span body, headline;
  uint32_t node = 0;
};

// The longest text, and the headline in the same script that is the title of the page.
Found find_in_scripts(const Dom& dom, std::string_view page, std::string_view title) {
  Found found;
  for (uint32_t i = 0; i < dom.size(); ++i) {
    if (!dom[i].is_text() || dom[dom[i].parent].tag != "script") continue;
    if (dom.attribute(dom[i].parent, "type").find("ld+json") == std::string_view::npos) continue;
    const Span script = dom[i].source;
    for (uint32_t from = script.begin; from < script.end;) {
      const Span body = find_string(page, script, "\"articleBody\"", from);
      if (body.end == 0) break;
      if (body.size() > found.body.size()) found = {body, {}, i};
    }
    if (found.node != i || found.body.empty()) continue;
    for (uint32_t from = script.begin; from < script.end && found.headline.empty();) {
      const Span headline = find_string(page, script, "\"headline\"", from);
      if (headline.end == 0) break;
      PageText words;
      Writer(words).write(page, headline, i);
      if (fold(words.text) == fold(title)) found.headline = headline;
    }
  }
  return found;
}

}  // namespace

JsonText read_json_text(const Dom& dom, std::string_view page, const PageMetadata& metadata) {
  JsonText out;
  const Found found = find_in_scripts(dom, page, metadata.title);
  if (found.body.empty()) return out;
  Writer writer(out.text);
  if (!found.headline.empty()) {
    writer.write(page, found.headline, found.node);
    for (uint32_t i = 0; i < out.text.pieces.size(); ++i) {
      out.article.pieces.push_back({.piece = i, .kind = BlockKind::kHeadline});
    }
  }
  const size_t headlines = out.text.pieces.size();
  writer.write(page, found.body, found.node);
  for (size_t i = headlines; i < out.text.pieces.size(); ++i) {
    out.article.pieces.push_back({.piece = static_cast<uint32_t>(i), .kind = std::nullopt});
    out.article.weight += out.text.pieces[i].characters;
  }
  return out;
}

}  // namespace onrecord::ingest
