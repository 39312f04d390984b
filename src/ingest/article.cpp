#include "ingest/article.h"

#include <algorithm>
#include <unordered_set>

#include "ingest/byline.h"
#include "ingest/container.h"
#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/picture.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr double kShortestArticle = 80;   // weight, about characters without spaces …
constexpr double kShortestDeclared = 40;  // … and on a page that calls itself an article
constexpr double kMostlyLinks = 0.5;
constexpr size_t kMostFrontPieces = 16;  // between headline and text
constexpr size_t kMostEndPieces = 4;     // byline or caption after the text
constexpr uint32_t kLongEnding = 100;    // characters of a last paragraph without a stop
constexpr uint32_t kShortestDeck = 30;   // characters, with a stop at the end …
constexpr uint32_t kLongDeck = 70;       // … or without
constexpr double kWholeTitle = 0.5;      // share of words that a heading must have in common with the title …
constexpr double kSameTitle = 0.9;       // … and a line that is marked as none

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

class Finder {
 public:
  Finder(const Dom& dom, const PageParts& parts, const PageText& text, const PageMetadata& metadata)
      : dom_(dom), parts_(parts), text_(text), metadata_(metadata), weights_(dom, text) {}

  Article run() {
    container_ = find_container(dom_, parts_, weights_);
    if (weights_.of_element(container_) < (metadata_.is_article ? kShortestDeclared : kShortestArticle)) return {};
    if (!metadata_.is_article && is_index()) return {};
    const size_t first = weights_.first_piece(container_);
    const size_t end = last_text() + 1;
    const size_t headline = find_headline(first, end);
    std::vector<ArticlePiece> out;
    size_t at = first;
    if (headline != kNo) {
      out.push_back({.piece = static_cast<uint32_t>(headline), .kind = BlockKind::kHeadline});
      if (headline < first) add_front(headline + 1, first, out);
      if (headline >= first) at = headline + 1;
    }
    for (; at < end; ++at) {
      const ArticlePiece described = describe(at);
      if (described.kind == BlockKind::kByline || belongs(at)) out.push_back(described);
    }
    drop_empty_headings(out);
    return {std::move(out), weights_.of_element(container_)};
  }

 private:
  static constexpr size_t kNo = SIZE_MAX;

  [[nodiscard]] const PagePiece& piece(size_t i) const { return text_.pieces[i]; }
  [[nodiscard]] std::string_view words(size_t i) const { return piece(i).text.in(text_.text); }
  [[nodiscard]] std::string_view tag(size_t i) const { return dom_[piece(i).node].tag; }

  // A front page: headings that are links, each with a sentence under it.
  [[nodiscard]] bool is_index() const {
    size_t teasers = 0;
    size_t prose = 0;
    for (size_t i = weights_.first_piece(container_); i < weights_.end_piece(container_); ++i) {
      if (weights_.of_piece(i) == 0) continue;
      ++prose;
      teasers += i > 0 && piece(i - 1).link_share() > kMostlyLinks;
    }
    return teasers >= 4 && teasers * 2 >= prose;
  }

  // After the last paragraph only what belongs to the page follows, save who wrote it and what a picture shows.
  [[nodiscard]] size_t last_text() const {
    const size_t first = weights_.first_piece(container_);
    const size_t end = weights_.end_piece(container_);
    size_t i = end;
    const auto is_text = [&](size_t k) {
      return weights_.of_piece(k) > 0 && (ends_in_stop(words(k)) || piece(k).characters >= kLongEnding);
    };
    while (i > first + 1 && !is_text(i - 1)) --i;
    size_t last = i - 1;
    for (; i < std::min(end, last + 1 + kMostEndPieces); ++i) {
      if (is_byline(words(i)) || is_caption(words(i)) || tag(i) == "figcaption") last = i;
    }
    return last;
  }

  // The heading that says what the page's title says; the last such before the text, or the first <h1> in it.
  [[nodiscard]] size_t find_headline(size_t first, size_t end) const {
    size_t best = kNo;
    double best_share = 0;
    for (size_t i = 0; i < end; ++i) {
      double share = shared_words(words(i));
      if (!is_heading(tag(i)) && (share < kSameTitle || i > first + 3)) continue;
      if (tag(i) == "h1") share += 0.25;
      if (i >= first && weights_.of_piece(i) == 0 && i > first + 12) share -= 0.25;
      if (share > best_share && share >= kWholeTitle) {
        best = i;
        best_share = share;
      }
    }
    if (best != kNo) return best;
    for (size_t i = end; i-- > 0;) {
      if (tag(i) == "h1" && i <= first + 3) return i;
    }
    return kNo;
  }

  // Dice over the sets of words.
  [[nodiscard]] double shared_words(std::string_view heading) const {
    const std::string title = fold(metadata_.title);
    const std::string folded = fold(heading);
    if (title.empty() || folded.empty()) return 0;
    std::unordered_set<std::string_view> in_title;
    for (const auto word : split_words(title)) in_title.insert(word);
    std::unordered_set<std::string_view> in_heading;
    for (const auto word : split_words(folded)) in_heading.insert(word);
    size_t both = 0;
    for (const auto word : in_heading) both += in_title.contains(word);
    return 2.0 * static_cast<double>(both) / static_cast<double>(in_title.size() + in_heading.size());
  }

  void add_front(size_t from, size_t to, std::vector<ArticlePiece>& out) const {
    for (size_t i = from; i < std::min(to, from + kMostFrontPieces); ++i) {
      const ArticlePiece described = describe(i);
      if (piece(i).link_share() > kMostlyLinks && described.kind != BlockKind::kByline && !is_byline(words(i)))
        continue;
      const bool named = described.kind && *described.kind != BlockKind::kList;
      const uint32_t size = piece(i).characters;
      const bool deck = size >= kLongDeck || (size >= kShortestDeck && ends_in_stop(words(i)));
      if (named || deck || is_byline(words(i))) out.push_back(described);
    }
  }

  [[nodiscard]] bool belongs(size_t i) const {
    const PagePiece& p = piece(i);
    if (p.link_share() <= kMostlyLinks || is_date_line(words(i)) || is_byline(words(i))) return true;
    return ends_in_stop(words(i)) && p.characters > 80 && !is_heading(tag(i)) && tag(i) != "li";
  }

  [[nodiscard]] ArticlePiece describe(size_t i) const {
    ArticlePiece out{.piece = static_cast<uint32_t>(i), .kind = {}};
    const uint32_t node = piece(i).node;
    out.kind = parts_.kind_of(piece(i).first_text_node, container_, piece(i).characters);
    const uint32_t table = dom_.enclosing(node, "table");
    if (table != Dom::kNone && table > container_ && is_data_table(table)) {
      out.kind = BlockKind::kTable;
      out.join = table;
      out.row = dom_.enclosing(node, "tr");
    } else if (out.kind == BlockKind::kEmbed) {
      out.join = embed_around(node);
    } else if (!is_plausible(i, out.kind)) {
      out.kind = std::nullopt;
    }
    return out;
  }

  // class="author" is also what stands about the author, class="date" a label beside the date.
  [[nodiscard]] bool is_plausible(size_t i, std::optional<BlockKind> kind) const {
    constexpr uint32_t kLongestByline = 120;
    constexpr uint32_t kLongestDate = 60;
    const uint32_t size = piece(i).characters;
    if (kind == BlockKind::kByline) {
      return is_byline(words(i)) ||
             (size <= kLongestByline && !ends_in_stop(words(i)) && i < weights_.first_piece(container_) + 4);
    }
    if (kind == BlockKind::kDateline)
      return size <= kLongestDate && words(i).find_first_of("0123456789") != std::string_view::npos;
    return true;
  }

  // Cells of a layout hold paragraphs.
  [[nodiscard]] bool is_data_table(uint32_t table) const {
    const size_t first = weights_.first_piece(table);
    const size_t end = weights_.end_piece(table);
    std::unordered_set<uint32_t> rows;
    uint64_t characters = 0;
    for (size_t i = first; i < end; ++i) {
      rows.insert(dom_.enclosing(piece(i).node, "tr"));
      characters += piece(i).characters;
    }
    return rows.size() >= 2 && end - first > rows.size() && characters < 60 * (end - first);
  }

  [[nodiscard]] uint32_t embed_around(uint32_t node) const {
    const uint32_t quote = dom_.enclosing(node, "blockquote");
    return quote == Dom::kNone ? node : quote;
  }

  // A heading whose section was dropped.
  void drop_empty_headings(std::vector<ArticlePiece>& out) const {
    const auto heading = [&](const ArticlePiece& p) {
      return p.kind == BlockKind::kSubheading && is_heading(tag(p.piece));
    };
    while (!out.empty() && heading(out.back())) out.pop_back();
  }

  const Dom& dom_;
  const PageParts& parts_;
  const PageText& text_;
  const PageMetadata& metadata_;
  TextWeights weights_;
  uint32_t container_ = 0;
};

}  // namespace

Article find_article(const Dom& dom, const PageParts& parts, const PageText& text, const PageMetadata& metadata) {
  return Finder(dom, parts, text, metadata).run();
}

}  // namespace onrecord::ingest
