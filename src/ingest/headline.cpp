#include "ingest/headline.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_set>

#include "ingest/byline.h"
#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kShortest = 6;  // characters
constexpr uint32_t kLongest = 250;
constexpr double kLikely = 0.9;  // scores below make no headline
constexpr double kLike = 0.5;    // likeness that counts
constexpr size_t kFewWords = 4;
constexpr uint32_t kMenu = 5;     // links between a line and the text
constexpr size_t kNearText = 12;  // pieces between headline and text
constexpr double kSomeText = 40;  // weight

// The words as they are compared: without case and punctuation.
std::vector<std::string> bare_words(std::string_view text) {
  std::vector<std::string> out;
  const std::string folded = fold(text);
  for (std::string_view word : split_words(folded)) {
    const auto is_sign = [](char c) { return c > 0 && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')); };
    std::string bare;
    for (const char c : word) {
      if (!is_sign(c)) bare += c;
    }
    if (!bare.empty()) out.push_back(std::move(bare));
  }
  return out;
}

class Search {
 public:
  Search(const Dom& dom, const PageParts& parts, const PageText& text, const TextWeights& weights,
         std::string_view title)
      : dom_(dom), parts_(parts), text_(text), weights_(weights) {
    for (std::string& word : bare_words(title)) title_.insert(std::move(word));
  }

  std::optional<Headline> run() {
    std::optional<Headline> best;
    double best_score = kLikely;
    const std::vector<size_t> next_text = distances_to_text();
    const std::vector<uint32_t> links = links_before();
    for (uint32_t i = 0; i < text_.pieces.size(); ++i) {
      const PagePiece& piece = text_.pieces[i];
      if (piece.characters < kShortest || piece.characters > kLongest) continue;
      const double like = likeness(piece);
      const double look = score_of_look(piece, like);
      if (look + 4 * like < kLikely) continue;
      double score = look + (like >= kLike ? 4 * like : 0) + score_of_place(i, next_text[i]);
      // The name of the site, which old pages have for a title, stands above the menu.
      const size_t text = std::min(i + next_text[i], text_.pieces.size());
      if (heading_level(dom_[piece.node].tag) == 0 && links[text] - links[i] >= kMenu) score -= 3;
      if (score <= best_score) continue;
      best_score = score;
      best = {i, like};
    }
    return best;
  }

 private:
  [[nodiscard]] double likeness(const PagePiece& piece) const {
    if (title_.empty()) return 0;
    const auto words = bare_words(piece.text.in(text_.text));
    if (words.empty()) return 0;
    const auto shared = static_cast<double>(
        std::count_if(words.begin(), words.end(), [&](const std::string& w) { return title_.contains(w); }));
    const double of_piece = shared / static_cast<double>(words.size());
    const double of_both = shared / static_cast<double>(std::max(words.size(), title_.size()));
    // The title may have the site's name and more besides.
    return words.size() >= kFewWords && of_piece > 0.9 ? std::max(of_both, 0.85 * of_piece) : of_both;
  }

  [[nodiscard]] double score_of_look(const PagePiece& piece, double like) const {
    const std::string_view words = piece.text.in(text_.text);
    double score = 0;
    const int level = heading_level(dom_[piece.node].tag);
    if (level == 1) score += 3;
    if (level == 2) score += 1.5;
    if (level > 2) score += 1;
    if (level == 0) score += score_of_letters(piece);
    score += named_headline(piece) ? 1.2 : 0;
    // A heading that is a link leads to another report or to the front page, save where it repeats the title.
    if (piece.link_share() > 0.5) score -= like >= 0.8 ? (level > 0 ? 0.5 : 2.5) : 3.5;
    if (is_date_line(words) || is_byline(words)) score -= 4;
    if (level == 0 && ends_in_stop(words) && !words.ends_with('?') && !words.ends_with('!')) score -= 1;
    return score;
  }

  // The element itself or one of the two around it that hold nothing else.
  [[nodiscard]] bool named_headline(const PagePiece& piece) const {
    uint32_t node = dom_[piece.first_text_node].parent;
    for (int i = 0; i < 3 && node != 0 && weights_.pieces_in(node) == 1; ++i) {
      if (parts_.is_headline(node)) return true;
      node = dom_[node].parent;
    }
    return false;
  }

  // <font size="+2">, <big>, style="font-size: 20px" around the whole of the piece.
  [[nodiscard]] double score_of_letters(const PagePiece& piece) const {
    double score = 0;
    uint32_t node = dom_[piece.first_text_node].parent;
    for (int i = 0; i < 5 && node != 0; ++i, node = dom_[node].parent) {
      if (weights_.pieces_in(node) > 1) break;
      const std::string_view tag = dom_[node].tag;
      if (tag == "font") score = std::max(score, letters_of_font(dom_.attribute(node, "size")));
      if (tag == "big") score = std::max(score, 1.0);
      if (tag == "b" || tag == "strong") score += 0.3;
      score = std::max(score, letters_of_style(dom_.attribute(node, "style")));
    }
    return score;
  }

  [[nodiscard]] static int leading_number(std::string_view text) {
    int number = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  [[nodiscard]] static double letters_of_font(std::string_view size) {
    const int number = leading_number(size);
    const int steps = size.starts_with('+') ? number : number - 3;  // 3 is the size of the text
    return steps >= 2 ? 1.8 : steps == 1 ? 1.0 : 0;
  }

  [[nodiscard]] static double letters_of_style(std::string_view style) {
    const size_t at = style.find("font-size");
    if (at == std::string_view::npos) return 0;
    const size_t value = style.find_first_of("0123456789", at);
    if (value == std::string_view::npos) return 0;
    return leading_number(style.substr(value)) >= 18 && style.substr(value, 5).find("px") != std::string_view::npos
               ? 1.8
               : 0;
  }

  // How many pieces on the next running text stands; far for none.
  [[nodiscard]] std::vector<size_t> distances_to_text() const {
    std::vector<size_t> out(text_.pieces.size() + 1, 10 * kNearText);
    for (size_t i = text_.pieces.size(); i-- > 0;) out[i] = weights_.of_piece(i) > kSomeText / 4 ? 0 : out[i + 1] + 1;
    return out;
  }

  // Links in the pieces before each.
  [[nodiscard]] std::vector<uint32_t> links_before() const {
    std::vector<uint32_t> out(text_.pieces.size() + 1);
    uint32_t node = 0;
    uint32_t links = 0;
    for (size_t i = 0; i <= text_.pieces.size(); ++i) {
      const uint32_t end = i < text_.pieces.size() ? text_.pieces[i].first_text_node : dom_.size();
      for (; node < end; ++node) {
        if (!dom_[node].is_text() && parts_.dropped(node)) {
          node = std::min(dom_[node].end, end) - 1;
        } else {
          links += dom_[node].tag == "a";
        }
      }
      out[i] = links;
    }
    return out;
  }

  [[nodiscard]] double score_of_place(uint32_t piece, size_t distance) const {
    const double all = weights_.of_all();
    if (all <= 0) return -1;
    const double before = weights_.of_pieces(0, piece) / all;
    const double behind = weights_.of_pieces(piece + 1, text_.pieces.size());
    double score = -2.5 * before;
    if (behind < kSomeText / 4) score -= 3;
    score -= static_cast<double>(std::min(distance, 2 * kNearText)) / kNearText * 0.8;
    return score;
  }

  const Dom& dom_;
  const PageParts& parts_;
  const PageText& text_;
  const TextWeights& weights_;
  std::unordered_set<std::string> title_;
};

}  // namespace

std::optional<Headline> find_headline(const Dom& dom, const PageParts& parts, const PageText& text,
                                      const TextWeights& weights, std::string_view title) {
  return Search(dom, parts, text, weights, title).run();
}

}  // namespace onrecord::ingest
