#include "ingest/article.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/article_end.h"
#include "ingest/byline.h"
#include "ingest/container.h"
#include "ingest/dates.h"
#include "ingest/headline.h"
#include "ingest/lexicon.h"
#include "ingest/picture.h"
#include "ingest/piece_looks.h"
#include "ingest/side_boxes.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr double kLeastWeight = 30;      // of a report
constexpr double kLeastUnderTitle = 15;  // of a report whose headline is the title of the page
constexpr double kLikeTitle = 0.7;       // likeness of a headline that is it
constexpr double kNoScrap = 150;         // weight of what is no scrap, however large the page
constexpr double kScrap = 0.15;          // of the characters of the page
constexpr double kSomeWeight = 10;       // of a paragraph with which the text begins
constexpr size_t kHead = 8;              // pieces before the headline that may belong to it
constexpr size_t kFront = 14;            // pieces before the text where there is no headline
constexpr size_t kNearHeadline = 4;      // pieces behind it in which two names are a byline
constexpr uint32_t kLongestDeck = 450;   // characters
constexpr uint32_t kSurelyText = 80;     // characters of a paragraph before the body
constexpr size_t kLeastDeckWords = 5;
constexpr size_t kMostLabelWords = 4;
constexpr uint32_t kLongestCell = 200;  // characters in a cell of a table of data, and …
constexpr uint32_t kMeanCell = 60;      // … on average
constexpr size_t kGallery = 3;          // captions behind the text

class Finder {
 public:
  Finder(const Dom& dom, const PageParts& parts, const PageText& text, const PageMetadata& metadata)
      : dom_(dom),
        parts_(parts),
        text_(text),
        metadata_(metadata),
        weights_(dom, parts, text),
        looks_(dom, parts, text, metadata, weights_) {}

  Article run() {
    const auto headline = find_headline(dom_, parts_, text_, weights_, metadata_.title);
    if (headline) {
      headline_ = headline->piece;
      headline_words_ = fold(words(*headline_));
    }
    where_ = find_container(dom_, parts_, text_, weights_, headline_);
    find_range();
    const double weight = weights_.of_pieces(text_begin_, end_);
    const bool titled = headline && headline->like_title >= kLikeTitle;
    if (weight < (titled ? kLeastUnderTitle : kLeastWeight) || (!titled && is_scrap(weight))) return {};
    left_out_ = find_side_boxes(dom_, parts_, text_, weights_, metadata_, text_begin_, end_);
    find_deck();
    if (headline_) {
      add_head();
      add(*headline_, BlockKind::kHeadline);
    }
    for (size_t i = front_begin_; i < text_begin_; ++i) add_front(i);
    for (size_t i = text_begin_; i < end_; ++i) add_body(i);
    trim();
    out_.weight = 0;
    for (size_t i = text_begin_; i < end_; ++i) {
      if (weights_.is_prose(i)) out_.weight += text_.pieces[i].characters - text_.pieces[i].link_characters;
    }
    return std::move(out_);
  }

 private:
  void find_range();
  [[nodiscard]] bool is_scrap(double weight) const;
  void find_main_family();
  size_t end_of_like(size_t end);
  [[nodiscard]] size_t end_of_gallery(size_t end) const;
  void find_deck();
  void add(size_t i, std::optional<BlockKind> kind);
  void add_head();
  void add_front(size_t i);
  void add_body(size_t i);
  void trim();
  [[nodiscard]] bool is_data(uint32_t table);
  [[nodiscard]] bool byline_follows(size_t i) const;
  [[nodiscard]] bool heads_nothing(size_t i) const;
  [[nodiscard]] bool stands_in_box(size_t i) const;
  [[nodiscard]] bool is_under_picture(size_t i) const;
  // Shorter names for what single pieces are.
  [[nodiscard]] std::string_view words(size_t i) const { return looks_.words(i); }
  [[nodiscard]] bool is_list_item(size_t i) const { return looks_.is_list_item(i, where_.story); }

  const Dom& dom_;
  const PageParts& parts_;
  const PageText& text_;
  const PageMetadata& metadata_;
  TextWeights weights_;
  PieceLooks looks_;
  std::optional<uint32_t> headline_;
  std::string headline_words_;  // folded
  Container where_;
  size_t front_begin_ = 0;  // behind the headline
  size_t text_begin_ = 0;   // the first paragraph
  size_t end_ = 0;
  uint32_t main_family_ = Dom::kNone;  // of most of the paragraphs, and …
  std::string_view like_tag_;          // … what they are
  std::string_view like_class_;
  std::vector<bool> left_out_;
  std::vector<bool> decks_;
  std::unordered_map<uint32_t, bool> is_data_;
  Article out_;
};

void Finder::find_range() {
  const size_t story_end = weights_.end_piece(where_.story);
  front_begin_ = headline_ ? *headline_ + 1 : weights_.first_piece(where_.body);
  const size_t body_begin = std::max(front_begin_, weights_.first_piece(where_.body));
  const size_t body_end = std::max(body_begin, weights_.end_piece(where_.body));
  text_begin_ = body_begin;
  while (text_begin_ < body_end && weights_.of_piece(text_begin_) < kSomeWeight) ++text_begin_;
  if (text_begin_ == body_end) {
    end_ = text_begin_;
    return;
  }
  end_ = body_end;
  find_main_family();
  end_ = end_of_like(std::max(story_end, body_end));
  if (!headline_ && text_begin_ > front_begin_ + kFront) front_begin_ = text_begin_ - kFront;
  end_ = find_article_end(dom_, text_, weights_, text_begin_, end_, headline_words_);
}

// A line or two that the front page of a site has among its links.
bool Finder::is_scrap(double weight) const {
  if (weight >= kNoScrap) return false;
  uint64_t all = 0;
  uint64_t text = 0;
  for (size_t i = 0; i < text_.pieces.size(); ++i) {
    all += text_.pieces[i].characters;
    if (i >= text_begin_ && i < end_ && weights_.is_prose(i)) text += text_.pieces[i].characters;
  }
  return static_cast<double>(text) < kScrap * static_cast<double>(all);
}

void Finder::find_main_family() {
  std::unordered_map<uint32_t, double> weights;
  double most = 0;
  for (size_t i = text_begin_; i < end_; ++i) {
    double& weight = weights[weights_.family(i)];
    weight += weights_.of_piece(i);
    if (weight > most) {
      most = weight;
      main_family_ = weights_.family(i);
    }
  }
}

// Paragraphs behind the body that look like those in it: the same tag and class, in the same story.
size_t Finder::end_of_like(size_t end) {
  double most = 0;
  for (size_t i = text_begin_; i < end_; ++i) {
    if (weights_.family(i) != main_family_ || weights_.of_piece(i) <= most) continue;
    most = weights_.of_piece(i);
    like_tag_ = looks_.tag(i);
    like_class_ = dom_.attribute(text_.pieces[i].node, "class");
  }
  size_t out = end_;
  const std::string_view body_class = dom_.attribute(where_.body, "class");
  for (size_t i = end_; i < end; ++i) {
    if (weights_.of_piece(i) < kSomeWeight) continue;
    const uint32_t family = weights_.family(i);
    const bool like_paragraph = looks_.tag(i) == like_tag_ && !like_class_.empty() &&
                                dom_.attribute(text_.pieces[i].node, "class") == like_class_;
    const bool like_body = dom_[family].parent == dom_[where_.body].parent && !body_class.empty() &&
                           dom_.attribute(family, "class") == body_class;
    if (like_paragraph || like_body) out = i + 1;
  }
  return std::max(out, end_of_gallery(end));
}

// Pictures behind the text, one after the other: their captions are most of the report.
size_t Finder::end_of_gallery(size_t end) const {
  size_t captions = 0;
  size_t out = end_;
  for (size_t i = end_; i < end; ++i) {
    const auto kind = looks_.said_kind(i);
    if (looks_.is_link(i) || (kind != BlockKind::kCaption && kind != BlockKind::kCredit)) continue;
    captions += kind == BlockKind::kCaption;
    out = i + 1;
  }
  return captions >= kGallery ? out : end_;
}

// The deck is named so and stands apart from the paragraphs or before the byline, or it is the first line under the
// headline that is long enough and nothing else.
void Finder::find_deck() {
  decks_.resize(text_.pieces.size());
  // A first paragraph that stands before the byline, or is named so and unlike the others, is a deck.
  size_t begin = text_begin_;
  for (size_t i = text_begin_; i < end_; ++i) {
    if (weights_.of_piece(i) < kSomeWeight) continue;
    begin = i;
    if (text_.pieces[i].characters > kLongestDeck) break;
    const bool named = looks_.is_deck_named(i) && (weights_.family(i) != main_family_ || looks_.tag(i) != like_tag_);
    if (!named && !(i == text_begin_ && byline_follows(i))) break;
  }
  if (weights_.of_pieces(begin, end_) > 0) text_begin_ = begin;
  bool found = false;
  for (size_t i = front_begin_; i < text_begin_; ++i) {
    const auto kind = looks_.said_kind(i);
    if (left_out_[i] || looks_.is_link(i) || text_.pieces[i].characters > kLongestDeck) continue;
    if (looks_.front_kind(i) && kind != BlockKind::kSubheading) {
      found |= kind != BlockKind::kCaption && kind != BlockKind::kCredit;  // behind byline and date only what is named
      continue;
    }
    const bool like_a_deck = !found && headline_ && split_words(words(i)).size() >= kLeastDeckWords && !is_list_item(i);
    if (!looks_.is_deck_named(i) && !like_a_deck) continue;
    decks_[i] = true;
    found = true;
  }
}

// One of the next two lines is a byline or a full date.
bool Finder::byline_follows(size_t i) const {
  for (size_t next = i + 1; next < std::min(i + 3, end_); ++next) {
    const auto kind = looks_.front_kind(next);
    if (kind == BlockKind::kByline || (kind == BlockKind::kDateline && find_full_date(words(next)))) return true;
  }
  return false;
}

// A table of data has short cells, several to a row, and no table in it.
bool Finder::is_data(uint32_t table) {
  const auto [at, is_new] = is_data_.try_emplace(table, false);
  if (!is_new) return at->second;
  const size_t first = weights_.first_piece(table);
  const size_t last = weights_.end_piece(table);
  if (last - first < 2 || first < front_begin_ || last > end_) return false;
  uint64_t characters = 0;
  bool row_of_several = false;
  for (size_t i = first; i < last; ++i) {
    const PagePiece& piece = text_.pieces[i];
    if (parts_.table_around(piece.node) != table || piece.characters > kLongestCell) return false;
    characters += piece.characters;
    const uint32_t row = parts_.row_around(piece.node);
    row_of_several |= i > first && row != Dom::kNone && row == parts_.row_around(text_.pieces[i - 1].node) &&
                      piece.node != text_.pieces[i - 1].node;
  }
  at->second = row_of_several && characters <= kMeanCell * (last - first);
  return at->second;
}

void Finder::add(size_t i, std::optional<BlockKind> kind) {
  ArticlePiece piece{.piece = static_cast<uint32_t>(i), .kind = kind};
  const PagePiece& source = text_.pieces[i];
  if (kind == BlockKind::kEmbed) piece.join = parts_.embed_around(source.first_text_node);
  if (kind == BlockKind::kTable) {
    piece.join = parts_.table_around(source.node);
    piece.row = parts_.row_around(source.node);
  }
  out_.pieces.push_back(piece);
}

// What stands before the headline and belongs to it.
void Finder::add_head() {
  const size_t first = *headline_ > kHead ? *headline_ - kHead : 0;
  for (size_t i = first; i < *headline_; ++i) {
    const bool in_story = i >= weights_.first_piece(where_.story);
    const bool next_to = *headline_ - i <= 2;
    if (looks_.is_link(i) || !looks_.has_words(i) || (!in_story && !next_to)) continue;
    const auto kind = looks_.front_kind(i);
    const bool dated = kind == BlockKind::kDateline && find_full_date(words(i)).has_value();
    const bool pictured = in_story && (kind == BlockKind::kCaption || kind == BlockKind::kCredit);
    const bool stamped = in_story && kind == BlockKind::kDateline;
    const bool same_head = weights_.family(i) == weights_.family(*headline_) && next_to;
    if (dated || pictured || stamped) {
      add(i, kind);
    } else if (same_head && in_story && !kind && text_.pieces[i].link_characters == 0 &&
               split_words(words(i)).size() >= kLeastDeckWords) {
      add(i, BlockKind::kSubheading);
    }
  }
}

void Finder::add_front(size_t i) {
  if (left_out_[i] || !looks_.has_words(i)) return;
  if (const auto kind = looks_.said_kind(i); kind == BlockKind::kEmbed) return add(i, kind);
  const auto kind = looks_.front_kind(i);
  const bool may_link = kind == BlockKind::kByline || kind == BlockKind::kDateline;
  if (kind && (may_link || !looks_.is_link(i))) return add(i, kind);
  if (looks_.is_link(i)) return;
  if (decks_[i]) return add(i, BlockKind::kSubheading);
  const uint32_t table = parts_.table_around(text_.pieces[i].node);
  if (table != Dom::kNone && is_data(table)) return add(i, BlockKind::kTable);
  if (is_list_item(i) && split_words(words(i)).size() >= 3) return add(i, BlockKind::kList);
  if (is_under_picture(i)) return add(i, is_credit(words(i)) ? BlockKind::kCredit : BlockKind::kCaption);
  if (weights_.of_piece(i) >= kSomeWeight && text_.pieces[i].characters >= kSurelyText) return add(i, std::nullopt);
  // The title of the first entry of a live page.
  const bool in_body = i >= weights_.first_piece(where_.body);
  if (in_body && heading_level(looks_.tag(i)) > 1 && !heads_nothing(i)) return add(i, BlockKind::kSubheading);
  // Two names under the headline are a byline, unless there is one already; without a headline the first line is it.
  const bool near = !headline_ || i <= *headline_ + kNearHeadline;
  const bool first = std::none_of(out_.pieces.begin(), out_.pieces.end(),
                                  [](const ArticlePiece& p) { return p.kind == BlockKind::kByline; });
  if (near && first && heading_level(looks_.tag(i)) == 0 && may_be_bare_byline(words(i)))
    return add(i, BlockKind::kByline);
  if (!headline_ && out_.pieces.empty() && !ends_in_stop(words(i))) return add(i, BlockKind::kHeadline);
}

void Finder::add_body(size_t i) {
  const std::string_view line = words(i);
  if (left_out_[i] || !looks_.has_words(i)) return;
  const uint32_t table = parts_.table_around(text_.pieces[i].node);
  if (table != Dom::kNone && is_data(table)) return add(i, BlockKind::kTable);
  auto kind = looks_.said_kind(i);
  if (kind == BlockKind::kEmbed || kind == BlockKind::kCaption || kind == BlockKind::kCredit) {
    return add(i, kind == BlockKind::kCredit && is_byline(line) ? BlockKind::kByline : kind);
  }
  if (headline_ && fold(line) == headline_words_) return;
  if (kind == BlockKind::kByline || kind == BlockKind::kDateline) {
    kind = looks_.front_kind(i);
    if (kind) return add(i, kind);
  }
  if (kind == BlockKind::kSubheading) return heads_nothing(i) ? void() : add(i, kind);
  if (is_list_item(i)) return add(i, BlockKind::kList);
  if (looks_.is_deck_named(i) && !weights_.is_prose(i)) return add(i, BlockKind::kSubheading);
  if (is_under_picture(i)) return add(i, is_credit(line) ? BlockKind::kCredit : BlockKind::kCaption);
  if (stands_in_box(i) || (line.size() <= 3 && is_date_line(line))) return;
  add(i, std::nullopt);
}

// A heading of links that are left out.
bool Finder::heads_nothing(size_t i) const {
  if (i + 1 >= end_ || !left_out_[i + 1]) return false;
  const std::string line = fold(words(i));
  return weights_.family(i) != main_family_ || lexicon().page_tails.matches(line) || lexicon().rubrics.matches(line);
}

// Short lines in boxes without a paragraph: labels of players, adverts and counters.
bool Finder::stands_in_box(size_t i) const {
  const std::string_view line = words(i);
  if (weights_.is_prose(i) || ends_in_stop(line) || split_words(line).size() > kMostLabelWords) return false;
  const auto holds_text = [&](uint32_t node) {
    return node == main_family_ || weights_.of_pieces(weights_.first_piece(node), weights_.end_piece(node)) > 0;
  };
  const uint32_t family = weights_.family(i);
  const uint32_t around = dom_[family].parent;
  // An entry of a live page has its time in a head of its own.
  const bool in_entry = around != where_.body && around > where_.body && holds_text(around);
  return !holds_text(family) && !in_entry;
}

// A caption that nothing but the picture above tells.
bool Finder::is_under_picture(size_t i) const {
  const bool paragraph = weights_.is_prose(i) && looks_.tag(i) == like_tag_;
  return weights_.family(i) != main_family_ && !paragraph && looks_.has_picture_above(i);
}

// Lines at the end that are no sentences and of no kind: signs, counters, the name of the sender, notices.
void Finder::trim() {
  while (!out_.pieces.empty()) {
    const ArticlePiece& last = out_.pieces.back();
    if (last.kind && last.kind != BlockKind::kSubheading && last.kind != BlockKind::kDateline) return;
    if (last.kind == BlockKind::kSubheading && last.piece < text_begin_) return;
    if (last.piece < text_begin_) return;
    const std::string_view line = words(last.piece);
    const bool legal = weights_.family(last.piece) != main_family_ && lexicon().page_legal.matches(fold(line));
    const bool small = looks_.is_small_print(last.piece) && !looks_.is_small_print(text_begin_);
    const bool notice = (legal || small || looks_.is_appeal(last.piece)) && !is_byline(line);
    if (!last.kind && !notice && (ends_in_stop(line) || is_byline(line) || weights_.is_prose(last.piece))) return;
    out_.pieces.pop_back();
  }
}

}  // namespace

Article find_article(const Dom& dom, const PageParts& parts, const PageText& text, const PageMetadata& metadata) {
  if (text.pieces.empty()) return {};
  return Finder(dom, parts, text, metadata).run();
}

}  // namespace onrecord::ingest
