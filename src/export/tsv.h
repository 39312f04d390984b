#pragma once
// Rows of tab-separated values: what would end a field or a row becomes a space. Thread-safety: pure function.

#include <string>
#include <vector>

namespace onrecord::exports {

void append_tsv_row(const std::vector<std::string>& fields, std::string& out);

}  // namespace onrecord::exports
