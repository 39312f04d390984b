#include "ingest/container.h"

#include <algorithm>
#include <array>

#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kShortestText = 25;    // characters of a piece that weighs anything
constexpr double kMostLinks = 0.4;        // share of a piece's characters
constexpr double kWithoutStop = 0.4;      // what a piece without a final stop weighs beside one with
constexpr double kInList = 0.5;
constexpr double kNearlyAll = 0.75;       // share of the weight that the child must hold to go down into it …
constexpr double kMostOfIt = 0.5;         // … if it is called an article, or is marked as the article's body
constexpr std::array<std::string_view, 12> kHolders = {"div",   "section", "article", "main",  "body", "center",
                                                       "table", "tbody",   "tr",      "td",    "form", "span"};

bool is_heading(std::string_view tag) { return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'; }

double weigh(const Dom& dom, const PageText& text, const PagePiece& p) {
  const std::string_view tag = dom[p.node].tag;
  if (p.characters < kShortestText || p.link_share() > kMostLinks || is_heading(tag) || tag == "figcaption") return 0;
  double weight = p.characters - p.link_characters;
  if (!ends_in_stop(p.text.in(text.text))) weight *= kWithoutStop;
  if (tag == "li" || tag == "dd" || tag == "dt") weight *= kInList;
  return weight;
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

double TextWeights::of_element(uint32_t node) const { return before_[end_piece(node)] - before_[first_piece(node)]; }

uint32_t find_container(const Dom& dom, const PageParts& parts, const TextWeights& weights) {
  const double all = weights.of_element(0);
  for (uint32_t i = 0; i < dom.size(); ++i) {
    if (dom[i].is_text() || dom.attribute(i, "itemprop") != "articleBody") continue;
    if (weights.of_element(i) >= kMostOfIt * all) return i;
  }
  uint32_t at = 0;
  while (true) {
    uint32_t best = at;
    double most = 0;
    for (uint32_t child = at + 1; child < dom[at].end; child = dom[child].end) {
      if (dom[child].is_text() || parts.dropped(child)) continue;
      const double weight = weights.of_element(child);
      if (weight > most) {
        most = weight;
        best = child;
      }
    }
    if (best == at) return at;
    const std::string_view tag = dom[best].tag;
    const bool named = tag == "article" || tag == "main" || parts.is_article_body(best);
    const bool holder = std::find(kHolders.begin(), kHolders.end(), tag) != kHolders.end() || tag == "html" || tag == "#other";
    if (!holder || most < (named ? kMostOfIt : kNearlyAll) * weights.of_element(at)) return at;
    if (weights.end_piece(best) - weights.first_piece(best) < 2) return at;
    at = best;
  }
}

}  // namespace onrecord::ingest
