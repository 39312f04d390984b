#include "ingest/container.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "ingest/lexicon.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kLeastProse = 50;    // characters outside links, white space aside
constexpr uint32_t kSurelyProse = 140;  // so many need no stop
constexpr uint32_t kLeastLink = 15;     // characters of a link that leads to a report
constexpr double kAllLink = 0.8;
constexpr std::array<double, 3> kCompany = {0.35, 0.8, 1.0};  // for one, two, three or more paragraphs of a family
constexpr double kTeaser = 0.02;
constexpr double kLegal = 0.15;
constexpr uint32_t kLongestLegal = 1500;  // bytes that are looked through for the words of notices
constexpr size_t kLargestCard = 6;        // pieces before the text of a teaser
constexpr double kEnough = 150;           // weight with which the way up from the headline ends
constexpr double kHalf = 0.5;
constexpr double kNearlyAll = 0.9;
constexpr double kMostForAMark = 0.65;

bool is_link(const PagePiece& piece) {
  return piece.link_share() >= kAllLink && piece.characters >= kLeastLink;
}

bool looks_like_prose(const Dom& dom, const PageParts& parts, const PageText& text, const PagePiece& piece) {
  const uint32_t own = piece.characters - piece.link_characters;
  if (own < kLeastProse || piece.link_share() >= kHalf || heading_level(dom[piece.node].tag) > 0) return false;
  const std::string_view words = piece.text.in(text.text);
  if (own < kSurelyProse && !ends_in_stop(words) && !words.ends_with(':')) return false;
  const auto kind = parts.kind_of(piece.first_text_node, piece.characters);
  return !kind || (*kind == BlockKind::kByline && ends_in_stop(words));
}

// What the pieces of one family are.
struct Family {
  uint32_t paragraphs = 0;
  uint32_t headings_that_link = 0;
  size_t first_paragraph = 0;
};

}  // namespace

TextWeights::TextWeights(const Dom& dom, const PageParts& parts, const PageText& text)
    : dom_(dom),
      parts_(parts),
      prose_(text.pieces.size()),
      family_(text.pieces.size()),
      pieces_before_(dom.size() + 1),
      before_(text.pieces.size() + 1) {
  for (const PagePiece& piece : text.pieces) ++pieces_before_[piece.first_text_node + 1];
  for (size_t i = 1; i < pieces_before_.size(); ++i) pieces_before_[i] += pieces_before_[i - 1];
  for (size_t i = 0; i < text.pieces.size(); ++i) prose_[i] = looks_like_prose(dom, parts, text, text.pieces[i]);
  find_families(text);
  weigh(text);
}

// No element is climbed twice, for it holds one piece only.
void TextWeights::find_families(const PageText& text) {
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    uint32_t node = text.pieces[i].node;
    while (node != 0 && pieces_in(node) == 1 && dom_[node].tag != "body") node = dom_[node].parent;
    family_[i] = node;
  }
}

void TextWeights::weigh(const PageText& text) {
  std::unordered_map<uint32_t, Family> families;
  std::vector<uint32_t> links_before(text.pieces.size() + 1);
  std::vector<uint32_t> headings_before(text.pieces.size() + 1);
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    const PagePiece& piece = text.pieces[i];
    Family& family = families[family_[i]];
    if (prose_[i] && family.paragraphs++ == 0) family.first_paragraph = i;
    links_before[i + 1] = links_before[i] + is_link(piece);
    headings_before[i + 1] = headings_before[i] + (heading_level(dom_[piece.node].tag) > 0 && !is_link(piece));
  }
  // A line that is a link and stands in an element like the paragraphs' ("Read more: …") is no heading.
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    Family& family = families[family_[i]];
    if (!is_link(text.pieces[i]) || family.paragraphs == 0) continue;
    const uint32_t node = text.pieces[i].node;
    const uint32_t paragraph = text.pieces[family.first_paragraph].node;
    family.headings_that_link +=
        dom_[node].tag != dom_[paragraph].tag || dom_.attribute(node, "class") != dom_.attribute(paragraph, "class");
  }
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    const PagePiece& piece = text.pieces[i];
    double weight = prose_[i] ? piece.characters - piece.link_characters : 0;
    if (weight > 0) {
      const Family& family = families[family_[i]];
      weight *= kCompany[std::min<size_t>(family.paragraphs, kCompany.size()) - 1];
      const size_t card = first_piece(family_[i]);
      const size_t text_begins = family.first_paragraph;
      const bool is_card = family.paragraphs < kCompany.size() && text_begins - card <= kLargestCard &&
                           links_before[text_begins] > links_before[card] &&
                           headings_before[text_begins] == headings_before[card];
      if (is_card || family.headings_that_link * 2 > family.paragraphs) weight *= kTeaser;
      const std::string_view words = piece.text.in(text.text);
      if (words.size() <= kLongestLegal && lexicon().page_legal.matches(fold(words))) weight *= kLegal;
    }
    before_[i + 1] = before_[i] + weight;
  }
}

double TextWeights::of_element(uint32_t node, size_t from) const {
  return of_pieces(std::max(first_piece(node), from), end_piece(node));
}

namespace {

class Search {
 public:
  Search(const Dom& dom, const PageParts& parts, const PageText& text, const TextWeights& weights,
         std::optional<uint32_t> headline)
      : dom_(dom),
        parts_(parts),
        text_(text),
        weights_(weights),
        headline_(headline),
        from_(headline ? *headline + 1 : 0) {}

  Container run() {
    Container found;
    found.story = headline_ ? climb(text_.pieces[*headline_].node) : body_element();
    found.body = descend(found.story);
    if (const uint32_t marked = marked_body(found.story); marked != Dom::kNone) found.body = marked;
    return found;
  }

 private:
  [[nodiscard]] uint32_t body_element() const {
    for (uint32_t i = 0; i < dom_.size(); ++i) {
      if (dom_[i].tag == "body") return i;
    }
    return 0;
  }

  [[nodiscard]] double of(uint32_t node) const { return weights_.of_element(node, from_); }

  [[nodiscard]] uint32_t climb(uint32_t node) const {
    const double all = of(0);
    while (node != 0 && dom_[node].tag != "body" && of(node) < kEnough && of(node) < kHalf * all) {
      node = dom_[node].parent;
    }
    const uint32_t article = parts_.article_around(text_.pieces[*headline_].node);
    if (article != Dom::kNone && article < node && dom_[article].end >= dom_[node].end) return article;
    return node;
  }

  [[nodiscard]] uint32_t descend(uint32_t node) const {
    while (true) {
      uint32_t heaviest = Dom::kNone;
      for (uint32_t child = node + 1; child < dom_[node].end; child = dom_[child].end) {
        if (dom_[child].is_text() || parts_.dropped(child)) continue;
        if (heaviest == Dom::kNone || of(child) > of(heaviest)) heaviest = child;
      }
      if (heaviest == Dom::kNone || of(heaviest) < kNearlyAll * of(node)) return node;
      if (weights_.pieces_in(heaviest) <= 1) return node;
      node = heaviest;
    }
  }

  // The innermost element of the story that calls itself the body and holds most of its weight.
  [[nodiscard]] uint32_t marked_body(uint32_t story) const {
    uint32_t best = Dom::kNone;
    for (uint32_t i = story; i < dom_[story].end; ++i) {
      if (dom_[i].is_text() || !parts_.is_article_body(i)) continue;
      const double weight = of(i);
      if (weight < kMostForAMark * of(story) || weight <= 0 || weights_.pieces_in(i) <= 1) continue;
      if (best == Dom::kNone || weight >= kNearlyAll * of(best)) best = i;
    }
    return best;
  }

  const Dom& dom_;
  const PageParts& parts_;
  const PageText& text_;
  const TextWeights& weights_;
  std::optional<uint32_t> headline_;
  size_t from_;
};

}  // namespace

Container find_container(const Dom& dom, const PageParts& parts, const PageText& text, const TextWeights& weights,
                         std::optional<uint32_t> headline) {
  return Search(dom, parts, text, weights, headline).run();
}

}  // namespace onrecord::ingest
