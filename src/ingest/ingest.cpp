#include "ingest/ingest.h"

#include <utility>

#include "base/sha256.h"
#include "ingest/blocks.h"
#include "ingest/dates.h"
#include "ingest/decode.h"
#include "ingest/html_guard.h"
#include "ingest/lines.h"
#include "ingest/page.h"

namespace onrecord::ingest {
namespace {

// ISO 8601 where it can be made so; what is no date is as good as none.
std::string normalised_date(const std::string& given) {
  std::string iso = checked_iso_date(given);
  if (!iso.empty()) return iso;
  const auto found = find_full_date(given);
  return found ? found->iso : std::string{};
}

Document start_document(const Input& input) {
  Document doc;
  doc.id = input.id;
  doc.url = input.url;
  doc.publisher = input.publisher;
  doc.title = input.title;
  doc.published = normalised_date(input.published);
  doc.sha256 = sha256_hex(input.bytes);
  return doc;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

Document read_text(DecodedText decoded, Document doc) {
  doc.text = std::move(decoded.text);
  doc.origin = std::move(decoded.origin);
  doc.replaced_bytes = decoded.replaced_bytes;
  std::vector<Piece> pieces;
  for (const Paragraph& p : find_paragraphs(doc.text)) {
    pieces.push_back({p.span, p.group, p.table ? std::optional(BlockKind::kTable) : std::nullopt});
  }
  TextBlocks found = find_blocks(doc.text, pieces, doc.title);
  doc.blocks = std::move(found.blocks);
  doc.authors = std::move(found.front.authors);
  fill(doc.title, std::move(found.front.headline));
  fill(doc.published, std::move(found.front.published));
  fill(doc.publisher, std::move(found.front.agency));
  return doc;
}

}  // namespace

Result<Document> read(const Input& input, const Budget& budget) {
  auto decoded = decode(input.bytes, input.format != Format::kText, budget.max_bytes, input.id);
  if (!decoded) return tl::unexpected(decoded.error());
  const bool page = input.format == Format::kHtml || (input.format == Format::kAuto && looks_like_html(decoded->text));
  if (page) return read_page(*decoded, budget, start_document(input));
  return read_text(std::move(*decoded), start_document(input));
}

}  // namespace onrecord::ingest
