#pragma once
// Events as a table, tab-separated, one row an event: what analysts load into R, pandas or a database. The columns are
// named in docs/record.md ("Events as a table").
//
// Thread-safety: pure functions.

#include <string>

#include "onrecord/record.h"

namespace onrecord::exports {

void append_events_heading(std::string& out);
void append_events(const Record& record, std::string& out);

}  // namespace onrecord::exports
