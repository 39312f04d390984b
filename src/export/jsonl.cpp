#include "export/jsonl.h"

#include "export/json.h"

namespace onrecord::exports {
namespace {

void write(JsonWriter& json, TextSpan span) {
  json.begin_array();
  json.integer(span.begin);
  json.integer(span.end);
  json.end_array();
}

void write(JsonWriter& json, std::string_view key, const std::vector<TextSpan>& spans) {
  json.key(key);
  json.begin_array();
  for (const TextSpan span : spans) write(json, span);
  json.end_array();
}

void write(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

void write(JsonWriter& json, std::string_view key, std::string_view text_or_nothing) {
  json.key(key);
  json.text_or_null(text_or_nothing);
}

// null, or an object that begins with its span.
template <class T, class Rest>
void write_found(JsonWriter& json, std::string_view key, const std::optional<T>& found, Rest rest) {
  json.key(key);
  if (!found) return json.null();
  json.begin_object();
  json.key("span");
  write(json, found->span);
  rest(*found);
  json.end_object();
}

void write(JsonWriter& json, std::string_view key, const std::optional<StatementMedium>& medium) {
  write_found(json, key, medium, [&](const StatementMedium& found) { write(json, "kind", name(found.kind)); });
}

void write(JsonWriter& json, std::string_view key, const std::optional<When>& when) {
  write_found(json, key, when, [&](const When& found) {
    write(json, "start", found.start);
    write(json, "end", found.end);
    write(json, "precision", found.precision);
  });
}

void write_number(JsonWriter& json, std::string_view key, bool known, double value) {
  json.key(key);
  if (!known) return json.null();
  json.number(value);
}

void write(JsonWriter& json, const Where& where) {
  json.begin_object();
  json.key("span");
  write(json, where.span);
  write(json, "name", where.name);
  json.key("geonames");
  if (where.geonames == 0) {
    json.null();
  } else {
    json.integer(where.geonames);
  }
  write_number(json, "lat", !where.precision.empty(), where.lat);
  write_number(json, "lon", !where.precision.empty(), where.lon);
  write(json, "country", where.country);
  write(json, "precision", where.precision);
  json.end_object();
}

void write(JsonWriter& json, std::string_view key, const std::optional<Where>& where) {
  json.key(key);
  if (!where) return json.null();
  write(json, *where);
}

void write(JsonWriter& json, const Report& report) {
  json.begin_object();
  write(json, "id", report.id);
  write(json, "url", report.url);
  write(json, "publisher", report.publisher);
  write(json, "title", report.title);
  write(json, "authors", report.authors);
  write(json, "published", report.published);
  write(json, "retrieved", report.retrieved);
  write(json, "language", report.language);
  write(json, "sha256", report.sha256);
  write(json, "copy_of", report.copy_of);
  json.key("text");
  json.text(report.text);
  json.key("blocks");
  json.begin_array();
  for (const RecordBlock& block : report.blocks) {
    json.begin_object();
    write(json, "kind", name(block.kind));
    json.key("span");
    write(json, block.span);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write(JsonWriter& json, const Office& office) {
  json.begin_object();
  write(json, "title", office.title);
  write(json, "from", office.from);
  write(json, "to", office.to);
  write(json, "as_of", office.as_of);
  write(json, "basis", office.basis);
  json.end_object();
}

void write(JsonWriter& json, const Actor& actor) {
  json.begin_object();
  write(json, "id", actor.id);
  write(json, "name", actor.name);
  write(json, "kind", name(actor.kind));
  write(json, "entity", actor.entity);
  json.key("office");
  if (actor.office) {
    write(json, *actor.office);
  } else {
    json.null();
  }
  write(json, "country", actor.country);
  write(json, "role", actor.role);
  write(json, "cameo", actor.cameo);
  json.key("mentions");
  json.begin_array();
  for (const Mention& mention : actor.mentions) {
    json.begin_object();
    json.key("span");
    write(json, mention.span);
    write(json, "form", name(mention.form));
    json.key("confidence");
    json.number(static_cast<double>(mention.confidence));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write(JsonWriter& json, const Statement& statement) {
  json.begin_object();
  write(json, "id", statement.id);
  json.key("source");
  json.begin_object();
  write(json, "spans", statement.source);
  write(json, "actors", statement.source_actors);
  write(json, "kind", name(statement.source_kind));
  json.end_object();
  json.key("cue");
  json.begin_object();
  write(json, "spans", statement.cue);
  write(json, "lemma", statement.cue_lemma);
  write(json, "act", name(statement.act));
  json.end_object();
  write(json, "content", statement.content);
  write(json, "mode", statement.mode == Mode::kNone ? std::string_view{} : name(statement.mode));
  write(json, "addressee", statement.addressee);
  write(json, "medium", statement.medium);
  write(json, "when", statement.when);
  write(json, "where", statement.where);
  write(json, "via", statement.via);
  write(json, "polarity", name(statement.polarity));
  json.key("confidence");
  json.number(static_cast<double>(statement.confidence));
  json.end_object();
}

void write(JsonWriter& json, const Event& event) {
  json.begin_object();
  write(json, "id", event.id);
  write(json, "type", name(event.type));
  write(json, "mode", event.mode);
  write(json, "contexts", event.contexts);
  write(json, "cameo", event.cameo);
  json.key("quad");
  json.integer(static_cast<uint64_t>(event.quad));
  json.key("intensity");
  json.number(event.intensity);
  write(json, "actors", event.actors);
  write(json, "recipients", event.recipients);
  json.key("trigger");
  write(json, event.trigger);
  json.key("extent");
  write(json, event.extent);
  write(json, "mentions", event.mentions);
  write(json, "when", event.when);
  write(json, "where", event.where);
  write(json, "status", name(event.status));
  write(json, "word", event.word);
  write(json, "news_role", name(event.news_role));
  json.key("confidence");
  json.number(static_cast<double>(event.confidence));
  json.end_object();
}

}  // namespace

void append_jsonl(const Record& record, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  write(json, "schema", std::string_view("onrecord/1"));
  json.key("report");
  write(json, record.report);
  json.key("actors");
  json.begin_array();
  for (const Actor& actor : record.actors) write(json, actor);
  json.end_array();
  json.key("places");
  json.begin_array();
  for (const Where& place : record.places) write(json, place);
  json.end_array();
  json.key("statements");
  json.begin_array();
  for (const Statement& statement : record.statements) write(json, statement);
  json.end_array();
  json.key("events");
  json.begin_array();
  for (const Event& event : record.events) write(json, event);
  json.end_array();
  json.key("engine");
  json.begin_object();
  write(json, "version", record.engine.version);
  write(json, "model", record.engine.model);
  write(json, "knowledge_base", record.engine.knowledge_base);
  json.end_object();
  json.end_object();
  out.push_back('\n');
}

}  // namespace onrecord::exports
