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
    // A date beside a byline is a piece of its own.
    const bool date = node.tag == "time" && dom_[blocks_.back()].tag != "p" && dom_[blocks_.back()].tag != "li";
    if (!is_block(node.tag) && !date) return;
    finish_piece(true);
    blocks_.push_back(i);
  }

  void leave_blocks(uint32_t i) {
    while (blocks_.size() > 1 && dom_[blocks_.back()].end <= i) {
      finish_piece(true);
      blocks_.pop_back();
    }
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
      out_.pieces.push_back(piece_);
    }
    piece_open_ = false;
    break_ = false;
    space_ = false;
    space_from_ = {};
    group_ += new_group;
  }

  const Dom& dom_;
  const PageParts& parts_;
  std::string_view page_;
  PageText out_;
  std::vector<uint32_t> blocks_{0};
  uint32_t link_end_ = 0;
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
