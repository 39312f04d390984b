#include "ingest/html_guard.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/open_elements.h"
#include "ingest/patterns.h"
#include "ingest/tag_scanner.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kMostAttributes = 500;      // of one tag; real pages have thirty
constexpr uint64_t kWorkPerTag = 300;          // elements that a parser may look at for one tag, on average …
constexpr uint64_t kWorkForFree = 10'000'000;  // … and in all, whatever the number of tags

// Empty when the page is fit to parse, else what is wrong with it.
std::string find_trouble(std::string_view page, uint32_t max_depth) {
  TagScanner scanner(page);
  OpenElements open;
  uint64_t tags = 0;
  Tag tag;
  while (scanner.next(tag)) {
    ++tags;
    if (tag.attributes > kMostAttributes) return fmt::format("a tag with {} attributes", tag.attributes);
    if (tag.after_text) open.text();
    if (tag.end) {
      open.end(tag.name);
    } else if (open.is_raw_text(tag)) {
      scanner.skip_content(tag.name);
    } else {
      open.start(tag);
    }
    if (open.depth() > max_depth) return fmt::format("elements nested more than {} deep", max_depth);
    if (open.work() > kWorkForFree && open.work() > kWorkPerTag * tags) return "tags misnested throughout";
  }
  return {};
}

}  // namespace

Result<void> check_html(std::string_view page, uint32_t max_depth, const std::string& input) {
  const std::string trouble = find_trouble(page, max_depth);
  if (trouble.empty()) return {};
  return fail(Code::kInputTooDeep, fmt::format("{}; give the text of the report instead of this page", trouble), input);
}

bool looks_like_html(std::string_view text) {
  static const RE2 kHead(
      R"((?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main)\b)",
      RE2::Quiet);
  static const RE2 kTags(
      R"((?i)</(?:p|div|article|section|body|html|h1|h2|table|span)\s*>|<(?:p|div|article|h1|br)\b[^<>]*>)",
      RE2::Quiet);
  const std::string_view head = text.substr(0, 4096);
  if (RE2::PartialMatch(piece(head), kHead)) return true;
  re2::StringPiece rest = piece(head);
  int tags = 0;
  while (tags < 4 && RE2::FindAndConsume(&rest, kTags)) ++tags;
  return tags >= 4;
}

}  // namespace onrecord::ingest
