#include "ingest/container.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kShortestText = 25;  // characters of a piece that weighs anything
constexpr double kMostLinks = 0.4;      // share of a piece's characters
constexpr double kWithoutStop = 0.4;    // what a piece without a final stop weighs beside one with
constexpr double kInList = 0.5;
constexpr double kNearlyAll = 0.75;  // share of the weight that the child must hold to go down into it …
constexpr double kMostOfIt = 0.5;    // … if it is called an article, or is marked as the article's body
constexpr double kMuchAlike = 0.1;   // … unless others like it hold more than this share
constexpr std::array<std::string_view, 12> kHolders = {"div",   "section", "article", "main", "body", "center",
                                                       "table", "tbody",   "tr",      "td",   "form", "span"};

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

double weigh(const Dom& dom, const PageText& text, const PagePiece& p) {
  const std::string_view tag = dom[p.node].tag;
  if (p.characters < kShortestText || p.link_share() > kMostLinks || is_heading(tag) || tag == "figcaption") return 0;
  double weight = p.characters - p.link_characters;
  if (!ends_in_stop(p.text.in(text.text))) weight *= kWithoutStop;
  if (tag == "li" || tag == "dd" || tag == "dt") weight *= kInList;
  return weight;
}

bool are_alike(const Dom& dom, uint32_t a, uint32_t b) {
  return dom[a].tag == dom[b].tag && dom.attribute(a, "class") == dom.attribute(b, "class");
}

}  // namespace

TextWeights::TextWeights(const Dom& dom, const PageText& text) : dom_(dom), before_{0} {
  for (const PagePiece& p : text.pieces) {
    position_.push_back(p.first_text_node);
    before_.push_back(before_.back() + weigh(dom, text, p));
  }
}

size_t TextWeights::first_piece(uint32_t node) const {
  return static_cast<size_t>(std::lower_bound(position_.begin(), position_.end(), node) - position_.begin());
}

size_t TextWeights::end_piece(uint32_t node) const {
  return static_cast<size_t>(std::lower_bound(position_.begin(), position_.end(), dom_[node].end) - position_.begin());
}

double TextWeights::of_element(uint32_t node) const {
  return before_[end_piece(node)] - before_[first_piece(node)];
}

namespace {

// The child with most of the weight, and how much stands in others of its kind, as the entries of a live page do.
struct Heaviest {
  uint32_t node = Dom::kNone;
  double weight = 0;
  double alike = 0;
};

Heaviest heaviest_child(const Dom& dom, const PageParts& parts, const TextWeights& weights, uint32_t parent) {
  Heaviest best;
  std::vector<std::pair<uint32_t, double>> children;
  for (uint32_t child = parent + 1; child < dom[parent].end; child = dom[child].end) {
    if (dom[child].is_text() || parts.dropped(child)) continue;
    children.emplace_back(child, weights.of_element(child));
    if (children.back().second > best.weight) best = {child, children.back().second, 0};
  }
  for (const auto& [child, weight] : children) {
    if (child != best.node && weight > 0 && are_alike(dom, child, best.node)) best.alike += weight;
  }
  return best;
}

}  // namespace

uint32_t find_container(const Dom& dom, const PageParts& parts, const TextWeights& weights) {
  const double all = weights.of_element(0);
  for (uint32_t i = 0; i < dom.size(); ++i) {
    if (dom[i].is_text() || dom.attribute(i, "itemprop") != "articleBody") continue;
    if (weights.of_element(i) >= kMostOfIt * all) return i;
  }
  uint32_t at = 0;
  while (true) {
    const Heaviest heaviest = heaviest_child(dom, parts, weights, at);
    const uint32_t best = heaviest.node;
    if (best == Dom::kNone) return at;
    const std::string_view tag = dom[best].tag;
    const double all_here = weights.of_element(at);
    const bool one_of_many = heaviest.alike > kMuchAlike * all_here;
    const bool called_article = tag == "article" || tag == "main" || parts.is_article_body(best);
    const double enough = called_article && !one_of_many ? kMostOfIt : kNearlyAll;
    const bool holder =
        std::find(kHolders.begin(), kHolders.end(), tag) != kHolders.end() || tag == "html" || tag == "#other";
    if (!holder || heaviest.weight < enough * all_here) return at;
    if (weights.end_piece(best) - weights.first_piece(best) < 2) return at;
    at = best;
  }
}

}  // namespace onrecord::ingest
