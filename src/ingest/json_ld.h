#pragma once
// The article that a page describes in JSON-LD. Thread-safety: pure function. Time is linear in the script.

#include <string_view>

#include "ingest/page_metadata.h"

namespace onrecord::ingest {

// Fills the empty fields of `out` from one script; a script that is no JSON or describes no article changes nothing.
void read_json_ld(std::string_view script, PageMetadata& out);

}  // namespace onrecord::ingest
