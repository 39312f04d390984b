#include "export/events.h"

#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "export/tsv.h"
#include "export/view.h"

namespace onrecord::exports {
void append_events_heading(std::string& out) {
  append_tsv_row({"report",  "published", "publisher",  "event",     "type",        "mode",       "cameo",
                  "quad",    "intensity", "contexts",   "actors",    "actor_codes", "recipients", "recipient_codes",
                  "status",  "word",      "statements", "news_role", "start",       "end",        "place",
                  "country", "lat",       "lon",        "geonames",  "trigger",     "extent",     "confidence"},
                 out);
}

void append_events(const Record& record, std::string& out) {
  const ByteOffsets text(record.report.text);
  const std::vector<EventView> views = event_views(record, text);
  std::unordered_map<std::string_view, std::string> codes;
  for (const Actor& actor : record.actors) codes.emplace(actor.id, actor.cameo);
  const auto codes_of = [&](const std::vector<std::string>& ids) {
    std::vector<std::string> of;
    of.reserve(ids.size());
    for (const std::string& id : ids) of.push_back(codes[id]);
    return fmt::format("{}", fmt::join(of, ";"));
  };
  for (size_t k = 0; k < record.events.size(); ++k) {
    const Event& event = record.events[k];
    const EventView& view = views[k];
    const bool placed = event.where && !event.where->precision.empty();
    append_tsv_row({record.report.id,
                    record.report.published,
                    record.report.publisher,
                    event.id,
                    std::string(name(event.type)),
                    event.mode,
                    event.cameo,
                    std::to_string(event.quad),
                    fmt::format("{:g}", event.intensity),
                    fmt::format("{}", fmt::join(event.contexts, ";")),
                    view.actors,
                    codes_of(event.actors),
                    view.recipients,
                    codes_of(event.recipients),
                    view.status,
                    view.word,
                    fmt::format("{}", fmt::join(event.word, ";")),
                    view.news_role,
                    event.when ? event.when->start : "",
                    event.when ? event.when->end : "",
                    view.where,
                    event.where ? event.where->country : "",
                    placed ? fmt::format("{:.4f}", event.where->lat) : "",
                    placed ? fmt::format("{:.4f}", event.where->lon) : "",
                    event.where && event.where->geonames != 0 ? std::to_string(event.where->geonames) : "",
                    view.action,
                    std::string(text(event.extent)),
                    fmt::format("{:.3f}", event.confidence)},
                   out);
  }
}

}  // namespace onrecord::exports
