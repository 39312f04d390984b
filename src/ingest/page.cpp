#include "ingest/page.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/article.h"
#include "ingest/blocks.h"
#include "ingest/dates.h"
#include "ingest/dom.h"
#include "ingest/json_text.h"
#include "ingest/page_metadata.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {
namespace {

// Elements, texts and attributes take about thirty times the bytes of a page with many small tags.
constexpr uint64_t kMemoryPerByte = 64;
constexpr uint64_t kMemoryAtLeast = 16 << 20;
constexpr uint64_t kMemoryAtMost = 256 << 20;

constexpr double kEnough = 500;     // weight of an article that needs no look at its scripts …
constexpr double kTooLittle = 150;  // … and of one that is too short to be the whole
constexpr double kFarMore = 3;

uint64_t memory_budget(uint64_t page_bytes) {
  return std::clamp(page_bytes * kMemoryPerByte, kMemoryAtLeast, kMemoryAtMost);
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// The chosen pieces become the text of the document, parted by empty lines.
struct Assembly {
  std::string text;
  OffsetMap to_page_text;
  std::vector<Piece> pieces;

  void add(const PageText& page, const ArticlePiece& chosen, const ArticlePiece* before) {
    const bool joined = before != nullptr && chosen.join != Dom::kNone && chosen.join == before->join;
    if (joined) {
      text += chosen.row != Dom::kNone && chosen.row == before->row ? "\t" : "\n";
    } else if (!text.empty()) {
      text += "\n\n";
    }
    const PagePiece& source = page.pieces[chosen.piece];
    const auto begin = static_cast<uint32_t>(text.size());
    text += source.text.in(page.text);
    const auto end = static_cast<uint32_t>(text.size());
    to_page_text.add({begin, end}, source.text.begin, source.text.end);
    if (joined) {
      pieces.back().span.end = end;
    } else {
      pieces.push_back({.span = {begin, end}, .group = source.group, .given = chosen.kind});
    }
  }
};

void take_metadata(PageMetadata metadata, Frontmatter front, Document& doc) {
  fill(doc.title, std::move(front.headline));
  fill(doc.title, std::move(metadata.title));
  fill(doc.publisher, std::move(metadata.publisher));
  fill(doc.publisher, std::move(front.agency));
  fill(doc.published, std::move(metadata.published));
  fill(doc.url, std::move(metadata.url));
  fill(doc.published, std::move(front.published));
  fill(doc.published, date_in_url(doc.url));
  fill(doc.language, std::move(metadata.language));
  if (doc.authors.empty()) doc.authors = std::move(metadata.authors);
  if (doc.authors.empty()) doc.authors = std::move(front.authors);
}

struct Reading {
  PageText text;
  Article article;
};

Reading read_with(const Dom& dom, std::string_view page, const PageMetadata& metadata,
                  PageParts::Strictness strictness) {
  const PageParts parts(dom, strictness);
  Reading out{.text = read_page_text(dom, parts, page), .article = {}};
  out.article = find_article(dom, parts, out.text, metadata);
  return out;
}

// Sites call the strangest things "sidebar", and some show their text by script only. Where little is left, less is
// dropped, and the text of the scripts is looked at, if that gives far more.
Reading read_best(const Dom& dom, std::string_view page, const PageMetadata& metadata) {
  Reading best = read_with(dom, page, metadata, PageParts::Strictness::kByName);
  const auto offer = [&](Reading other) {
    if (other.article.weight > kFarMore * best.article.weight) best = std::move(other);
  };
  if (best.article.weight < kEnough) {
    JsonText json = read_json_text(dom, page, metadata);
    offer({std::move(json.text), std::move(json.article)});
  }
  if (best.article.weight < kTooLittle) offer(read_with(dom, page, metadata, PageParts::Strictness::kByTag));
  if (best.article.pieces.empty()) offer(read_with(dom, page, metadata, PageParts::Strictness::kNeverText));
  return best;
}

}  // namespace

Result<Document> read_page(const DecodedText& decoded, const Budget& budget, Document doc) {
  const auto dom = Dom::parse(decoded.text, budget.max_html_depth, memory_budget(decoded.text.size()), doc.id);
  if (!dom) return tl::unexpected(dom.error());
  PageMetadata metadata = read_page_metadata(*dom);
  const Reading page = read_best(*dom, decoded.text, metadata);
  const std::vector<ArticlePiece>& chosen = page.article.pieces;
  if (chosen.empty()) {
    return fail(Code::kInputNoArticle, "no main text found on the page; give the page of one report or its text",
                doc.id);
  }
  Assembly assembly;
  for (size_t i = 0; i < chosen.size(); ++i) assembly.add(page.text, chosen[i], i > 0 ? &chosen[i - 1] : nullptr);
  TextBlocks found = find_blocks(assembly.text, assembly.pieces, doc.title.empty() ? metadata.title : doc.title);
  doc.text = std::move(assembly.text);
  doc.origin = assembly.to_page_text.through(page.text.origin).through(decoded.origin);
  doc.replaced_bytes = decoded.replaced_bytes;
  doc.blocks = std::move(found.blocks);
  take_metadata(std::move(metadata), std::move(found.front), doc);
  return doc;
}

}  // namespace onrecord::ingest
