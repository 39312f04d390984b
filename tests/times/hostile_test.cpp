#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "cpu_seconds.h"
#include "times/times.h"

namespace onrecord::times {
namespace {

rc::Gen<std::string> any_piece() {
  return rc::gen::element<std::string>(
      "Monday", "tues.", "Sat.", "May", "Sept.", "march", "3", "19th", "31", "2024", "0000", "9999", "1960s", "'60s",
      "2024-02-30", "30.2.2024", "14:05", "7.40", "pm", "o'clock", "noon", "hours", "days", "weeks'", "time", "years",
      "decades", "weekend", "the", "a", "few", "last", "next", "this", "that", "same", "previous", "following", "past",
      "ago", "earlier", "later", "before", "after", "within", "since", "until", "by", "from", "to", "between", "and",
      "-", "\u2013", "/", "of", "in", "on", "early", "end of", "mid-June", "mid-", "small hours of", "first", "quarter",
      "half", "spring", "fall", "Christmas", "New Year's Eve", "today", "tonight", "overnight", "every", "'s",
      "\u2019s", ",", ".", "(", ")", "\n", "\xff", "\u6771", "night", "Sunday Times", "said", "People",
      "the day before yesterday");
}

std::string any_text() {
  std::string text;
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(any_piece())) text += piece + ' ';
  return text;
}

std::string any_date() {
  return *rc::gen::element<std::string>("2024-02-29", "2024-12-31", "2021-01-01T10:00:00Z", "0001-01-01", "9999-12-31",
                                        "", "no date");
}

// What holds of any text: expressions stand in order inside one sentence, and no period ends before it starts.
void check(const std::string& text, const std::string& published) {
  const text::TextBlock whole{{0, static_cast<uint32_t>(text.size())}, false};
  const text::Tokens tokens = text::tokenise(text, {&whole, 1}, UINT32_MAX);
  std::optional<Period> told;
  uint32_t end = 0;
  for (const Expression& e : find(text, tokens)) {
    RC_ASSERT(e.words.first >= end);
    RC_ASSERT(!e.words.empty());
    RC_ASSERT(e.words.end <= tokens.size());
    RC_ASSERT(tokens.sentence[e.words.first] == tokens.sentence[e.words.end - 1]);
    end = e.words.end;
    for (const Direction direction : {Direction::kFuture, Direction::kPast}) {
      const auto period = resolve(e, published, direction, told);
      if (!period) continue;
      RC_ASSERT(period->start.size() == 10u && period->end.size() == 10u);
      RC_ASSERT(period->start <= period->end);
      told = period;
    }
  }
}

TEST_CASE("words of time in any order are survived") {
  CHECK(rc::check([] { check(any_text(), any_date()); }));
}

TEST_CASE("any bytes are survived") {
  CHECK(rc::check([] { check(*rc::gen::container<std::string>(rc::gen::arbitrary<char>()), any_date()); }));
}

TEST_CASE("expressions of a megabyte take linear time") {
  for (const std::string_view piece :
       {"Monday ", "the ", "May ", "3 ", "2019 ", "last ", "in ", "from ", "- ", "the end of ", "a few ", "early ",
        "Monday, ", "and ", "from Monday to ", "the day before ", "1-", "the day after tomorrow ", "small hours of "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const text::TextBlock whole{{0, static_cast<uint32_t>(text.size())}, false};
    const text::Tokens tokens = text::tokenise(text, {&whole, 1}, UINT32_MAX);
    CHECK(cpu_seconds([&] { (void)find(text, tokens); }) < 5.0);
  }
}

}  // namespace
}  // namespace onrecord::times
