// How much of the pages in pages/tune and pages/held is read rightly (pages/README.md says what they are).
//
// Words: for each page the words of the report read and of the report wanted, as multisets; precision, recall and F1,
// averaged over the pages. A page without a report counts 1 when none is read, else 0.
// Blocks: the share of the wanted blocks that are read with the same words and the same kind.

#include <filesystem>
#include <map>
#include <sstream>

#include "ingest/dom.h"
#include "ingest/helpers.h"
#include "ingest/page_parts.h"
#include "ingest/page_text.h"

namespace onrecord::ingest {
namespace {

using Lines = std::vector<std::string>;
using Counts = std::map<std::string, int>;

std::string single_spaced(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

int shared(const Counts& a, const Counts& b) {
  int sum = 0;
  for (const auto& [key, count] : a) {
    if (const auto at = b.find(key); at != b.end()) sum += std::min(count, at->second);
  }
  return sum;
}

int total(const Counts& counts) {
  int sum = 0;
  for (const auto& [key, count] : counts) sum += count;
  return sum;
}

// The words of lines "kind: words".
Counts words_of(const Lines& lines) {
  Counts out;
  for (const std::string& line : lines) {
    std::istringstream words(line.substr(line.find(": ") + 2));
    for (std::string word; words >> word;) ++out[word];
  }
  return out;
}

struct Score {
  double precision = 0, recall = 0, f1 = 0;
  int pages = 0, wanted_blocks = 0, right_blocks = 0;

  void add(const Lines& found, const Lines& wanted) {
    ++pages;
    if (wanted.empty()) {
      const double right = found.empty() ? 1 : 0;
      precision += right;
      recall += right;
      f1 += right;
      return;
    }
    const Counts a = words_of(found);
    const Counts b = words_of(wanted);
    const double both = shared(a, b);
    precision += both == 0 ? 0 : both / total(a);
    recall += both / total(b);
    f1 += 2 * both / (total(a) + total(b));
    Counts found_blocks, wanted_of;
    for (const std::string& line : found) ++found_blocks[line];
    for (const std::string& line : wanted) ++wanted_of[line];
    wanted_blocks += static_cast<int>(wanted.size());
    right_blocks += shared(found_blocks, wanted_of);
  }

  [[nodiscard]] double mean_f1() const { return f1 / pages; }
  [[nodiscard]] double right_share() const { return static_cast<double>(right_blocks) / wanted_blocks; }
};

using Extract = Lines (*)(const std::string& page);

Lines our_blocks(const std::string& page) {
  const auto doc = read_bytes(page, Format::kHtml);
  if (!doc) return {};
  Lines lines;
  for (const std::string& line : block_lines(*doc)) {
    if (!line.starts_with("boilerplate: ")) lines.push_back(single_spaced(line));
  }
  return lines;
}

PageText all_text(const Dom& dom, const std::string& page) {
  return read_page_text(dom, PageParts(dom, PageParts::Strictness::kNeverText), page);
}

// What a program without any thought would give: all text, or all elements <p>.
Lines whole_page(const std::string& page) {
  const auto dom = Dom::parse(page, 1000, 1 << 28, "page");
  REQUIRE(dom);
  const PageText text = all_text(*dom, page);
  Lines lines;
  for (const PagePiece& piece : text.pieces) {
    lines.push_back(single_spaced("paragraph: " + std::string(piece.text.in(text.text))));
  }
  return lines;
}

Lines all_paragraphs(const std::string& page) {
  const auto dom = Dom::parse(page, 1000, 1 << 28, "page");
  REQUIRE(dom);
  const PageText text = all_text(*dom, page);
  Lines lines;
  for (const PagePiece& piece : text.pieces) {
    const std::string_view tag = (*dom)[piece.node].tag;
    const std::string words = single_spaced(std::string(piece.text.in(text.text)));
    if (tag == "h1") lines.push_back("headline: " + words);
    if (tag == "p") lines.push_back("paragraph: " + words);
  }
  return lines;
}

Score score_of(const std::string& part, Extract extract) {
  Score score;
  const std::filesystem::path folder = std::string(ONRECORD_SOURCE_DIR) + "/tests/ingest/pages/" + part;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    const std::string name = part + "/" + entry.path().stem().string();
    std::istringstream file(test_file("pages/" + name + ".txt"));
    Lines wanted;
    for (std::string line; std::getline(file, line);) wanted.push_back(line);
    score.add(extract(test_file("pages/" + name + ".html")), wanted);
  }
  REQUIRE(score.pages >= 35);
  const std::string what = extract == our_blocks ? "ours" : extract == whole_page ? "all text" : "all <p>";
  MESSAGE(part << ", " << what << ": " << score.pages << " pages, precision " << score.precision / score.pages
               << ", recall " << score.recall / score.pages << ", F1 " << score.mean_f1() << "; right blocks "
               << score.right_blocks << " of " << score.wanted_blocks << ", " << score.right_share());
  return score;
}

TEST_CASE("The pages that the extractor was adjusted on are read nearly without fault") {
  const Score score = score_of("tune", our_blocks);
  CHECK(score.mean_f1() >= 0.99);
  CHECK(score.right_share() >= 0.945);
}

TEST_CASE("Pages set apart before the extractor was written are read nearly as well") {
  const Score score = score_of("held", our_blocks);
  CHECK(score.mean_f1() >= 0.98);
  CHECK(score.right_share() >= 0.93);
}

TEST_CASE("The bounds of these tests are out of reach of all the text, and of all paragraphs") {
  for (const char* const part : {"tune", "held"}) {
    for (const Extract extract : {&whole_page, &all_paragraphs}) {
      const Score score = score_of(part, extract);
      CHECK(score.mean_f1() < 0.8);
      CHECK(score.right_share() < 0.8);
    }
  }
}

}  // namespace
}  // namespace onrecord::ingest
