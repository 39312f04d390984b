#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "times/times.h"

namespace onrecord::times {
namespace {

std::vector<std::string> found_in(const std::string& text) {
  const text::TextBlock whole{{0, static_cast<uint32_t>(text.size())}, false};
  const text::Tokens tokens = text::tokenise(text, {&whole, 1}, UINT32_MAX);
  std::vector<std::string> found;
  for (const Expression& e : find(text, tokens)) {
    const Span span{tokens.spans[e.words.first].begin, tokens.spans[e.words.end - 1].end};
    found.emplace_back(span.in(text));
  }
  return found;
}

using Strings = std::vector<std::string>;

TEST_CASE("the preposition stays out, what belongs to the day is in") {
  CHECK(found_in("The mayor spoke on Tuesday.") == Strings{"Tuesday"});
  CHECK(found_in("They met on Thursday night in Oslo.") == Strings{"Thursday night"});
  CHECK(found_in("He gave way late on Monday, aides said.") == Strings{"late on Monday"});
  CHECK(found_in("She was held in the early hours of Friday.") == Strings{"the early hours of Friday"});
  CHECK(found_in("The port closed on Thursday, September 11, and stayed shut.") == Strings{"Thursday, September 11"});
  CHECK(found_in("Nobody came to Friday's hearing.") == Strings{"Friday's"});
  CHECK(found_in("It opened at noon on Sunday.") == Strings{"Sunday"});
  CHECK(found_in("It opened by noon Sunday.") == Strings{"by noon Sunday"});
  CHECK(found_in("It opened around 6:50 this morning.") == Strings{"6:50 this morning"});
}

TEST_CASE("dates are read in either order, with and without a year") {
  for (const std::string date : {"25 July", "25th July", "25 July 2021", "July 25", "July 25th, 2021", "Sept. 19",
                                 "Nov 1", "the 3rd of June", "2024-03-03"}) {
    CHECK(found_in("The bridge was shut on " + date + ".") == Strings{date});
  }
  for (const std::string date : {"May 2020", "2019", "the 1960s", "July last year", "the spring of 2019"}) {
    CHECK(found_in("The bridge was shut in " + date + ".") == Strings{date});
  }
}

TEST_CASE("what is counted from the day of the report is found") {
  for (const std::string time :
       {"yesterday", "last night", "tomorrow morning", "overnight", "earlier this week", "early next month",
        "last April", "next Friday", "two weeks ago", "a few days ago", "the past three days", "the end of the year",
        "mid-June", "late 2018", "the late 1990s", "the first half of 2019", "the day before yesterday",
        "Tuesday last week"}) {
    CHECK(found_in("She resigned " + time + ".") == Strings{time});
  }
  CHECK(found_in("A deal is due in two weeks' time.") == Strings{"two weeks' time"});
}

TEST_CASE("what is counted from a day told before is found") {
  for (const std::string time :
       {"that night", "the same evening", "that same month", "the next day", "the previous week", "a day later",
        "three weeks earlier", "the evening before", "the following morning"}) {
    CHECK(found_in("She resigned " + time + ".") == Strings{time});
  }
  CHECK(found_in("He fell a day after the vote.") == Strings{"a day after"});
}

TEST_CASE("words that bound a time belong to it") {
  CHECK(found_in("The road has been shut since Monday.") == Strings{"since Monday"});
  CHECK(found_in("They have until June 3 to answer.") == Strings{"until June 3"});
  CHECK(found_in("He wants an answer by the end of the month.") == Strings{"by the end of the month"});
  CHECK(found_in("They struck from 3 to 5 May.") == Strings{"from 3 to 5 May"});
  CHECK(found_in("They struck on May 3-5 and went home.") == Strings{"May 3-5"});
  CHECK(found_in("It rose between 2014 and 2016.") == Strings{"between 2014 and 2016"});
  CHECK(found_in("It fell in March and April.") == Strings{"March and April"});
  CHECK(found_in("It fell in March and in July.") == Strings{"March", "July"});
  CHECK(found_in("They met on Monday and Thursday.") == Strings{"Monday", "Thursday"});
}

TEST_CASE("durations, ages and frequencies are none") {
  for (const std::string text :
       {"They marched for three days.", "A 43-year-old man was held.", "He calls every Monday.", "He cooks on Mondays.",
        "The shop shuts on a Sunday.", "It took him two years to walk there.", "She is in her 60s.",
        "He was held for ten years after his trial.", "They left a month earlier than planned."}) {
    CAPTURE(text);
    CHECK(found_in(text).empty());
  }
}

TEST_CASE("names and verbs that look like times are none") {
  for (const std::string text :
       {"Mrs May said so.", "May I ask why?", "The rules may change.", "March on, he told them.", "The march was long.",
        "The Sunday Times has the letter.", "Survivors of Bloody Sunday spoke.", "The Sunday Chronicle folded.",
        "April Jones won.", "It was signed by April Jones.", "He came second.", "Jan Novak resigned.",
        "The sun came out and he sat down.", "The fall of the city was quick.", "She saw 2000 people.",
        "They built 1,850 houses.", "A book by Theresa May sold well.", "A writer for Russia Today left."}) {
    CAPTURE(text);
    CHECK(found_in(text).empty());
  }
}

TEST_CASE("a doubtful month is one where the words ask for a time") {
  CHECK(found_in("He won in May.") == Strings{"May"});
  CHECK(found_in("It has been shut since March.") == Strings{"since March"});
  CHECK(found_in("The March protests went on.") == Strings{"March"});
  CHECK(found_in("It put off August's drill.") == Strings{"August's"});
  CHECK(found_in("The first week of May was wet.") == Strings{"May"});
  CHECK(found_in("The government of May fell.").empty());
  CHECK(found_in("In May 12 people died.") == Strings{"May"});
}

TEST_CASE("a year is told from a number") {
  CHECK(found_in("The 2009 flood was worse.") == Strings{"2009"});
  CHECK(found_in("In a 1981 interview he wept.") == Strings{"1981"});
  CHECK(found_in("The crash (2014) killed nobody.") == Strings{"2014"});
  CHECK(found_in("He lives in 1800 rooms.").empty());
}

TEST_CASE("an expression never crosses the end of a sentence") {
  CHECK(found_in("He left in May. 12 people stayed.") == Strings{"May"});
  CHECK(found_in("He waited until the last. Monday was calm.") == Strings{"Monday"});
}

}  // namespace
}  // namespace onrecord::times
