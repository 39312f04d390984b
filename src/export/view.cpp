#include "export/view.h"

#include <unordered_map>

#include "export/characters.h"

namespace onrecord::exports {
namespace {

void append_joined(std::string_view piece, std::string_view between, std::string& out) {
  if (piece.empty()) return;
  if (!out.empty()) out += between;
  out += piece;
}

using ActorsById = std::unordered_map<std::string_view, const Actor*>;

void set_speaker(const Statement& statement, const ActorsById& actors, const ByteOffsets& text, StatementView& view) {
  for (const std::string& id : statement.source_actors) {
    const auto actor = actors.find(id);
    if (actor == actors.end()) continue;
    append_joined(one_line(actor->second->name), " and ", view.speaker);
    if (actor->second->office) append_joined(one_line(actor->second->office->title), "; ", view.office);
  }
  if (view.speaker.empty()) view.speaker = words_of(statement.source, text);
}

// The days, else the words.
std::string days_of(const When& when, const ByteOffsets& text) {
  const std::string days = when.start == when.end ? when.start : when.start + " to " + when.end;
  return days.empty() ? one_line(text(when.span)) : days;
}

std::string circumstances(const Statement& statement, const ByteOffsets& text) {
  std::string out;
  if (statement.medium) append_joined(name(statement.medium->kind), ", ", out);
  if (statement.where) append_joined("in " + one_line(statement.where->name), ", ", out);
  if (statement.when) append_joined(days_of(*statement.when, text), ", ", out);
  return out;
}

std::string names_of(const std::vector<std::string>& ids, const ActorsById& actors) {
  std::string out;
  for (const std::string& id : ids) {
    if (const auto actor = actors.find(id); actor != actors.end())
      append_joined(one_line(actor->second->name), "; ", out);
  }
  return out;
}

}  // namespace

std::string words_of(const std::vector<TextSpan>& spans, const ByteOffsets& text) {
  std::string out;
  for (const TextSpan span : spans) append_joined(one_line(text(span)), " … ", out);
  return out;
}

std::vector<StatementView> statement_views(const Record& record, const ByteOffsets& text) {
  ActorsById actors;
  for (const Actor& actor : record.actors) actors.emplace(actor.id, &actor);
  std::unordered_map<std::string_view, uint32_t> numbers;
  for (const Statement& s : record.statements) numbers.emplace(s.id, static_cast<uint32_t>(numbers.size() + 1));

  std::vector<StatementView> out;
  out.reserve(record.statements.size());
  for (const Statement& s : record.statements) {
    StatementView view;
    view.number = static_cast<uint32_t>(out.size() + 1);
    set_speaker(s, actors, text, view);
    view.cue = words_of(s.cue, text);
    view.act = name(s.act);
    view.lemma = s.cue_lemma;
    view.content = words_of(s.content, text);
    if (s.mode != Mode::kNone) view.mode = name(s.mode);
    if (const auto actor = actors.find(s.addressee); actor != actors.end())
      view.addressee = one_line(actor->second->name);
    view.circumstances = circumstances(s, text);
    if (const auto number = numbers.find(s.via); number != numbers.end()) view.via = number->second;
    view.negative = s.polarity == Polarity::kNegative;
    out.push_back(std::move(view));
  }
  return out;
}

std::vector<EventView> event_views(const Record& record, const ByteOffsets& text) {
  ActorsById actors;
  for (const Actor& actor : record.actors) actors.emplace(actor.id, &actor);
  std::unordered_map<std::string_view, std::string> speakers;
  for (const Statement& statement : record.statements) {
    StatementView view;
    set_speaker(statement, actors, text, view);
    speakers.emplace(statement.id, view.speaker.empty() ? "somebody not named" : view.speaker);
  }
  std::vector<EventView> out;
  out.reserve(record.events.size());
  for (const Event& event : record.events) {
    EventView view;
    view.id = event.id;
    view.type = name(event.type);
    if (!event.mode.empty()) view.type += ", " + event.mode;
    view.action = one_line(text(event.trigger));
    view.actors = names_of(event.actors, actors);
    view.recipients = names_of(event.recipients, actors);
    if (event.when) view.circumstances = days_of(*event.when, text);
    if (event.where) view.where = one_line(event.where->name);
    append_joined(view.where, ", ", view.circumstances);
    view.status = name(event.status);
    for (const std::string& id : event.word) append_joined(speakers[id], ", via ", view.word);
    view.news_role = name(event.news_role);
    out.push_back(std::move(view));
  }
  return out;
}

std::string act_note(const StatementView& statement) {
  std::string note;
  if (statement.act != statement.lemma) note = statement.act;
  if (statement.negative) append_joined("not said", ", ", note);
  return note;
}

std::string superscript(uint32_t number) {
  static constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char digit : std::to_string(number)) out += kDigits[digit - '0'];
  return out;
}

std::string heading(const Report& report, const ByteOffsets& text) {
  std::string title = one_line(report.title);
  for (const RecordBlock& block : report.blocks) {
    if (!title.empty()) break;
    if (block.kind == BlockKind::kHeadline) title = one_line(text(block.span));
  }
  return title.empty() ? one_line(report.id) : title;
}

std::string imprint(const Report& report) {
  std::string out;
  append_joined(one_line(report.publisher), " · ", out);
  append_joined(one_line(report.published), " · ", out);
  std::string authors;
  for (const std::string& author : report.authors) append_joined(one_line(author), ", ", authors);
  if (!authors.empty()) append_joined("By " + authors, " · ", out);
  return out;
}

}  // namespace onrecord::exports
