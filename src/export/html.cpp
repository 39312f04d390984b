#include "export/html.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/sha256.h"
#include "export/characters.h"
#include "export/marks.h"
#include "export/page_style.h"
#include "export/view.h"

namespace onrecord::exports {
namespace {

constexpr uint32_t kDeepest = 6;  // more marks over one another than that are drawn at one depth

void append_escaped(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    at += c.length;
    switch (c.code_point) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      case U'\n':
      case U'\t':
        append_utf8(c.code_point, out);
        break;
      default:
        append_utf8(c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0) ? U'\uFFFD' : c.code_point,
                    out);
    }
  }
}

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

// The hash by which the content security policy knows the page's own script.
std::string base64_of_hex(std::string_view hex) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string out;
  for (size_t at = 0; at < hex.size(); at += 6) {  // three bytes, four digits
    const std::string_view piece = hex.substr(at, 6);
    unsigned bits = 0;
    for (size_t k = 0; k < 6; ++k) bits = bits << 4 | (k < piece.size() ? nibble(piece[k]) : 0);
    const size_t digits = piece.size() * 4 / 6 + (piece.size() < 6 ? 1 : 0);
    for (size_t k = 0; k < 4; ++k) out.push_back(k < digits ? kDigits[bits >> (18 - 6 * k) & 63] : '=');
  }
  return out;
}

std::string_view tag(BlockKind kind, bool first_headline) {
  if (kind == BlockKind::kHeadline) return first_headline ? "h2" : "h3";
  return kind == BlockKind::kSubheading ? "h3" : "p";
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// One report being written.
class ReportWriter {
 public:
  ReportWriter(const Record& record, uint64_t number, std::string& out)
      : record_(record),
        number_(number),
        text_(record.report.text),
        marks_(marks_of(record, text_.size())),
        blocks_(blocks_to_show(record.report, text_)),
        stretches_(cut(marks_, blocks_)),
        has_anchor_(record.statements.size()),
        out_(out) {}

  void write() {
    uint32_t deepest = 0;
    for (const Mark& mark : marks_) deepest = std::max(deepest, std::min(mark.depth, kDeepest));
    put(out_, "<article class=\"report\" id=\"r{}\" aria-label=\"{}\" style=\"--deepest:{}\">\n", number_,
        html_escaped(heading(record_.report, text_)), deepest);
    write_imprint();
    out_ += "<div class=\"columns\">\n";
    write_text();
    write_statements();
    out_ += "</div>\n";
    write_events();
    write_actors();
    out_ += "</article>\n";
  }

 private:
  void write_imprint() {
    const std::string known = imprint(record_.report);
    out_ += "<p class=\"imprint\">";
    append_escaped(known, out_);
    const std::string& id = record_.report.id;
    const std::string& url = record_.report.url;
    if (!known.empty() && !id.empty()) out_ += " · ";
    if (is_web_address(url)) {
      put(out_, "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", html_escaped(url),
          html_escaped(id.empty() ? url : id));
    } else {
      append_escaped(id, out_);
    }
    out_ += "</p>\n";
  }

  void write_text() {
    out_ += "<div class=\"text\">\n";
    bool headline_seen = std::any_of(blocks_.begin(), blocks_.end(),
                                     [](const RecordBlock& b) { return b.kind == BlockKind::kHeadline; });
    if (!headline_seen) put(out_, "<h2>{}</h2>\n", html_escaped(heading(record_.report, text_)));
    headline_seen = !headline_seen;
    for (const Paragraph& paragraph : paragraphs(blocks_, text_)) {
      // A paragraph with a dateline before it is one paragraph; its last block says what it is.
      const BlockKind kind = blocks_[paragraph.end - 1].kind;
      const std::string_view element = tag(kind, !headline_seen);
      headline_seen = headline_seen || kind == BlockKind::kHeadline;
      put(out_, "<{} class=\"{}{}\" dir=\"auto\">", element, name(kind),
          wants_bullet(blocks_[paragraph.first], text_) ? " bullet" : "");
      for (size_t block = paragraph.first; block < paragraph.end; ++block) {
        const bool inner = block + 1 < paragraph.end;
        if (inner) put(out_, "<span class=\"{}\">", name(blocks_[block].kind));
        write_stretches(stretches_[block]);
        if (inner) out_ += "</span> ";
      }
      put(out_, "</{}>\n", element);
    }
    out_ += "</div>\n";
  }

  // Marks become nested elements, the deepest outermost. A mark stays open over as many stretches as can be; where two
  // cross, the one on top is closed and opened again.
  void write_stretches(const std::vector<Stretch>& stretches) {
    std::vector<uint32_t> stack;
    const auto close_to = [&](size_t size) {
      for (; stack.size() > size; stack.pop_back()) out_ += "</mark>";
    };
    for (const Stretch& stretch : stretches) {
      std::vector<uint32_t> wanted = stretch.open;
      std::stable_sort(wanted.begin(), wanted.end(),
                       [&](uint32_t a, uint32_t b) { return marks_[a].depth > marks_[b].depth; });
      const auto same = std::mismatch(stack.begin(), stack.end(), wanted.begin(), wanted.end()).first - stack.begin();
      close_to(static_cast<size_t>(same));
      for (auto mark = wanted.begin() + same; mark != wanted.end(); ++mark) {
        put(out_, "<mark class=\"{}\" data-s=\"{}\" style=\"--d:{}\">", name(marks_[*mark].role),
            marks_[*mark].statement + 1, std::min(marks_[*mark].depth, kDeepest));
        stack.push_back(*mark);
      }
      append_escaped(text_(stretch.span), out_);
      write_numbers(stretch.ends, stack, close_to);
    }
    close_to(0);
  }

  // After each mark its statement's number, a link to the card; the first of a statement is where the card links to.
  template <class CloseTo>
  void write_numbers(const std::vector<uint32_t>& ends, const std::vector<uint32_t>& stack, const CloseTo& close_to) {
    bool follows = false;
    for (size_t k = 0; k < ends.size();) {
      // Marks on the same words ("X said A and warned of B") end together, their numbers in order.
      size_t next = k;
      for (; next < ends.size() && marks_[ends[next]].span == marks_[ends[k]].span; ++next) {
        const auto at = std::find(stack.begin(), stack.end(), ends[next]);
        if (at != stack.end()) close_to(static_cast<size_t>(at - stack.begin()));
      }
      for (size_t same = next; same-- > k; follows = true) {
        if (follows) out_ += "<span class=\"n\" aria-hidden=\"true\">·</span>";
        write_number(marks_[ends[same]]);
      }
      k = next;
    }
  }

  void write_number(const Mark& mark) {
    const uint32_t number = mark.statement + 1;
    put(out_, "<a class=\"n {}\"", name(mark.role));
    if (!has_anchor_[mark.statement]) put(out_, " id=\"r{}t{}\"", number_, number);
    has_anchor_[mark.statement] = true;
    put(out_, " href=\"#r{0}s{1}\" data-s=\"{1}\" aria-label=\"{2} of statement {1}\">{1}</a>", number_, number,
        name(mark.role));
  }

  void write_statements() {
    put(out_, "<section class=\"records\" aria-label=\"Statements\">\n<h3>{} statement{}</h3>\n",
        record_.statements.size(), record_.statements.size() == 1 ? "" : "s");
    if (record_.statements.empty()) {
      out_ += "<p class=\"none\">Nobody is reported to have said anything.</p>\n";
    } else {
      out_ += "<ol>\n";
      const std::vector<StatementView> views = statement_views(record_, text_);
      for (size_t k = 0; k < views.size(); ++k) write_card(views[k], record_.statements[k]);
      out_ += "</ol>\n";
    }
    out_ += "</section>\n";
  }

  void write_card(const StatementView& view, const Statement& statement) {
    put(out_, "<li class=\"card\" id=\"r{0}s{1}\" data-s=\"{1}\" tabindex=\"0\">\n<p class=\"who\">", number_,
        view.number);
    if (has_anchor_[view.number - 1]) {
      put(out_, "<a class=\"num\" href=\"#r{0}t{1}\" aria-label=\"statement {1} in the text\">{1}</a>", number_,
          view.number);
    } else {
      put(out_, "<span class=\"num\">{}</span>", view.number);
    }
    if (view.speaker.empty()) {
      out_ += "<span class=\"speaker nobody\">no source named</span>";
    } else {
      put(out_, "<span class=\"speaker\" dir=\"auto\">{}</span>", html_escaped(view.speaker));
    }
    if (!view.office.empty()) put(out_, "<span class=\"office\" dir=\"auto\">{}</span>", html_escaped(view.office));
    put(out_, "</p>\n<p class=\"said\"><span class=\"says\">{}</span></p>\n", html_escaped(view.cue));
    if (!view.content.empty()) put(out_, "<p class=\"words\" dir=\"auto\">{}</p>\n", html_escaped(view.content));
    write_facts(view, statement);
    out_ += "</li>\n";
  }

  void write_facts(const StatementView& view, const Statement& statement) {
    put(out_, "<p class=\"facts\"><span>{}</span>", view.act);
    if (view.negative) out_ += "<span class=\"no\">not said</span>";
    if (!view.mode.empty()) put(out_, "<span>{}</span>", view.mode);
    put(out_, "<span>source: {}</span>", name(statement.source_kind));
    if (!view.addressee.empty()) put(out_, "<span>to {}</span>", html_escaped(view.addressee));
    if (!view.circumstances.empty()) put(out_, "<span>{}</span>", html_escaped(view.circumstances));
    if (view.via != 0) put(out_, "<span>via <a href=\"#r{0}s{1}\">{1}</a></span>", number_, view.via);
    put(out_, "<span title=\"confidence\">{:.0f}%</span></p>\n", static_cast<double>(statement.confidence) * 100);
  }

  void write_events() {
    if (record_.events.empty()) return;
    put(out_, "<section class=\"actors\" aria-label=\"Events\">\n<h3>{} event{}</h3>\n<table>\n<thead><tr>",
        record_.events.size(), record_.events.size() == 1 ? "" : "s");
    for (const std::string_view title :
         {"", "who", "did what", "to whom", "when, where", "standing", "on whose word", "in the report"})
      put(out_, "<th scope=\"col\">{}</th>", title);
    out_ += "</tr></thead>\n<tbody>\n";
    const std::vector<EventView> views = event_views(record_, text_);
    for (size_t k = 0; k < views.size(); ++k) write_event(views[k], record_.events[k]);
    out_ += "</tbody>\n</table>\n</section>\n";
  }

  void write_event(const EventView& view, const Event& event) {
    put(out_,
        "<tr id=\"r{}{}\"><td>{}</td><td dir=\"auto\">{}</td><td dir=\"auto\"><b>{}</b> {}</td><td "
        "dir=\"auto\">{}</td>",
        number_, view.id, view.id, html_escaped(view.actors), html_escaped(view.action), html_escaped(view.type),
        html_escaped(view.recipients));
    put(out_, "<td dir=\"auto\">{}</td><td>{}, {}</td><td dir=\"auto\">", html_escaped(view.circumstances), view.status,
        view.news_role);
    out_ += event.word.empty() ? "the report’s own" : html_escaped(view.word);
    for (const std::string& id : event.word) put(out_, " <a href=\"#r{}{}\">{}</a>", number_, id, id);
    put(out_, "</td><td dir=\"auto\">{}</td></tr>\n", html_escaped(one_line(text_(event.extent))));
  }

  void write_actors() {
    if (record_.actors.empty()) return;
    out_ += "<section class=\"actors\" aria-label=\"Actors\">\n<h3>Actors</h3>\n<table>\n<thead><tr>";
    for (const std::string_view title : {"name", "kind", "office", "country", "role", "mentions"}) {
      put(out_, "<th scope=\"col\">{}</th>", title);
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const Actor& actor : record_.actors) {
      put(out_,
          "<tr><td dir=\"auto\">{}</td><td>{}</td><td dir=\"auto\">{}</td><td>{}</td><td>{}</td><td "
          "class=\"count\">{}</td></tr>\n",
          html_escaped(actor.name), name(actor.kind), html_escaped(actor.office ? actor.office->title : ""),
          html_escaped(actor.country), html_escaped(actor.role), actor.mentions.size());
    }
    out_ += "</tbody>\n</table>\n</section>\n";
  }

  const Record& record_;
  const uint64_t number_;
  const ByteOffsets text_;
  const std::vector<Mark> marks_;
  const std::vector<RecordBlock> blocks_;
  const std::vector<std::vector<Stretch>> stretches_;
  std::vector<bool> has_anchor_;  // of each statement: its place in the text has been named
  std::string& out_;
};

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(text, out);
  return out;
}

void append_page_head(std::string_view title, std::string& out) {
  put(out,
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'sha256-{}'\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#r1\">Skip to the first report</a>\n"
      "<header class=\"bar\">\n<h1>On record: who said what, who did what</h1>\n<ul class=\"legend\">\n"
      "<li><mark class=\"source\">source</mark> who says it</li>\n"
      "<li><mark class=\"cue\">cue</mark> the word that says so</li>\n"
      "<li><mark class=\"content\">content</mark> what is said</li>\n"
      "<li>raised numbers lead to the statement; what covers another mark is underlined deeper</li>\n"
      "</ul>\n</header>\n<main>\n",
      base64_of_hex(sha256_hex(page_script())), html_escaped(one_line(title)), page_style());
}

void append_page_report(const Record& record, uint64_t number, std::string& out) {
  ReportWriter(record, number, out).write();
}

void append_page_foot(std::string& out) {
  put(out, "</main>\n<script>{}</script>\n</body>\n</html>\n", page_script());
}

}  // namespace onrecord::exports
