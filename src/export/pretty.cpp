#include "export/pretty.h"

#include <algorithm>

#include <fmt/format.h>

#include "export/marks.h"
#include "export/table.h"
#include "export/view.h"

namespace onrecord::exports {
namespace {

constexpr unsigned kNarrowest = 40;
constexpr unsigned kBeside = 120;      // from here on the record stands beside the text
constexpr unsigned kTable = 76;        // below, statements are listed: the table's columns would be too narrow
constexpr unsigned kEventTable = 110;  // its seven columns need more
constexpr unsigned kWidestText = 100;  // longer lines are hard to read
constexpr size_t kContentLines = 3;    // of a content in the table

Style style_of(Role role) {
  switch (role) {
    case Role::kSource:
      return Style::kSource;
    case Role::kCue:
      return Style::kCue;
    case Role::kContent:
      return Style::kContent;
  }
  return Style::kPlain;
}

Style style_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeadline:
    case BlockKind::kSubheading:
      return Style::kStrong;
    case BlockKind::kByline:
    case BlockKind::kDateline:
    case BlockKind::kCaption:
    case BlockKind::kCredit:
    case BlockKind::kBoilerplate:
      return Style::kMuted;
    default:
      return Style::kPlain;
  }
}

bool keeps_lines(BlockKind kind) {
  return kind == BlockKind::kList || kind == BlockKind::kTable || kind == BlockKind::kEmbed;
}

std::string_view bracket(Role role, bool opens) {
  switch (role) {
    case Role::kSource:
      return opens ? "[" : "]";
    case Role::kCue:
      return opens ? "{" : "}";
    case Role::kContent:
      return opens ? "<" : ">";
  }
  return "";
}

// One record being written.
class Printer {
 public:
  Printer(const Record& record, const PrettyOptions& options, std::string& out)
      : record_(record),
        width_(std::max(options.width, kNarrowest)),
        colour_(options.colour),
        text_(record.report.text),
        views_(statement_views(record, text_)),
        marks_(marks_of(record, text_.size())),
        blocks_(blocks_to_show(record.report, text_)),
        stretches_(cut(marks_, blocks_)),
        out_(out) {}

  void print() {
    print_head();
    if (width_ >= kBeside) {
      print_text_and_notes();
    } else {
      print_text();
      if (width_ >= kTable) {
        print_statements();
      } else {
        print_notes();
      }
    }
    print_events();
    print_actors();
  }

 private:
  void print_lines(const std::vector<StyledLine>& lines) {
    for (const StyledLine& line : lines) {
      line.write(out_, colour_);
      out_.push_back('\n');
    }
  }

  // The headline stands in the text already; a report without one is headed by its title.
  void print_head() {
    StyledText first(record_.report.id.empty() ? "report" : record_.report.id, Style::kStrong);
    const std::string from = imprint(record_.report);
    if (!from.empty()) first.add(" · " + from, Style::kMuted);
    print_lines(first.wrapped(width_));
    const bool headed = std::any_of(blocks_.begin(), blocks_.end(),
                                    [](const RecordBlock& b) { return b.kind == BlockKind::kHeadline; });
    if (!headed && !record_.report.title.empty())
      print_lines(StyledText(record_.report.title, Style::kStrong).wrapped(width_));
    print_lines(record_.statements.empty() ? StyledText("no statement found", Style::kMuted).wrapped(width_)
                                           : legend().wrapped(width_));
    out_.push_back('\n');
  }

  [[nodiscard]] StyledText legend() const {
    StyledText line;
    for (const Role role : {Role::kSource, Role::kCue, Role::kContent}) {
      if (!line.empty()) line.add(" ", Style::kPlain);
      if (colour_ == Colour::kOff) line.add(bracket(role, true), Style::kPlain);
      line.add(name(role), style_of(role));
      if (colour_ == Colour::kOff) line.add(bracket(role, false), Style::kPlain);
      line.add("¹", Style::kMuted);
    }
    line.add(" with the number of the statement", Style::kMuted);
    return line;
  }

  // Marks of one role on the same words ("X said A and warned of B") share their brackets.
  [[nodiscard]] bool alike(uint32_t a, uint32_t b) const {
    return marks_[a].role == marks_[b].role && marks_[a].span == marks_[b].span;
  }

  [[nodiscard]] bool has_brackets(uint32_t mark) const {
    return colour_ == Colour::kOff || (marks_[mark].role == Role::kContent && marks_[mark].depth > 0);
  }

  void add_begins(const std::vector<uint32_t>& begins, StyledText& line) const {
    for (size_t k = 0; k < begins.size(); ++k) {
      if (k > 0 && alike(begins[k - 1], begins[k])) continue;
      const Role role = marks_[begins[k]].role;
      if (has_brackets(begins[k])) line.add(bracket(role, true), style_of(role));
    }
  }

  void add_ends(const std::vector<uint32_t>& ends, StyledText& line) const {
    for (size_t k = 0; k < ends.size();) {
      const Role role = marks_[ends[k]].role;
      size_t last = k;
      while (last + 1 < ends.size() && alike(ends[k], ends[last + 1])) ++last;
      const bool brackets = has_brackets(ends[k]) || has_brackets(ends[last]);
      if (brackets) line.add(bracket(role, false), style_of(role));
      if (!brackets && k > 0) line.add("·", Style::kMuted);
      std::string numbers;
      for (size_t same = last + 1; same-- > k;) {  // innermost first = the last statement first
        if (!numbers.empty()) numbers += "·";
        numbers += superscript(marks_[ends[same]].statement + 1);
      }
      line.add(numbers, Style::kMuted);
      k = last + 1;
    }
  }

  void add_words(std::string_view words, Style style, bool keep_lines, StyledText& line) const {
    for (size_t at = 0; at < words.size();) {
      const size_t end = keep_lines ? words.find('\n', at) : std::string_view::npos;
      line.add(words.substr(at, end - at), style);
      if (end == std::string_view::npos) return;
      line.break_line();
      at = end + 1;
    }
  }

  [[nodiscard]] StyledText paragraph_text(const Paragraph& paragraph) const {
    StyledText line;
    for (size_t block = paragraph.first; block < paragraph.end; ++block) {
      const BlockKind kind = blocks_[block].kind;
      if (!line.empty()) line.add(" ", Style::kPlain);
      if (wants_bullet(blocks_[block], text_)) line.add("• ", Style::kMuted);
      for (const Stretch& stretch : stretches_[block]) {
        Style style = style_of(kind);
        uint32_t depth = UINT32_MAX;
        for (const uint32_t mark : stretch.open) {
          if (marks_[mark].depth >= depth) continue;
          depth = marks_[mark].depth;
          style = style_of(marks_[mark].role);
        }
        add_begins(stretch.begins, line);
        add_words(text_(stretch.span), style, keeps_lines(kind), line);
        add_ends(stretch.ends, line);
      }
    }
    return line;
  }

  void print_text() {
    for (const Paragraph& paragraph : paragraphs(blocks_, text_)) {
      print_lines(paragraph_text(paragraph).wrapped(std::min(width_, kWidestText)));
      out_.push_back('\n');
    }
  }

  // The paragraph that a statement's note stands beside: that of its cue, without one of its first mark.
  [[nodiscard]] std::vector<std::vector<size_t>> notes_of(const std::vector<Paragraph>& paragraphs) const {
    std::vector<std::vector<size_t>> out(paragraphs.size());
    for (size_t k = 0; k < record_.statements.size(); ++k) {
      const Statement& s = record_.statements[k];
      const auto& spans = !s.cue.empty() ? s.cue : !s.source.empty() ? s.source : s.content;
      if (spans.empty() || paragraphs.empty()) continue;
      const auto after =
          std::upper_bound(paragraphs.begin(), paragraphs.end(), spans.front().begin,
                           [&](uint32_t at, const Paragraph& p) { return at < blocks_[p.first].span.begin; });
      out[after == paragraphs.begin() ? 0 : static_cast<size_t>(after - paragraphs.begin()) - 1].push_back(k);
    }
    return out;
  }

  [[nodiscard]] static StyledText who(const StatementView& view) {
    if (view.speaker.empty()) return {"no source named", Style::kMuted};
    StyledText out(view.speaker, Style::kSource);
    if (!view.office.empty()) out.add(", " + view.office, Style::kMuted);
    return out;
  }

  [[nodiscard]] static StyledText says(const StatementView& view) {
    StyledText out(view.cue, Style::kCue);
    const std::string note = act_note(view);
    if (!note.empty()) out.add(" (" + note + ")", Style::kMuted);
    return out;
  }

  void add_note(const StatementView& view, unsigned width, std::vector<StyledLine>& lines) const {
    StyledText first(std::to_string(view.number) + " ", Style::kStrong);
    first.add(who(view));
    if (!view.mode.empty()) first.add(" · " + view.mode, Style::kMuted);
    if (!view.addressee.empty()) first.add(" · to " + view.addressee, Style::kMuted);
    if (!view.circumstances.empty()) first.add(" · " + view.circumstances, Style::kMuted);
    if (view.via != 0) first.add(" · via " + std::to_string(view.via), Style::kMuted);
    StyledText second = says(view);
    if (!view.content.empty()) second.add(": " + view.content, Style::kPlain);
    for (const StyledLine& line : first.wrapped(width, 2)) lines.push_back(line);
    for (const StyledLine& line : second.wrapped(width, kContentLines)) lines.push_back(line);
  }

  void print_notes() {
    std::vector<StyledLine> lines;
    for (const StatementView& view : views_) {
      add_note(view, width_, lines);
      lines.emplace_back();
    }
    print_lines(lines);
  }

  void print_text_and_notes() {
    const unsigned left = std::min(kWidestText, (width_ - 3) * 11 / 20);
    const unsigned right = std::min(kWidestText, width_ - 3 - left);
    const std::vector<Paragraph> all = paragraphs(blocks_, text_);
    const std::vector<std::vector<size_t>> notes = notes_of(all);
    const StyledLine bar = StyledText("│", Style::kMuted).wrapped(1).front();
    const StyledLine nothing;
    for (size_t k = 0; k < all.size(); ++k) {
      std::vector<StyledLine> text = paragraph_text(all[k]).wrapped(left);
      std::vector<StyledLine> beside;
      for (const size_t note : notes[k]) add_note(views_[note], right, beside);
      text.emplace_back();
      if (beside.size() >= text.size()) beside.emplace_back();
      for (size_t line = 0; line < std::max(text.size(), beside.size()); ++line) {
        (line < text.size() ? text[line] : nothing).write_padded(out_, left + 1, colour_);
        bar.write(out_, colour_);
        if (line < beside.size() && beside[line].columns() > 0) {
          out_.push_back(' ');
          beside[line].write(out_, colour_);
        }
        out_.push_back('\n');
      }
    }
    out_.push_back('\n');
  }

  void print_statements() {
    if (views_.empty()) return;
    Table table({{"#", 0, 0},
                 {"speaker, office", 4, 3},
                 {"says", 3, 2},
                 {"content", 8, kContentLines},
                 {"mode", 0, 0},
                 {"via", 0, 0}});
    for (const StatementView& view : views_) {
      std::string before = view.addressee.empty() ? "" : "to " + view.addressee;
      if (!view.circumstances.empty()) before += (before.empty() ? "" : ", ") + view.circumstances;
      StyledText content(before.empty() ? before : before + ": ", Style::kMuted);
      content.add(view.content.empty() ? "–" : view.content, view.content.empty() ? Style::kMuted : Style::kPlain);
      table.add_row({StyledText(std::to_string(view.number), Style::kStrong), who(view), says(view), content,
                     StyledText(view.mode, Style::kMuted),
                     StyledText(view.via == 0 ? "" : std::to_string(view.via), Style::kMuted)});
    }
    table.write(out_, width_, colour_);
    out_.push_back('\n');
  }

  void print_events() {
    const std::vector<EventView> events = event_views(record_, text_);
    if (events.empty()) return;
    if (width_ < kEventTable) return print_event_lines(events);
    Table table({{"event", 0, 0},
                 {"who", 4, 2},
                 {"did what", 3, 2},
                 {"to whom", 4, 2},
                 {"when, where", 3, 2},
                 {"standing", 0, 0},
                 {"on whose word", 3, 2}});
    for (const EventView& event : events) {
      StyledText what(event.action, Style::kStrong);
      what.add(" " + event.type, Style::kMuted);
      table.add_row({StyledText(event.id, Style::kMuted), StyledText(event.actors, Style::kPlain), what,
                     StyledText(event.recipients, Style::kPlain), StyledText(event.circumstances, Style::kPlain),
                     StyledText(event.status == "occurred" ? "" : event.status, Style::kPlain),
                     StyledText(event.word, Style::kSource)});
    }
    table.write(out_, width_, colour_);
    out_.push_back('\n');
  }

  void print_event_lines(const std::vector<EventView>& events) {
    for (const EventView& event : events) {
      StyledText line(event.id + " ", Style::kMuted);
      line.add(event.actors.empty() ? "somebody" : event.actors, Style::kPlain);
      line.add(" " + event.action + " ", Style::kStrong);
      line.add(event.type, Style::kMuted);
      if (!event.recipients.empty()) line.add(" → " + event.recipients, Style::kPlain);
      if (event.status != "occurred") line.add(" · " + event.status, Style::kMuted);
      if (!event.word.empty()) line.add(" · on the word of " + event.word, Style::kSource);
      print_lines(line.wrapped(width_, 2));
    }
    out_.push_back('\n');
  }

  void print_actors() {
    if (record_.actors.empty()) return;
    if (width_ >= kTable) {
      print_actor_table();
    } else {
      for (const Actor& actor : record_.actors) {
        StyledText line(actor.id + " ", Style::kMuted);
        line.add(actor.name, Style::kStrong);
        if (actor.office) line.add(", " + actor.office->title, Style::kPlain);
        line.add(" · ", Style::kMuted);
        line.add(name(actor.kind), Style::kMuted);
        print_lines(line.wrapped(width_, 2));
      }
    }
    out_.push_back('\n');
  }

  void print_actor_table() {
    Table table({{"actor", 0, 0},
                 {"name", 4, 2},
                 {"kind", 0, 0},
                 {"office", 4, 2},
                 {"country", 0, 0},
                 {"role", 0, 0},
                 {"mentions", 0, 0}});
    for (const Actor& actor : record_.actors) {
      table.add_row({StyledText(actor.id, Style::kMuted), StyledText(actor.name, Style::kStrong),
                     StyledText(name(actor.kind), Style::kPlain),
                     StyledText(actor.office ? std::string_view(actor.office->title) : "", Style::kPlain),
                     StyledText(actor.country, Style::kPlain), StyledText(actor.role, Style::kPlain),
                     StyledText(std::to_string(actor.mentions.size()), Style::kPlain)});
    }
    table.write(out_, width_, colour_);
  }

  const Record& record_;
  const unsigned width_;
  const Colour colour_;
  const ByteOffsets text_;
  const std::vector<StatementView> views_;
  const std::vector<Mark> marks_;
  const std::vector<RecordBlock> blocks_;
  const std::vector<std::vector<Stretch>> stretches_;
  std::string& out_;
};

}  // namespace

void append_pretty(const Record& record, const PrettyOptions& options, std::string& out) {
  Printer(record, options, out).print();
}

}  // namespace onrecord::exports
