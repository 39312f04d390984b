#include "ingest/side_boxes.h"

#include <algorithm>

#include "ingest/byline.h"
#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/wording.h"
#include "ingest/word_runs.h"

namespace onrecord::ingest {
namespace {

constexpr double kAllLink = 0.8;
constexpr double kMostlyLink = 0.5;
constexpr uint32_t kLeadsElsewhere = 15;  // characters of a link
constexpr uint32_t kLongestLead = 160;    // characters of "Read more: …"
constexpr size_t kLargestBox = 4;         // pieces
constexpr uint32_t kLongestBox = 500;     // characters
constexpr double kSmallPart = 0.25;       // of the weight: a box is no more than that
constexpr double kRepeated = 0.6;         // of a pull quote's runs of words
constexpr size_t kLeastRuns = 4;
constexpr double kGiven = 0.7;        // of a paragraph's runs in the article's text as JSON-LD gives it …
constexpr double kMostlyGiven = 0.6;  // … and of the weight, for that text to be trusted

class Search {
 public:
  Search(const Dom& dom, const PageParts& parts, const PageText& text, const TextWeights& weights, size_t begin,
         size_t end)
      : dom_(dom), parts_(parts), text_(text), weights_(weights), begin_(begin), end_(end), out_(text.pieces.size()) {
    characters_before_.push_back(0);
    for (const PagePiece& piece : text.pieces)
      characters_before_.push_back(characters_before_.back() + piece.characters);
  }

  std::vector<bool> run(std::string_view given) {
    for (size_t i = begin_; i < end_; ++i) {
      if (leads_elsewhere(i)) leave_out_box(i);
    }
    leave_out_forms();
    leave_out_repetitions();
    leave_out_not_given(given);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool leads_elsewhere(size_t i) const {
    const PagePiece& piece = text_.pieces[i];
    if (piece.link_characters == 0) return false;
    const auto kind = parts_.kind_of(piece.first_text_node, piece.characters);
    if (kind && *kind != BlockKind::kSubheading) return false;
    if (is_byline(piece.text.in(text_.text)) || is_date_line(piece.text.in(text_.text))) return false;
    if (piece.link_share() >= kAllLink) {
      return *(piece.text.in(text_.text).data()) != '@' && !links_to_itself(i);
    }
    if (piece.characters > kLongestLead || piece.link_share() < kMostlyLink) return false;
    const std::string line = fold(piece.text.in(text_.text));
    return !ends_in_stop(line) || lexicon().page_tails.matches(line) || lexicon().rubrics.matches(line);
  }

  // A heading with a mark to link to it.
  [[nodiscard]] bool links_to_itself(size_t i) const {
    const PagePiece& piece = text_.pieces[i];
    if (heading_level(dom_[piece.node].tag) == 0) return false;
    for (uint32_t n = piece.node; n < dom_[piece.node].end; ++n) {
      if (dom_[n].tag == "a" && !dom_.attribute(n, "href").empty()) return dom_.attribute(n, "href").front() == '#';
    }
    return true;
  }

  // The piece, and with it the box around it: the largest element that is small enough.
  void leave_out_box(size_t i) {
    out_[i] = true;
    const bool leads = text_.pieces[i].characters >= kLeadsElsewhere;
    uint32_t box = Dom::kNone;
    for (uint32_t node = text_.pieces[i].node; is_small(node); node = dom_[node].parent) {
      if (!leads && weights_.of_pieces(weights_.first_piece(node), weights_.end_piece(node)) > 0) break;
      box = node;
    }
    leave_out(box);
  }

  void leave_out(uint32_t box) {
    if (box == Dom::kNone) return;
    for (size_t i = std::max(weights_.first_piece(box), begin_); i < std::min(weights_.end_piece(box), end_); ++i) {
      out_[i] = true;
    }
  }

  [[nodiscard]] bool is_small(uint32_t node) const {
    const size_t first = weights_.first_piece(node);
    const size_t last = weights_.end_piece(node);
    if (node == 0 || dom_[node].tag == "body" || first < begin_ || last > end_) return false;
    if (last - first > kLargestBox || characters_before_[last] - characters_before_[first] > kLongestBox) return false;
    return weights_.of_pieces(first, last) <= kSmallPart * weights_.of_pieces(begin_, end_);
  }

  // A field to write in, and the words around it.
  void leave_out_forms() {
    uint32_t done = 0;  // the end of the last box, so that its many fields are not climbed from one by one
    for (uint32_t i = 0; i < dom_.size(); ++i) {
      if (i < done) continue;
      if (dom_[i].tag != "input" && dom_[i].tag != "form" && dom_[i].tag != "textarea") continue;
      if (dom_.attribute(i, "type") == "hidden") continue;
      uint32_t box = Dom::kNone;
      for (uint32_t node = dom_[i].parent; is_small(node); node = dom_[node].parent) box = node;
      if (box != Dom::kNone) done = dom_[box].end;
      leave_out(box);
    }
  }

  // Quotations set large repeat the report; genuine ones do not.
  void leave_out_repetitions() {
    WordRuns runs;
    const auto quote = [&](size_t i) {
      const uint32_t around = parts_.quote_around(text_.pieces[i].first_text_node);
      return around != Dom::kNone && weights_.first_piece(around) >= begin_ && weights_.end_piece(around) <= end_;
    };
    for (size_t i = begin_; i < end_; ++i) {
      if (!quote(i) && weights_.is_prose(i)) runs.add(text_.pieces[i].text.in(text_.text));
    }
    for (size_t i = begin_; i < end_; ++i) {
      if (quote(i) && runs.share_of(text_.pieces[i].text.in(text_.text), kLeastRuns) >= kRepeated) out_[i] = true;
    }
  }

  // Paragraphs that the article's own text leaves out, between such as it gives.
  void leave_out_not_given(std::string_view given) {
    if (given.empty()) return;
    WordRuns runs;
    runs.add(given);
    std::vector<bool> is_given(end_ - begin_);
    double weight = 0;
    size_t first = end_;
    size_t last = begin_;
    for (size_t i = begin_; i < end_; ++i) {
      if (!weights_.is_prose(i) || runs.share_of(text_.pieces[i].text.in(text_.text), 1) < kGiven) continue;
      is_given[i - begin_] = true;
      weight += weights_.of_piece(i);
      first = std::min(first, i);
      last = i;
    }
    if (weight < kMostlyGiven * weights_.of_pieces(begin_, end_)) return;
    for (size_t i = first; i < last; ++i) {
      if (weights_.is_prose(i) && !is_given[i - begin_]) out_[i] = true;
    }
  }

  const Dom& dom_;
  const PageParts& parts_;
  const PageText& text_;
  const TextWeights& weights_;
  size_t begin_;
  size_t end_;
  std::vector<bool> out_;
  std::vector<uint64_t> characters_before_;
};

}  // namespace

std::vector<bool> find_side_boxes(const Dom& dom, const PageParts& parts, const PageText& text,
                                  const TextWeights& weights, const PageMetadata& metadata, size_t begin, size_t end) {
  return Search(dom, parts, text, weights, begin, end).run(metadata.body);
}

}  // namespace onrecord::ingest
