#include "ingest/article_end.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "ingest/lexicon.h"
#include "ingest/page_parts.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kLongestRubric = 90;  // characters
constexpr double kSomeText = 30;         // weight before a rubric that ends the report whatever follows
constexpr double kMost = 0.55;           // of the weight before a note about the sender of a press release
constexpr double kMostBeforeRubric = 0.4;
constexpr double kNearlyAll = 0.7;
constexpr size_t kLargestBox = 6;  // pieces

// "Comments (12)" and "12 comments:" without figures and signs, folded.
std::string rubric_words(std::string_view line) {
  std::string out;
  for (const char c : fold(line)) {
    const bool figure = (c >= '0' && c <= '9') || c == '(' || c == ')' || c == '[' || c == ']' || c == '|' ||
                        c == '>' || c == '*' || c == '#';
    out += figure ? ' ' : c;
  }
  return fold(out);
}

class Search {
 public:
  Search(const Dom& dom, const PageText& text, const TextWeights& weights, size_t begin, size_t end)
      : dom_(dom), text_(text), weights_(weights), begin_(begin), end_(end), last_of_family_(begin) {
    find_main_family();
  }

  size_t run(std::string_view headline) {
    for (size_t i = begin_; i < end_; ++i) {
      const PagePiece& piece = text_.pieces[i];
      if (piece.characters > kLongestRubric) continue;
      if (weights_.of_pieces(begin_, i) < kSomeText) continue;
      const std::string_view line = piece.text.in(text_.text);
      if (dom_[piece.node].tag == "h1" && !headline.empty() && fold(line) != headline) return i;
      if (weights_.is_prose(i)) continue;
      const std::string words = rubric_words(line);
      if (words.empty()) continue;
      std::string bare = words;
      if (bare.ends_with(':')) bare.pop_back();
      if (lexicon().page_ends.matches(words) || lexicon().page_ends.matches(bare)) return i;
      if (is_tail(i, words, bare) || is_note_on_sender(i, words) || is_headed_box(i)) return i;
    }
    return end_;
  }

 private:
  // The family that most of the text belongs to, and its last paragraph.
  void find_main_family() {
    std::unordered_map<uint32_t, double> weights;
    double most = 0;
    for (size_t i = begin_; i < end_; ++i) {
      double& weight = weights[weights_.family(i)];
      weight += weights_.of_piece(i);
      if (weight > most) {
        most = weight;
        main_family_ = weights_.family(i);
      }
    }
    main_weight_ = most / std::max(1.0, weights_.of_pieces(begin_, end_));
    for (size_t i = begin_; i < end_; ++i) {
      if (weights_.is_prose(i) && weights_.family(i) == main_family_ && weights_.of_piece(i) > 1) last_of_family_ = i;
    }
  }

  // A rubric on a line of its own, behind which no paragraph of the text stands any more.
  [[nodiscard]] bool is_tail(size_t i, const std::string& words, const std::string& bare) const {
    const PagePiece& piece = text_.pieces[i];
    if (piece.link_share() > 0.3) return false;
    if (!lexicon().page_tails.matches(words) && !lexicon().page_tails.matches(bare)) return false;
    return ends_text(i);
  }

  [[nodiscard]] bool ends_text(size_t i) const {
    return i > last_of_family_ && weights_.of_pieces(begin_, i) >= kMostBeforeRubric * weights_.of_pieces(begin_, end_);
  }

  // A box with a heading of its own, behind the last paragraph: who wrote the report, how it may be reprinted.
  [[nodiscard]] bool is_headed_box(size_t i) const {
    const uint32_t family = weights_.family(i);
    const size_t last = weights_.end_piece(family);
    if (heading_level(dom_[text_.pieces[i].node].tag) < 3 || !ends_text(i) || family == main_family_) return false;
    return weights_.first_piece(family) == i && last - i <= kLargestBox && main_weight_ >= kNearlyAll;
  }

  // "About Kelmar Marine" above a paragraph, late in the text.
  [[nodiscard]] bool is_note_on_sender(size_t i, const std::string& words) const {
    if (!words.starts_with("about ") || i + 1 >= end_) return false;
    const std::string_view line = text_.pieces[i].text.in(text_.text);
    const auto parts = split_words(line);
    if (parts.size() < 2 || parts.size() > 10 || ends_in_stop(line)) return false;
    if (!starts_with_capital(parts[1]) && fold(parts[1]) != "the") return false;
    return weights_.of_pieces(begin_, i) >= kMost * weights_.of_pieces(begin_, end_);
  }

  const Dom& dom_;
  const PageText& text_;
  const TextWeights& weights_;
  size_t begin_;
  size_t end_;
  size_t last_of_family_;
  uint32_t main_family_ = Dom::kNone;
  double main_weight_ = 0;  // of all
};

}  // namespace

size_t find_article_end(const Dom& dom, const PageText& text, const TextWeights& weights, size_t begin, size_t end,
                        std::string_view headline) {
  return Search(dom, text, weights, begin, end).run(headline);
}

}  // namespace onrecord::ingest
