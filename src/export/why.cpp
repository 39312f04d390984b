#include "export/why.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "export/characters.h"
#include "export/marks.h"
#include "export/table.h"
#include "export/view.h"

namespace onrecord::exports {
namespace {

constexpr unsigned kNarrowest = 40;
constexpr unsigned kWidest = 110;  // longer lines are hard to read
constexpr size_t kLines = 2;       // of words in the table

// Within a field what was decided comes before what was only weighed.
std::vector<const Evidence*> in_order(const std::vector<Evidence>& evidence) {
  constexpr std::string_view kFields[] = {"cue",  "source",   "source.actors", "source.kind", "content", "act",
                                          "via",  "polarity", "addressee",     "medium",      "trigger", "type",
                                          "mode", "cameo",    "actors",        "recipients",  "status",  "news_role",
                                          "word", "when",     "where"};
  const auto place = [&](const Evidence* one) {
    return std::find(std::begin(kFields), std::end(kFields), one->field) - std::begin(kFields);
  };
  std::vector<const Evidence*> order;
  order.reserve(evidence.size());
  for (const Evidence& one : evidence) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [&](const Evidence* a, const Evidence* b) {
    return place(a) != place(b) ? place(a) < place(b) : a->taken > b->taken;
  });
  return order;
}

class Explainer {
 public:
  Explainer(const Record& record, const PrettyOptions& options, std::string& out)
      : record_(record),
        width_(std::clamp(options.width, kNarrowest, kWidest)),
        colour_(options.colour),
        text_(record.report.text),
        views_(statement_views(record, text_)),
        events_(event_views(record, text_)),
        out_(out) {}

  void explain(const Found& chosen) {
    print(StyledText(record_.report.id.empty() ? "report" : record_.report.id, Style::kStrong));
    for (const size_t statement : chosen.statements) explain(record_.statements[statement], views_[statement]);
    for (const size_t event : chosen.events) explain(record_.events[event], events_[event]);
    for (const size_t actor : chosen.actors) explain(record_.actors[actor]);
    if (!chosen.passed_over.empty()) list_passed_over(chosen.passed_over);
  }

 private:
  void explain(const Statement& statement, const StatementView& view) {
    out_.push_back('\n');
    StyledText head(statement.id + " ", Style::kStrong);
    head.add(view.speaker.empty() ? "no source named" : view.speaker, Style::kSource);
    head.add(" ", Style::kPlain);
    head.add(view.cue, Style::kCue);
    if (!view.content.empty()) head.add(": ", Style::kPlain);
    head.add(view.content, Style::kContent);
    print(head);
    print(StyledText(fmt::format("right with a probability of {:.2f}", statement.confidence), Style::kMuted));
    explain(statement.evidence);
  }

  void explain(const Event& event, const EventView& view) {
    out_.push_back('\n');
    StyledText head(event.id + " ", Style::kStrong);
    head.add(view.actors.empty() ? "somebody" : view.actors, Style::kSource);
    head.add(" " + view.action, Style::kCue);
    if (!view.recipients.empty()) head.add(" → " + view.recipients, Style::kContent);
    head.add(" " + view.type + ", " + view.status, Style::kMuted);
    if (!view.word.empty()) head.add(", on the word of " + view.word, Style::kMuted);
    print(head);
    print(StyledText(fmt::format("an event with a probability of {:.2f}", event.confidence), Style::kMuted));
    explain(event.evidence);
  }

  void explain(const std::vector<Evidence>& evidence) {
    Table table({{"field", 0, 0}, {"", 0, 0}, {"what", 3, kLines}, {"score", 0, 0}, {"by", 2, 0}});
    std::string_view field;
    for (const Evidence* one : in_order(evidence)) {
      const Style style = one->taken ? Style::kPlain : Style::kMuted;
      const bool ruled = !one->by.ends_with(" head");
      table.add_row({StyledText(one->field == field ? "" : one->field, Style::kStrong),
                     StyledText(one->taken ? "" : "not", Style::kMuted), StyledText(what(*one), style),
                     StyledText(ruled ? "" : fmt::format("{:.2f}", one->score), style),
                     StyledText(ruled ? "rule: " + std::string(one->by) : std::string(one->by), style)});
      field = one->field;
    }
    table.write(out_, width_, colour_);
  }

  // Who it is, on what grounds, and why each mention is his.
  void explain(const Actor& actor) {
    out_.push_back('\n');
    StyledText head(actor.id + " ", Style::kStrong);
    head.add(actor.name, Style::kSource);
    head.add(fmt::format(" {} {} {}", name(actor.kind), actor.country, actor.role), Style::kMuted);
    print(head);
    Table table({{"", 0, 0}, {"", 0, 0}, {"what", 3, kLines}, {"score", 0, 0}, {"by", 2, 0}});
    for (const Evidence& one : actor.evidence) {
      const Style style = one.taken ? Style::kPlain : Style::kMuted;
      table.add_row({StyledText(one.taken ? one.field : "", Style::kStrong),
                     StyledText(one.taken ? "" : "not", Style::kMuted), StyledText(one.value, style),
                     StyledText(fmt::format("{:.1f}", one.score), style),
                     StyledText("rule: " + std::string(one.by), style)});
    }
    if (actor.office) {
      std::string term = actor.office->from.empty() ? "" : ", " + actor.office->from + " to " + actor.office->to;
      if (!actor.office->as_of.empty()) term += "? last known " + actor.office->as_of;
      table.add_row({StyledText("office", Style::kStrong), StyledText(),
                     StyledText(actor.office->title + term, Style::kPlain), StyledText(),
                     StyledText(actor.office->basis, Style::kPlain)});
    }
    for (const Mention& mention : actor.mentions) {
      table.add_row({StyledText(name(mention.form), Style::kMuted), StyledText(),
                     StyledText(one_line(text_(mention.span)), Style::kPlain),
                     StyledText(fmt::format("{:.2f}", mention.confidence), Style::kMuted),
                     StyledText("rule: " + std::string(mention.rule), Style::kMuted)});
    }
    table.write(out_, width_, colour_);
  }

  [[nodiscard]] std::string what(const Evidence& one) const {
    std::string words = words_of(one.words, text_);
    if (one.value.empty()) return words;
    return words.empty() ? one.value : one.value + " (" + words + ")";
  }

  void list_passed_over(const std::vector<size_t>& chosen) {
    out_.push_back('\n');
    print(StyledText("Words that might report speech, but not surely enough (--cue-threshold):", Style::kMuted));
    Table table({{"score", 0, 0}, {"words", 1, 1}});
    for (const size_t k : chosen) {
      const PassedOver& passed = record_.passed_over[k];
      StyledText words(one_line(text_(around(passed.cue, true))) + " ", Style::kMuted);
      words.add(one_line(text_(passed.cue)), Style::kCue);
      words.add(" ", Style::kPlain);
      words.add(one_line(text_(around(passed.cue, false))), Style::kMuted);
      table.add_row({StyledText(fmt::format("{:.2f}", passed.score), Style::kPlain), words});
    }
    table.write(out_, width_, colour_);
  }

  // Some of the block's words before or after the cue.
  [[nodiscard]] TextSpan around(TextSpan cue, bool before) const {
    constexpr uint32_t kCodePoints = 36;
    TextSpan block{0, text_.size()};
    for (const RecordBlock& one : record_.report.blocks) {
      if (one.span.begin <= cue.begin && cue.end <= one.span.end) block = one.span;
    }
    if (before) return {std::max(block.begin, cue.begin - std::min(cue.begin, kCodePoints)), cue.begin};
    return {cue.end, std::min(block.end, cue.end + kCodePoints)};
  }

  void print(const StyledText& text) {
    for (const StyledLine& line : text.wrapped(width_)) {
      line.write(out_, colour_);
      out_.push_back('\n');
    }
  }

  const Record& record_;
  const unsigned width_;
  const Colour colour_;
  const ByteOffsets text_;
  const std::vector<StatementView> views_;
  const std::vector<EventView> events_;
  std::string& out_;
};

}  // namespace

Found find_words(const Record& record, std::string_view words) {
  const ByteOffsets text(record.report.text);
  const std::string wanted = lower_ascii(words);
  const auto has = [&](const std::vector<TextSpan>& spans) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](TextSpan span) { return lower_ascii(text(span)).find(wanted) != std::string::npos; });
  };
  Found found;
  for (size_t k = 0; k < record.statements.size(); ++k) {
    const Statement& s = record.statements[k];
    if (has(s.source) || has(s.cue) || has(s.content)) found.statements.push_back(k);
  }
  for (size_t k = 0; k < record.events.size(); ++k) {
    if (has(record.events[k].mentions)) found.events.push_back(k);
  }
  for (size_t k = 0; k < record.passed_over.size(); ++k) {
    const std::string cue = lower_ascii(text(record.passed_over[k].cue));
    if (wanted.find(cue) != std::string::npos || cue.find(wanted) != std::string::npos) found.passed_over.push_back(k);
  }
  return found;
}

void append_why(const Record& record, const Found& chosen, const PrettyOptions& options, std::string& out) {
  Explainer(record, options, out).explain(chosen);
}

}  // namespace onrecord::exports
