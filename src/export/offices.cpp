#include "export/offices.h"

#include <array>
#include <string_view>

#include "export/characters.h"
#include "export/view.h"

namespace onrecord::exports {
namespace {

// White space of any kind would end a field or a row.
void append_field(std::string_view field, std::string& out) {
  for (const char c : field) out.push_back(c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
}

}  // namespace

void append_offices_heading(std::string& out) {
  out += "person\tentity\toffice\tcountry\trole\tknown\tpublished\treport\tpublisher\twords\n";
}

void append_offices(const Record& record, std::string& out) {
  const ByteOffsets text(record.report.text);
  for (const Actor& actor : record.actors) {
    if (actor.stated_office.empty()) continue;
    const bool known = actor.office && actor.office->basis == "knowledge-base";
    const std::string words = actor.mentions.empty() ? std::string() : std::string(text(actor.mentions.front().span));
    const std::array<std::string_view, 10> fields{actor.name,
                                                  actor.entity,
                                                  actor.stated_office,
                                                  actor.country,
                                                  actor.role,
                                                  known ? "1" : "",
                                                  record.report.published,
                                                  record.report.id,
                                                  record.report.publisher,
                                                  words};
    for (size_t k = 0; k < fields.size(); ++k) {
      if (k > 0) out.push_back('\t');
      append_field(fields[k], out);
    }
    out.push_back('\n');
  }
}

}  // namespace onrecord::exports
