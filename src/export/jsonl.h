#pragma once
// Record → one line of JSON (schema "onrecord/1", docs/record.md), the lossless form that all others can be made from.
// Every field is there, null or [] where it is empty, always in the same order; offsets are in code points.
//
// Thread-safety: pure function.

#include <string>

#include "onrecord/record.h"

namespace onrecord::exports {

// Appends the line with its line end.
void append_jsonl(const Record& record, std::string& out);

}  // namespace onrecord::exports
