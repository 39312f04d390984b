#pragma once
// Records as one self-contained page: each report's text with its sources, cues and contents marked, and the record
// beside it. The page asks the network for nothing, and its content security policy forbids it to; it can be read
// without its script, on paper, by keyboard, and on dark screens.
//
//   std::string page;
//   append_page_head("samples", page);
//   append_page_report(record, 1, page);
//   append_page_foot(page);
//
// A page is written piece by piece, so that a large one never has to be held in memory.
//
// Marks that nest or share words are drawn as underlines at different depths: the shortest nearest to the words, what
// covers it below. Whatever comes from the report is escaped. Thread-safety: pure functions.

#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/record.h"

namespace onrecord::exports {

void append_page_head(std::string_view title, std::string& out);
// number: from 1, another for each report of the page; the anchors are made from it ("r1s3": statement 3 of report 1).
void append_page_report(const Record& record, uint64_t number, std::string& out);
void append_page_foot(std::string& out);

// Text as it may stand between tags and in quoted attributes.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace onrecord::exports
