#include "ingest/piece_looks.h"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>

#include "ingest/byline.h"
#include "ingest/code_points.h"
#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr double kAllLink = 0.8;
constexpr size_t kMostBylineWords = 25;
constexpr size_t kMostAuthorWords = 12;    // of a line that names an author and nobody calls a byline
constexpr size_t kMostDateWords = 8;       // of a line with a full date in it and little else
constexpr size_t kShortestDate = 4;        // bytes: a bare number is no date
constexpr uint32_t kLongestCaption = 350;  // characters of a line under a picture that nothing else tells
constexpr uint32_t kLargestFigure = 60;    // nodes

}  // namespace

bool PieceLooks::has_words(size_t i) const {
  const std::string_view text = words(i);
  for (size_t at = 0; at < text.size();) {
    if (u_isalnum(next_code_point(text, at)) != 0) return true;
  }
  return false;
}

bool PieceLooks::is_link(size_t i) const {
  return text_.pieces[i].link_share() >= kAllLink;
}

std::optional<BlockKind> PieceLooks::said_kind(size_t i) const {
  return parts_.kind_of(text_.pieces[i].first_text_node, text_.pieces[i].characters);
}

std::optional<BlockKind> PieceLooks::front_kind(size_t i) const {
  const std::string_view line = words(i);
  const size_t count = split_words(line).size();
  const bool stop = ends_in_stop(line);
  if (line.size() >= kShortestDate && is_date_line(line)) return BlockKind::kDateline;
  if (count <= kMostDateWords && !stop && find_full_date(line)) return BlockKind::kDateline;
  if (is_byline(line)) return BlockKind::kByline;
  const auto kind = said_kind(i);
  if (kind == BlockKind::kDateline && line.find_first_of("0123456789") != std::string_view::npos) return kind;
  if (kind == BlockKind::kCaption || kind == BlockKind::kCredit) return kind;
  if (count > kMostBylineWords || stop) return std::nullopt;
  if (kind == BlockKind::kByline && line.find_first_of("0123456789@") == std::string_view::npos) return kind;
  if (count <= kMostAuthorWords && names_author(i)) return BlockKind::kByline;
  return std::nullopt;
}

// One of those whom the page names as its authors elsewhere.
bool PieceLooks::names_author(size_t i) const {
  constexpr size_t kShortestName = 5;
  const std::string line = fold(words(i));
  return std::any_of(metadata_.authors.begin(), metadata_.authors.end(), [&](const std::string& author) {
    return author.size() >= kShortestName && line.find(fold(author)) != std::string::npos;
  });
}

bool PieceLooks::is_deck_named(size_t i) const {
  uint32_t node = dom_[text_.pieces[i].first_text_node].parent;
  for (int up = 0; up < 3 && node != 0 && weights_.pieces_in(node) == 1; ++up, node = dom_[node].parent) {
    if (parts_.is_deck(node)) return true;
  }
  return false;
}

bool PieceLooks::is_list_item(size_t i, uint32_t within) const {
  const uint32_t item = parts_.list_item_around(text_.pieces[i].node);
  if (item == Dom::kNone || item < within) return false;
  return item == text_.pieces[i].node || weights_.pieces_in(item) == 1;
}

bool PieceLooks::has_picture_above(size_t i) const {
  const PagePiece& piece = text_.pieces[i];
  if (piece.characters > kLongestCaption || is_link(i) || heading_level(tag(i)) > 0) return false;
  const auto is_byline_beside = [&](size_t other) { return other != i && front_kind(other) == BlockKind::kByline; };
  for (uint32_t node = piece.node; node != 0 && weights_.pieces_in(node) <= 2; node = dom_[node].parent) {
    if (dom_[node].end - node > kLargestFigure) return false;
    if (is_byline_beside(weights_.first_piece(node)) || is_byline_beside(weights_.end_piece(node) - 1)) return false;
    for (uint32_t n = node + 1; n < piece.first_text_node; ++n) {
      if (dom_[n].tag == "img" || dom_[n].tag == "picture") return true;
    }
  }
  return false;
}

bool PieceLooks::is_small_print(size_t i) const {
  uint32_t node = dom_[text_.pieces[i].first_text_node].parent;
  for (int up = 0; up < 4 && node != 0 && weights_.pieces_in(node) <= 2; ++up, node = dom_[node].parent) {
    if (dom_[node].tag == "small") return true;
    if (dom_[node].tag == "font" && dom_.attribute(node, "size").starts_with('-')) return true;
  }
  return false;
}

bool PieceLooks::is_appeal(size_t i) const {
  if (!lexicon().page_appeals.matches(fold(words(i)))) return false;
  if (text_.pieces[i].link_characters > 0) return true;
  const std::string_view around = dom_[dom_[text_.pieces[i].first_text_node].parent].tag;
  return around == "em" || around == "i";
}

}  // namespace onrecord::ingest
