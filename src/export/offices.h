#pragma once
// Offices that a report itself gives to somebody ("deputy foreign minister Sergei Ryabkov"), as rows of a table:
// evidence of lower authority than the knowledge base's, with the report and its date. `onrecord read --format offices`
// writes them.
//
// Thread-safety: pure functions.

#include <string>

#include "onrecord/record.h"

namespace onrecord::exports {

// person, entity, office, country, role, known, published, report, publisher, words; parted by tabs, with a line end.
// known: the knowledge base has that person in that office on the day. words: where the report names the person first.
void append_offices_heading(std::string& out);
void append_offices(const Record& record, std::string& out);

}  // namespace onrecord::exports
