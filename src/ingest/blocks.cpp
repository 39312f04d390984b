#include "ingest/blocks.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include <re2/re2.h>

#include "ingest/byline.h"
#include "ingest/dateline.h"
#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/patterns.h"
#include "ingest/picture.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kLongestHeadline = 250;  // characters
constexpr uint32_t kLongestSubheading = 90;
constexpr uint32_t kMostSubheadingWords = 12;
constexpr uint32_t kLongestBoilerplate = 300;
constexpr uint32_t kFewWords = 8;
constexpr size_t kFrontUnits = 8;     // between headline and text there are no more
constexpr uint32_t kProseWords = 12;  // a paragraph of the text has at least so many words …
constexpr double kStopped = 0.6;      // … and this share of them ends in a stop, if stops are to tell anything

struct Unit {
  Span span;
  uint32_t group = 0;
  BlockKind kind = BlockKind::kParagraph;
  bool decided = false;
  bool stop = false;
  uint32_t words = 0;
  uint32_t size = 0;  // characters
  const Dateline* dateline = nullptr;

  void decide(BlockKind what) {
    kind = what;
    decided = true;
  }
  [[nodiscard]] bool is(BlockKind what) const { return decided && kind == what; }
  [[nodiscard]] bool prose() const { return !decided && words >= kProseWords && stop; }
  // A line that is no sentence: too short for a paragraph and without a stop.
  [[nodiscard]] bool bare() const { return !decided && !stop; }
};

class Classifier {
 public:
  Classifier(std::string_view text, const std::vector<Piece>& pieces, std::string_view title)
      : text_(text), title_(fold(title)) {
    units_.reserve(pieces.size());
    for (const Piece& p : pieces) add(p);
  }

  TextBlocks run() {
    join_embeds();
    for (Unit& u : units_) decide_by_words(u);
    drop_speaker_labels();
    find_headline();
    read_front();
    read_body();
    read_tail();
    return finish();
  }

 private:
  void add(const Piece& p) {
    Unit u{.span = p.span, .group = p.group};
    const std::string_view words = p.span.in(text_);
    u.words = static_cast<uint32_t>(split_words(words).size());
    u.size = characters(words);
    u.stop = ends_in_stop(words);
    if (p.given) u.decide(refine(*p.given, words));
    units_.push_back(u);
  }
  // What a page calls a heading or a caption may be known more exactly.
  [[nodiscard]] static BlockKind refine(BlockKind given, std::string_view words) {
    if (given == BlockKind::kSubheading && is_byline(words)) return BlockKind::kByline;
    if (given == BlockKind::kCaption && is_credit(words)) return BlockKind::kCredit;
    return given;
  }
  [[nodiscard]] std::string_view words(const Unit& u) const { return u.span.in(text_); }

  void join_embeds();
  void decide_by_words(Unit& u);
  [[nodiscard]] bool is_boilerplate(const Unit& u) const;
  [[nodiscard]] bool is_question_heading(size_t i) const;
  void drop_speaker_labels();
  void find_headline();
  void read_front();
  void read_body();
  void decide_bare_line(size_t i, bool stops_tell);
  void read_tail();
  TextBlocks finish();

  std::string_view text_;
  std::string title_;
  std::vector<Unit> units_;
  std::deque<Dateline> datelines_;  // units point into it
  size_t body_ = 0;                 // the first unit after headline, deck and bylines
  Frontmatter front_;
};

// A post as text: its author's handle on a line, in the lines of one group, or "@handle:" before its words.
void Classifier::join_embeds() {
  static const RE2 kHandleLine(R"(@\w{2,30})", RE2::Quiet);
  static const RE2 kPost(R"((?s)@\w{2,30}:\s.*|.*\(@\w{2,30}\)[^.]{0,40}\d{4}|.*pic\.twitter\.com/\w+.*)", RE2::Quiet);
  std::vector<Unit> out;
  for (size_t i = 0; i < units_.size();) {
    size_t end = i + 1;
    while (end < units_.size() && units_[end].group == units_[i].group) ++end;
    const bool post =
        std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(i), units_.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const Unit& u) { return !u.decided && RE2::FullMatch(piece(words(u)), kHandleLine); });
    if (post && end - i > 1) {
      Unit joined = units_[i];
      joined.span.end = units_[end - 1].span.end;
      joined.decide(BlockKind::kEmbed);
      out.push_back(joined);
    } else {
      for (; i < end; ++i) {
        if (!units_[i].decided && RE2::FullMatch(piece(words(units_[i])), kPost)) units_[i].decide(BlockKind::kEmbed);
        out.push_back(units_[i]);
      }
    }
    i = end;
  }
  units_ = std::move(out);
}

// Rubrics ("More from …") begin sentences of reports too, so they count only on lines that are none.
bool Classifier::is_boilerplate(const Unit& u) const {
  if (u.size > kLongestBoilerplate) return false;
  const std::string line = fold(words(u));
  if (lexicon().boilerplate.matches(line)) return true;
  const size_t rubric = lexicon().rubrics.matched_bytes(line);
  if (rubric == 0) return false;
  const bool labelled = rubric < line.size() && line[rubric] == ':' && u.words <= kMostSubheadingWords;
  return !u.stop || u.words <= kFewWords || labelled;
}

// Kinds that the words alone give away.
void Classifier::decide_by_words(Unit& u) {
  if (u.decided) return;
  const std::string_view line = words(u);
  if (starts_with_bullet(line)) return u.decide(BlockKind::kList);
  if (is_date_line(line)) return u.decide(BlockKind::kDateline);
  if (is_byline(line)) return u.decide(BlockKind::kByline);
  if (is_credit(line)) return u.decide(BlockKind::kCredit);
  static const RE2 kInitials(R"([a-z]{2,4}(?:/[a-z]{2,4})+)", RE2::Quiet);
  if (RE2::FullMatch(piece(line), kInitials)) return u.decide(BlockKind::kBoilerplate);
  if (is_boilerplate(u)) return u.decide(BlockKind::kBoilerplate);
  if (is_caption(line)) return u.decide(BlockKind::kCaption);
  if (auto dateline = find_dateline(line)) {
    u.dateline = &datelines_.emplace_back(std::move(*dateline));
  } else if (whole_line_dateline(line)) {
    u.decide(BlockKind::kDateline);
  }
}

// "SMITH: I object." is a dateline to look at ("RAIPUR: The …"), but a place heads a paragraph once, a speaker often.
void Classifier::drop_speaker_labels() {
  const auto labelled = [&](const Unit& u) { return u.dateline && words(u)[u.dateline->bytes - 1] == ':'; };
  std::unordered_set<std::string> seen;
  bool repeated = false;
  for (const Unit& u : units_) {
    if (labelled(u)) repeated |= !seen.insert(u.dateline->place).second;
  }
  if (!repeated) return;
  for (Unit& u : units_) {
    if (labelled(u)) u.dateline = nullptr;
  }
}

void Classifier::find_headline() {
  if (units_.empty()) return;
  if (!title_.empty()) {
    for (size_t i = 0; i < std::min(units_.size(), kFrontUnits); ++i) {
      if (fold(words(units_[i])) == title_) {
        units_[i].decide(BlockKind::kHeadline);
        body_ = i + 1;
        return;
      }
    }
  }
  for (size_t i = 0; i < units_.size(); ++i) {
    if (units_[i].is(BlockKind::kHeadline)) {
      body_ = i + 1;
      return;
    }
  }
  // Words that look like a caption or a rubric at the very top are a headline all the same.
  Unit& first = units_.front();
  const bool worded = first.is(BlockKind::kCaption) || first.is(BlockKind::kBoilerplate);
  if (units_.size() < 2 || (first.decided && !worded)) return;
  const bool slug = first.dateline && (!first.dateline->agency.empty() || first.stop);
  // A headline may be a question or a cry, hardly a statement with its stop.
  const bool statement = first.stop && !words(first).ends_with('?') && !words(first).ends_with('!');
  if (statement && !worded) return;
  if (slug || first.size > kLongestHeadline) return;
  first.decide(BlockKind::kHeadline);
  first.dateline = nullptr;
  body_ = 1;
}

// Decks and bare bylines stand between the headline and the first paragraph.
void Classifier::read_front() {
  size_t last_byline = 0;
  size_t end = body_;
  for (; end < units_.size() && end < body_ + kFrontUnits; ++end) {
    Unit& u = units_[end];
    if (u.dateline || u.prose()) break;
    if (u.bare() && u.words <= 14 && may_be_bare_byline(words(u))) u.decide(BlockKind::kByline);
    if (u.is(BlockKind::kByline)) last_byline = end;
  }
  // A deck stands before a byline, or before running text.
  const bool text_follows = end < units_.size() && (units_[end].dateline || units_[end].prose());
  const size_t decks_end = text_follows ? end : last_byline;
  for (size_t i = body_; i < std::min(decks_end, units_.size()); ++i) {
    Unit& u = units_[i];
    const bool before_byline = i < last_byline;
    if (u.decided || u.size > kLongestHeadline) continue;
    const bool same_lines = i > 0 && units_[i - 1].is(BlockKind::kByline) && units_[i - 1].group == u.group;
    if (u.bare() && same_lines && is_name_like(words(u))) {
      u.decide(BlockKind::kByline);
    } else if (before_byline || (u.bare() && i == body_ && u.words > 3 && !words(u).ends_with(':'))) {
      u.decide(BlockKind::kSubheading);
    }
  }
}

void Classifier::read_body() {
  size_t prose = 0;
  size_t stopped = 0;
  size_t bare = 0;
  for (size_t i = body_; i < units_.size(); ++i) {
    const Unit& u = units_[i];
    bare += u.bare();
    if (u.decided || u.words < kProseWords) continue;
    ++prose;
    stopped += u.stop;
  }
  const bool stops_tell = prose > bare && static_cast<double>(stopped) >= kStopped * static_cast<double>(prose);
  for (size_t i = body_; i < units_.size(); ++i) {
    if (units_[i].bare()) {
      decide_bare_line(i, stops_tell);
    } else if (is_question_heading(i)) {
      units_[i].decide(BlockKind::kSubheading);
    }
  }
}

// "What does the treaty say?" above the paragraph that answers.
bool Classifier::is_question_heading(size_t i) const {
  const Unit& u = units_[i];
  if (u.decided || u.words < 3 || u.words > kFewWords || i == body_ || i + 1 == units_.size()) return false;
  static const RE2 kQuestion(R"((\pL+)['’\s][^.!?"“”]*\?)", RE2::Quiet);
  std::string first;
  if (!RE2::FullMatch(piece(words(u)), kQuestion, &first)) return false;
  return lexicon().question_words.has_word(fold(first)) && units_[i + 1].prose();
}

void Classifier::decide_bare_line(size_t i, bool stops_tell) {
  Unit& u = units_[i];
  const std::string_view line = words(u);
  if (line.ends_with(':') || line.ends_with(',') || line.ends_with(';')) return;  // goes on in the next paragraph
  const bool last = i + 1 == units_.size();
  const bool before_text =
      !last && ((!units_[i + 1].decided && !units_[i + 1].bare()) || units_[i + 1].is(BlockKind::kList));
  const bool short_line = u.words <= kMostSubheadingWords && u.size <= kLongestSubheading;
  const bool timed = time_of_day_bytes(line) > 0;
  if (ends_in_bare_credit(line)) return u.decide(BlockKind::kCaption);
  if (u.dateline && !timed) return;
  if (timed || (short_line && before_text)) return u.decide(BlockKind::kSubheading);
  if (!stops_tell) return;
  u.decide(short_line && last ? BlockKind::kBoilerplate : BlockKind::kCaption);
}

// After "Related topics" and the like nothing but short lines follows.
void Classifier::read_tail() {
  bool after_rubric = false;
  for (size_t i = body_; i < units_.size(); ++i) {
    Unit& u = units_[i];
    if (after_rubric && (u.words < kProseWords || !u.stop)) {
      u.decide(BlockKind::kBoilerplate);
      continue;
    }
    std::string_view rubric = words(u);
    if (rubric.ends_with(':')) rubric.remove_suffix(1);
    after_rubric = u.is(BlockKind::kBoilerplate) && lexicon().tail_rubrics.has_word(fold(rubric));
  }
}

TextBlocks Classifier::finish() {
  TextBlocks out;
  for (size_t i = 0; i < units_.size(); ++i) {
    Unit& u = units_[i];
    const std::string_view line = words(u);
    if (u.is(BlockKind::kHeadline) && front_.headline.empty()) front_.headline = line;
    if (u.is(BlockKind::kByline) && i <= body_ + kFrontUnits) {
      for (std::string& author : byline_authors(line)) front_.authors.push_back(std::move(author));
    }
    if (u.is(BlockKind::kDateline) && front_.published.empty() && i <= body_ + kFrontUnits) {
      if (const auto date = find_full_date(line)) front_.published = date->iso;
    }
    if (u.dateline && !u.decided) {
      const Dateline& d = *u.dateline;
      if (front_.published.empty() && i <= body_ + kFrontUnits) front_.published = d.date;
      if (front_.agency.empty()) front_.agency = d.agency;
      const auto cut = u.span.begin + static_cast<uint32_t>(d.bytes);
      out.blocks.push_back({BlockKind::kDateline, {u.span.begin, cut}});
      u.span = trimmed(text_, {cut, u.span.end});
    }
    // "Jane Doe" above "Paris" is one byline.
    const bool goes_on = i > 0 && u.is(BlockKind::kByline) && units_[i - 1].is(BlockKind::kByline) &&
                         u.group == units_[i - 1].group && !out.blocks.empty();
    if (goes_on) {
      out.blocks.back().span.end = u.span.end;
    } else {
      out.blocks.push_back({u.kind, u.span});
    }
  }
  out.front = std::move(front_);
  return out;
}

}  // namespace

TextBlocks find_blocks(std::string_view text, const std::vector<Piece>& pieces, std::string_view title) {
  return Classifier(text, pieces, title).run();
}

}  // namespace onrecord::ingest
