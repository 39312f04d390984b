#include "ingest/json_ld.h"

#include <vector>

#include <simdjson.h>

#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string text_of(const element& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  return std::string(trimmed(text, {0, static_cast<uint32_t>(text.size())}).in(text));
}

std::string field(const object& item, std::string_view name) {
  element value;
  return item[name].get(value) == simdjson::SUCCESS ? text_of(value) : std::string{};
}

// "NewsArticle", ["NewsArticle", "Article"], "http://schema.org/NewsArticle"
bool is_article_type(std::string_view type) {
  type = type.substr(type.rfind('/') + 1);
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

bool is_article(const object& item) {
  element type;
  if (item["@type"].get(type) != simdjson::SUCCESS) return false;
  array types;
  if (type.get(types) != simdjson::SUCCESS) return is_article_type(text_of(type));
  for (const element& one : types) {
    if (is_article_type(text_of(one))) return true;
  }
  return false;
}

// A name, an object with a name, or a list of either.
void add_names(const element& value, std::vector<std::string>& names) {
  array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element& one : list) {
      object item;
      std::string name = one.get(item) == simdjson::SUCCESS ? field(item, "name") : text_of(one);
      if (!name.empty()) names.push_back(std::move(name));
    }
    return;
  }
  object item;
  std::string name = value.get(item) == simdjson::SUCCESS ? field(item, "name") : text_of(value);
  if (!name.empty()) names.push_back(std::move(name));
}

void take_article(const object& item, PageMetadata& out) {
  out.is_article = true;
  const auto fill = [](std::string& to, std::string from) {
    if (to.empty()) to = std::move(from);
  };
  fill(out.title, field(item, "headline"));
  fill(out.published, checked_iso_date(field(item, "datePublished")));
  fill(out.language, field(item, "inLanguage"));
  fill(out.url, field(item, "url"));
  fill(out.body, field(item, "articleBody"));
  element value;
  if (out.authors.empty() && item["author"].get(value) == simdjson::SUCCESS) add_names(value, out.authors);
  std::vector<std::string> publishers;
  if (item["publisher"].get(value) == simdjson::SUCCESS) add_names(value, publishers);
  if (!publishers.empty()) fill(out.publisher, publishers.front());
}

}  // namespace

void read_json_ld(std::string_view script, PageMetadata& out) {
  simdjson::dom::parser parser;
  element root;
  const simdjson::padded_string padded(script);
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) return;
  std::vector<element> open{root};
  while (!open.empty()) {
    const element at = open.back();
    open.pop_back();
    array list;
    object item;
    if (at.get(list) == simdjson::SUCCESS) {
      std::vector<element> items(list.begin(), list.end());
      open.insert(open.end(), items.rbegin(), items.rend());
    } else if (at.get(item) == simdjson::SUCCESS) {
      if (is_article(item)) take_article(item, out);
      element inner;
      for (const char* const name : {"mainEntity", "@graph"}) {
        if (item[name].get(inner) == simdjson::SUCCESS) open.push_back(inner);
      }
    }
  }
}

}  // namespace onrecord::ingest
