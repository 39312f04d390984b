#include "ingest/page_text.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "ingest/code_points.h"
#include "ingest/text_alignment.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

// A <br> inside these is a space; elsewhere it parts lines.
constexpr std::array<std::string_view, 8> kOneLine = {"h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption"};

class Reader {
 public:
  Reader(const Dom& dom, const PageParts& parts, std::string_view page) : dom_(dom), parts_(parts), page_(page) {}

  PageText run() {
    for (uint32_t i = 0; i < dom_.size();) {
      leave_blocks(i);
      const Node& node = dom_[i];
      if (node.is_text()) {
        add_text(i);
      } else if (parts_.dropped(i)) {
        if (is_block(node.tag)) finish_piece(true);
        i = node.end;
        continue;
      } else {
        enter(i);
      }
      ++i;
    }
    finish_piece(true);
    return std::move(out_);
  }

 private:
  void enter(uint32_t i) {
    const Node& node = dom_[i];
    if (node.tag == "br") return line_break();
    if (node.tag == "a") link_end_ = std::max(link_end_, node.end);
    if (node.tag == "pre") pre_end_ = std::max(pre_end_, node.end);
    if (!is_block(node.tag) && !parts_.stands_alone(i, blocks_.back())) {
      if (stands_beside(i)) finish_piece(true);
      return;
    }
    finish_piece(true);
    blocks_.push_back(i);
  }

  void leave_blocks(uint32_t i) {
    while (blocks_.size() > 1 && dom_[blocks_.back()].end <= i) {
      finish_piece(true);
      blocks_.pop_back();
    }
  }

  // "<span>By Jane Doe</span><span>9 October</span>": parts of a line that a style sheet sets apart.
  [[nodiscard]] bool stands_beside(uint32_t i) const {
    const auto is_part = [](std::string_view tag) { return tag == "span" || tag == "a" || tag == "time"; };
    const Node& node = dom_[i];
    if (!piece_open_ || space_ || !is_part(node.tag) || dom_[blocks_.back()].tag != "div") return false;
    const uint32_t before = previous_sibling(i);
    return before != Dom::kNone && is_part(dom_[before].tag) &&
           (starts_with_capital(text_in(i)) || starts_with_figure(text_in(i))) && !parts_.dropped(before);
  }

  // The element right before, without text between.
  [[nodiscard]] uint32_t previous_sibling(uint32_t i) const {
    uint32_t at = i - 1;
    while (at > dom_[i].parent && dom_[at].parent != dom_[i].parent) at = dom_[at].parent;
    return at > dom_[i].parent && !dom_[at].is_text() ? at : Dom::kNone;
  }

  [[nodiscard]] static bool starts_with_figure(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
  }

  [[nodiscard]] std::string_view text_in(uint32_t i) const {
    for (uint32_t n = i + 1; n < dom_[i].end; ++n) {
      if (dom_[n].is_text()) return dom_[n].text;
    }
    return {};
  }

  void line_break() {
    const std::string_view block = dom_[blocks_.back()].tag;
    if (std::find(kOneLine.begin(), kOneLine.end(), block) != kOneLine.end()) {
      space_ = true;
      return;
    }
    // Two in a row, with nothing but white space between, part paragraphs.
    if (!piece_open_ || break_) return finish_piece(true);
    break_ = true;
    space_ = true;
  }

  // After a single line break a sentence may go on.
  [[nodiscard]] bool goes_on(UChar32 c) const {
    const std::string_view before(out_.text);
    return u_islower(c) != 0 && !ends_in_stop(before.substr(before.size() - std::min<size_t>(before.size(), 16)));
  }

  void add_text(uint32_t i) {
    const Node& node = dom_[i];
    TextAlignment source(page_, node.source);
    const bool in_link = i < link_end_;
    for (size_t at = 0; at < node.text.size();) {
      const size_t begin = at;
      const UChar32 c = next_code_point(node.text, at);
      const std::string_view character = node.text.substr(begin, at - begin);
      const Span from = source.next(character);
      if (c < 0 || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF) continue;  // soft hyphens and the like
      // In <pre> an empty line parts paragraphs.
      if (i < pre_end_ && c == '\n' && node.text.substr(at).starts_with('\n')) finish_piece(true);
      if (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && u_isUWhiteSpace(c) != 0)) {
        add_space(from);
      } else {
        if (break_ && !goes_on(c)) finish_piece(false);
        break_ = false;
        add_character(i, character, from, in_link);
      }
    }
  }

  void add_space(Span from) {
    if (!piece_open_) return;
    space_from_ =
        space_ && !space_from_.empty() ? Span{space_from_.begin, std::max(from.end, space_from_.begin)} : from;
    space_ = true;
  }

  void add_character(uint32_t text_node, std::string_view character, Span from, bool in_link) {
    if (!piece_open_) {
      if (!out_.text.empty()) out_.text += '\n';
      piece_ = PagePiece{.text = {}, .node = blocks_.back(), .first_text_node = text_node, .group = group_};
      piece_.text.begin = static_cast<uint32_t>(out_.text.size());
      piece_open_ = true;
    } else if (space_) {
      put(" ", space_from_);
    }
    space_ = false;
    space_from_ = {};
    put(character, from);
    ++piece_.characters;
    piece_.link_characters += in_link;
  }

  void put(std::string_view bytes, Span from) {
    const auto at = static_cast<uint32_t>(out_.text.size());
    out_.text += bytes;
    if (!from.empty()) out_.origin.add({at, at + static_cast<uint32_t>(bytes.size())}, from.begin, from.end);
  }

  void finish_piece(bool new_group) {
    if (piece_open_) {
      piece_.text.end = static_cast<uint32_t>(out_.text.size());
      drop_separators();
      if (!piece_.text.empty()) out_.pieces.push_back(piece_);
    }
    piece_open_ = false;
    break_ = false;
    space_ = false;
    space_from_ = {};
    group_ += new_group;
  }

  // "Jane Doe |" beside a date: signs between the parts of a line, where these are pieces.
  void drop_separators() {
    constexpr std::array<std::string_view, 4> kSeparators = {" ", "|", "•", "·"};
    const std::string_view text(out_.text);
    for (bool cut = true; cut;) {
      cut = false;
      for (const std::string_view sign : kSeparators) {
        if (!piece_.text.in(text).ends_with(sign)) continue;
        piece_.text.end -= static_cast<uint32_t>(sign.size());
        cut = true;
      }
    }
    for (const std::string_view sign : {"| ", "· "}) {
      if (piece_.text.in(text).starts_with(sign)) piece_.text.begin += static_cast<uint32_t>(sign.size());
    }
  }

  const Dom& dom_;
  const PageParts& parts_;
  std::string_view page_;
  PageText out_;
  std::vector<uint32_t> blocks_{0};
  uint32_t link_end_ = 0;
  uint32_t pre_end_ = 0;
  uint32_t group_ = 0;
  PagePiece piece_;
  bool piece_open_ = false;
  bool break_ = false;  // a single <br>, not known yet to part anything
  bool space_ = false;
  Span space_from_;
};

}  // namespace

PageText read_page_text(const Dom& dom, const PageParts& parts, std::string_view page) {
  return Reader(dom, parts, page).run();
}

}  // namespace onrecord::ingest
