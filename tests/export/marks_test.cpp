#include "export/marks.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "export/sample_record.h"

namespace onrecord::exports {
namespace {

// Statements with one content span each.
Record with_contents(uint32_t size, const std::vector<TextSpan>& spans) {
  Record record;
  record.report.text = std::string(size, 'x');
  for (const TextSpan span : spans) {
    Statement s;
    s.content = {span};
    record.statements.push_back(s);
  }
  return record;
}

TEST_CASE("a mark lies deeper than every shorter mark that it shares words with") {
  const Record record = tests::nested_record();
  const ByteOffsets text(record.report.text);
  for (const Mark& mark : marks_of(record, text.size())) {
    const std::string words(text(mark.span));
    if (words.starts_with("Drava denied")) CHECK(mark.depth == 2);
    if (words.starts_with("that Lem")) CHECK(mark.depth == 1);
    if (words == "Lem" || words == "accused" || words == "tweeted") CHECK(mark.depth == 0);
  }
}

TEST_CASE("marks that cross are cut where each begins and ends") {
  const Record record = with_contents(10, {{1, 6}, {4, 9}});
  const auto marks = marks_of(record, 10);
  const auto stretches = cut(marks, {{BlockKind::kParagraph, {0, 10}}});
  REQUIRE(stretches.size() == 1);
  std::vector<TextSpan> spans;
  for (const Stretch& s : stretches[0]) spans.push_back(s.span);
  CHECK(spans == std::vector<TextSpan>{{0, 1}, {1, 4}, {4, 6}, {6, 9}, {9, 10}});
  CHECK(stretches[0][2].open == std::vector<uint32_t>{0, 1});
  CHECK(stretches[0][2].ends == std::vector<uint32_t>{0});
  CHECK(stretches[0][3].ends == std::vector<uint32_t>{1});
  CHECK(marks[0].depth != marks[1].depth);
}

TEST_CASE("a mark through several blocks begins in the first and ends in the last, also when it ends between blocks") {
  const Record record = with_contents(20, {{2, 18}, {3, 10}});
  const auto marks = marks_of(record, 20);
  const auto stretches =
      cut(marks, {{BlockKind::kParagraph, {0, 8}}, {BlockKind::kCaption, {10, 13}}, {BlockKind::kParagraph, {15, 17}}});
  REQUIRE(stretches.size() == 3);
  CHECK(stretches[0].back().ends == std::vector<uint32_t>{1});  // the white space [8, 10) is shown nowhere
  CHECK(stretches[1].front().begins.empty());
  CHECK(stretches[1].front().open == std::vector<uint32_t>{0});
  CHECK(stretches[2].back().ends == std::vector<uint32_t>{0});
}

TEST_CASE("spans beyond the text are clipped, empty ones left out") {
  const auto marks = marks_of(with_contents(5, {{3, 99}, {2, 2}, {7, 9}}), 5);
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].span == TextSpan{3, 5});
}

TEST_CASE("words outside of all blocks are shown as paragraphs") {
  Report report;
  report.text = "Head\n\nstray words\n\nTail";
  report.blocks = {{BlockKind::kHeadline, {0, 4}}, {BlockKind::kCredit, {19, 99}}};
  const auto blocks = blocks_to_show(report, ByteOffsets(report.text));
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1].kind == BlockKind::kParagraph);
  CHECK(blocks[2].span == TextSpan{19, 23});
}

TEST_CASE("an item of a list gets a bullet where it brings no sign of its own") {
  const auto wants = [](std::string text, BlockKind kind = BlockKind::kList) {
    const ByteOffsets offsets(text);
    return wants_bullet({kind, {0, offsets.size()}}, offsets);
  };
  CHECK(wants("Power failed at nine"));
  CHECK(wants("60,000 homes are dark"));
  CHECK(wants("2026"));
  CHECK_FALSE(wants("- Power failed"));
  CHECK_FALSE(wants("• Power failed"));
  CHECK_FALSE(wants("3. Power failed"));
  CHECK_FALSE(wants("Power failed", BlockKind::kParagraph));
}

TEST_CASE("offsets are code points, also for a text longer than one line of the table") {
  std::string words = "día 東京 🙂 ";
  std::string text;
  for (int k = 0; k < 40; ++k) text += words;
  const ByteOffsets offsets(text);
  CHECK(offsets.size() == 40 * 9);
  for (uint32_t k = 0; k < 40; ++k) {
    CHECK(offsets({k * 9, k * 9 + 3}) == "día");
    CHECK(offsets({k * 9 + 7, k * 9 + 8}) == "🙂");
  }
  CHECK(offsets({350, 9999}) == offsets({350, 360}));
  CHECK(offsets({9999, 3}).empty());
}

TEST_CASE("whatever the marks, stretches cover the blocks and each mark begins and ends once") {
  CHECK(rc::check([] {
    const uint32_t size = *rc::gen::inRange(1U, 60U);
    const auto offsets = *rc::gen::container<std::vector<std::pair<uint32_t, uint32_t>>>(
        rc::gen::pair(rc::gen::inRange(0U, 70U), rc::gen::inRange(0U, 70U)));
    std::vector<TextSpan> spans;
    for (const auto& [a, b] : offsets) spans.push_back({std::min(a, b), std::max(a, b)});
    const uint32_t middle = *rc::gen::inRange(0U, size);
    std::vector<RecordBlock> blocks;
    if (middle > 0) blocks.push_back({BlockKind::kParagraph, {0, middle}});
    blocks.push_back({BlockKind::kParagraph, {middle, size}});

    const auto marks = marks_of(with_contents(size, spans), size);
    const auto stretches = cut(marks, blocks);
    std::vector<int> begun(marks.size()), ended(marks.size());
    RC_ASSERT(stretches.size() == blocks.size());
    for (size_t block = 0; block < blocks.size(); ++block) {
      uint32_t at = blocks[block].span.begin;
      for (const Stretch& stretch : stretches[block]) {
        RC_ASSERT(stretch.span.begin == at);
        at = stretch.span.end;
        for (uint32_t mark = 0; mark < marks.size(); ++mark) {
          const bool covers = marks[mark].span.begin <= stretch.span.begin && stretch.span.end <= marks[mark].span.end;
          const bool open = std::count(stretch.open.begin(), stretch.open.end(), mark) == 1;
          RC_ASSERT(covers == open);
        }
        for (const uint32_t mark : stretch.begins) ++begun[mark];
        for (const uint32_t mark : stretch.ends) ++ended[mark];
      }
      RC_ASSERT(at == blocks[block].span.end);
    }
    RC_ASSERT(std::all_of(begun.begin(), begun.end(), [](int n) { return n == 1; }));
    RC_ASSERT(std::all_of(ended.begin(), ended.end(), [](int n) { return n == 1; }));
  }));
}

}  // namespace
}  // namespace onrecord::exports
