#pragma once
// Compiles tables into a knowledge base file: the same tables give the same bytes.
//
// Thread-safety: pure function.

#include <string>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::knowledge {

struct Built {
  std::string bytes;                  // of the file
  std::vector<std::string> left_out;  // rows that make no sense, one line each: "data/kb/tenure.tsv.gz: ends before …"
};

// inputs: folders, or files of a Wikidata query (wikidata.h). A folder holds some of entity, office, tenure,
// membership, place, alias, code as NAME.tsv or NAME.tsv.gz. Of rows with the same id those of a later input count.
// version: what the file calls itself; empty = "kb-" and a hash of the tables. Fails as Table::read does; with
// kKnowledgeBadTable when a folder holds no table, or when two names share a hash.
[[nodiscard]] Result<Built> build(const std::vector<std::string>& inputs, const std::string& version);

}  // namespace onrecord::knowledge
