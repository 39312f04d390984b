#include "export/offices.h"

#include "export/characters.h"
#include "export/tsv.h"
#include "export/view.h"

namespace onrecord::exports {
void append_offices_heading(std::string& out) {
  append_tsv_row(
      {"person", "entity", "office", "country", "role", "known", "published", "report", "publisher", "words"}, out);
}

void append_offices(const Record& record, std::string& out) {
  const ByteOffsets text(record.report.text);
  for (const Actor& actor : record.actors) {
    if (actor.stated_office.empty()) continue;
    const bool known = actor.office && actor.office->basis == "knowledge-base";
    const std::string words = actor.mentions.empty() ? std::string() : std::string(text(actor.mentions.front().span));
    append_tsv_row({actor.name, actor.entity, actor.stated_office, actor.country, actor.role, known ? "1" : "",
                    record.report.published, record.report.id, record.report.publisher, words},
                   out);
  }
}

}  // namespace onrecord::exports
