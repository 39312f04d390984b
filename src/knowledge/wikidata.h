#pragma once
// A result of the Wikidata Query Service as tables of the knowledge base. docs/knowledge-base.md has the query.
//
// Thread-safety: pure function.

#include <string>
#include <vector>

#include "knowledge/tables.h"
#include "onrecord/error.h"

namespace onrecord::knowledge {

// entity, office and tenure as text, each with its heading.
struct WikidataTables {
  std::string entity, office, tenure;
};

// path: TSV as the service saves it, with columns person, personLabel, position, positionLabel, country, start, end
// and, where wanted, gender (m, f). as_of: the day of the query, for terms without an end; may be empty. Fails as
// Table::read does, and with kKnowledgeBadTable when it has no column "person" and "position".
[[nodiscard]] Result<WikidataTables> read_wikidata(const std::string& path, const std::string& as_of);

}  // namespace onrecord::knowledge
