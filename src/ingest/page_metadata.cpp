#include "ingest/page_metadata.h"

#include <algorithm>
#include <array>

#include "ingest/byline.h"
#include "ingest/dates.h"
#include "ingest/json_ld.h"
#include "ingest/lexicon.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

std::string clean(std::string_view text) {
  std::string out;
  for (const std::string_view word : split_words(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// The text right inside an element.
std::string text_inside(const Dom& dom, uint32_t node) {
  std::string out;
  for (uint32_t i = node + 1; i < dom[node].end; ++i) {
    if (dom[i].is_text()) out += dom[i].text;
  }
  return clean(out);
}

// A value found under a <meta> name, with the rank of that name in the table: the smaller, the more trusted.
struct Ranked {
  std::string value;
  size_t rank = SIZE_MAX;

  void offer(std::string offered, size_t offered_rank) {
    if (offered_rank >= rank || offered.empty()) return;
    value = std::move(offered);
    rank = offered_rank;
  }
};

class Collector {
 public:
  explicit Collector(const Dom& dom) : dom_(dom) {}

  PageMetadata run() {
    for (uint32_t i = 0; i < dom_.size(); ++i) {
      const std::string_view tag = dom_[i].tag;
      if (tag == "meta") read_meta(i);
      if (tag == "script" && dom_.attribute(i, "type").find("ld+json") != std::string_view::npos) read_script(i);
      if (tag == "link" && dom_.attribute(i, "rel") == "canonical") canonical_ = dom_.attribute(i, "href");
      if (tag == "html") language_ = dom_.attribute(i, "lang");
      if (tag == "title" && title_.empty() && dom_.enclosing(i, "svg") == Dom::kNone) title_ = text_inside(dom_, i);
      if (tag == "time") read_time(i);
      const bool author = dom_.attribute(i, "rel") == "author" || dom_.attribute(i, "itemprop") == "author";
      if (author && tag != "meta" && tag != "link") read_author(i);
    }
    return finish();
  }

 private:
  void read_meta(uint32_t node) {
    const std::string content = clean(dom_.attribute(node, "content"));
    if (content.empty()) return;
    for (const char* const key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = fold(dom_.attribute(node, key));
      if (name.empty()) continue;
      const auto& table = lexicon().page_metadata;
      for (size_t rank = 0; rank < table.size(); ++rank) {
        if (table[rank].second == name) offer(table[rank].first, content, rank);
      }
    }
  }

  void offer(const std::string& field, const std::string& content, size_t rank) {
    if (field == "title") meta_title_.offer(content, rank);
    if (field == "publisher") publisher_.offer(content, rank);
    if (field == "url") url_.offer(content, rank);
    if (field == "language") meta_language_.offer(content, rank);
    if (field == "type" && fold(content).find("article") != std::string::npos) is_article_ = true;
    if (field == "author" && content.find("://") == std::string::npos) author_.offer(content, rank);
    if (field == "published") published_.offer(date_of(content), rank);
  }

  static std::string date_of(std::string_view content) {
    std::string date = checked_iso_date(content);
    if (!date.empty()) return date;
    const auto found = find_full_date(content);
    return found ? found->iso : std::string{};
  }

  void read_script(uint32_t node) {
    for (uint32_t i = node + 1; i < dom_[node].end; ++i) {
      if (dom_[i].is_text()) read_json_ld(dom_[i].text, json_);
    }
  }

  // The first <time> that calls itself the date of publication, else the first in the page.
  void read_time(uint32_t node) {
    const bool named = dom_.has_attribute(node, "pubdate") || dom_.attribute(node, "itemprop") == "datePublished";
    const std::string_view given = dom_.attribute(node, "datetime");
    std::string date = date_of(given.empty() ? text_inside(dom_, node) : std::string(given));
    time_.offer(std::move(date), named ? 0 : 1);
  }

  void read_author(uint32_t node) {
    constexpr size_t kMostWords = 6;
    std::string name = text_inside(dom_, node);
    if (name.empty() || split_words(name).size() > kMostWords) return;
    if (std::find(linked_.begin(), linked_.end(), name) == linked_.end()) linked_.push_back(std::move(name));
  }

  PageMetadata finish() {
    PageMetadata out = std::move(json_);
    const auto fill = [](std::string& to, const std::string& from) {
      if (to.empty()) to = from;
    };
    fill(out.publisher, publisher_.value);
    fill(out.title, meta_title_.value);
    fill(out.title, title_);
    out.title = without_site_name(out.title, out.publisher);
    if (!out.url.starts_with("http")) out.url.clear();
    fill(out.url, canonical_.starts_with("http") ? std::string(canonical_) : std::string{});
    fill(out.url, url_.value);
    fill(out.published, published_.value);
    fill(out.published, date_in_url(out.url));
    fill(out.published, time_.value);
    fill(out.language, std::string(language_));
    fill(out.language, meta_language_.value);
    out.language = fold(out.language).substr(0, out.language.find_first_of("-_,; "));
    if (out.authors.empty() && author_.value.empty()) out.authors = linked_;
    if (out.authors.empty() && !author_.value.empty()) out.authors = authors_of(author_.value);
    out.is_article = out.is_article || is_article_;
    return out;
  }

  // "By Jane Doe and Ada Roe", "Jane Doe, Ada Roe"; what is no person is taken as it stands.
  static std::vector<std::string> authors_of(const std::string& value) {
    std::vector<std::string> authors = byline_authors(value);
    if (authors.empty()) authors.push_back(value);
    return authors;
  }

  const Dom& dom_;
  PageMetadata json_;
  Ranked meta_title_, publisher_, url_, author_, published_, meta_language_, time_;
  std::vector<std::string> linked_;  // names marked as the author's in the text
  std::string title_;
  std::string_view canonical_, language_;
  bool is_article_ = false;
};

}  // namespace

std::string_view without_site_name(std::string_view title, std::string_view site) {
  static constexpr std::array<std::string_view, 7> kBetween = {" | ", " – ", " — ", " - ", " :: ", " » ", " • "};
  const std::string folded_site = fold(site);
  for (const std::string_view between : kBetween) {
    const size_t at = title.rfind(between);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string rest = fold(title.substr(at + between.size()));
    const bool names_site = !folded_site.empty() && (rest.find(folded_site) != std::string::npos ||
                                                     folded_site.find(rest) != std::string::npos);
    // A dash may belong to the headline: without the site's name only a bar is sure.
    const bool sure = between == " | " || between == " :: " || between == " » ";
    if (names_site || (sure && at > title.size() / 2)) return without_site_name(title.substr(0, at), site);
  }
  return title;
}

PageMetadata read_page_metadata(const Dom& dom) {
  return Collector(dom).run();
}

}  // namespace onrecord::ingest
