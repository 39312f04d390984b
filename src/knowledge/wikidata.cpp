#include "knowledge/wikidata.h"

#include <set>

#include <fmt/format.h>

namespace onrecord::knowledge {
namespace {

// "<http://www.wikidata.org/entity/Q76>" → Q76; "\"Barack Obama\"@en" → Barack Obama.
std::string_view plain(std::string_view field) {
  if (field.starts_with('<') && field.ends_with('>')) field = field.substr(1, field.size() - 2);
  if (field.starts_with('"')) {
    const size_t end = field.rfind('"');
    field = field.substr(1, end == 0 ? std::string_view::npos : end - 1);
  }
  if (field.find("/entity/") != std::string_view::npos) field.remove_prefix(field.rfind('/') + 1);
  return field;
}

// "2021-09-15T00:00:00Z" → 2021-09-15
std::string_view day_of(std::string_view field) {
  return plain(field).substr(0, 10);
}

}  // namespace

Result<WikidataTables> read_wikidata(const std::string& path, const std::string& as_of) {
  // The service writes "?person" where a query says ?person.
  const std::vector<std::string_view> names{"?person",  "?personLabel", "?position", "?positionLabel",
                                            "?country", "?start",       "?end",      "?gender"};
  std::vector<std::string_view> bare;
  bare.reserve(names.size());
  for (const std::string_view name : names) bare.push_back(name.substr(1));
  auto table = Table::read(path, names);
  if (!table) return tl::unexpected(table.error());
  if (table->rows() > 0 && table->at(0, 0).empty()) table = Table::read(path, bare);
  if (!table) return tl::unexpected(table.error());
  if (table->rows() == 0 || table->at(0, 0).empty() || table->at(0, 2).empty()) {
    return fail(Code::kKnowledgeBadTable,
                "has no rows with person and position; save the query of docs/knowledge-base.md as TSV", path);
  }
  WikidataTables out{"id\tkind\tname\tcountry\tgender\tsource\n", "id\ttitle\tcountry\tsource\n",
                     "person\toffice\tfrom\tto\tas_of\tsource\n"};
  std::set<std::string_view> people, offices;
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto field = [&](size_t column) { return plain(table->at(row, column)); };
    if (field(0).empty() || field(2).empty()) continue;
    if (people.insert(field(0)).second)
      out.entity += fmt::format("{}\tperson\t{}\t{}\t{}\twikidata\n", field(0), field(1), field(4), field(7));
    if (offices.insert(field(2)).second)
      out.office += fmt::format("{}\t{}\t{}\twikidata\n", field(2), field(3), field(4));
    const std::string_view end = day_of(table->at(row, 6));
    out.tenure += fmt::format("{}\t{}\t{}\t{}\t{}\twikidata\n", field(0), field(2), day_of(table->at(row, 5)), end,
                              end.empty() ? as_of : "");
  }
  return out;
}

}  // namespace onrecord::knowledge
