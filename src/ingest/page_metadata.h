#pragma once
// What a page says of itself: JSON-LD (schema.org NewsArticle and kin) first, then <meta>, <link>, <time> and <title>.
// Which <meta> names count, and in which order of trust, stands in data/lexicons/ingest-page-metadata.txt.
//
// Thread-safety: pure function. Time is linear in the page.

#include <string>
#include <vector>

#include "ingest/dom.h"

namespace onrecord::ingest {

struct PageMetadata {
  std::string title;      // without the name of the site
  std::string published;  // ISO 8601
  std::string publisher;
  std::string url;       // absolute, as the page gives it
  std::string language;  // "en"
  std::vector<std::string> authors;
  std::string body;         // the article's text, where JSON-LD gives it
  bool is_article = false;  // the page calls itself one
};

[[nodiscard]] PageMetadata read_page_metadata(const Dom& dom);

// "Ministers meet in Oslo | The Courier" → "Ministers meet in Oslo".
[[nodiscard]] std::string_view without_site_name(std::string_view title, std::string_view site);

}  // namespace onrecord::ingest
