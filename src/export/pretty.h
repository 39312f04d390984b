#pragma once
// A record for people at a terminal: the text with its sources, cues and contents marked, and the record as a table
// beside it (wide terminals) or under it.
//
// Each marked stretch ends in the raised number of its statement. With colour a source is bold blue, a cue underlined
// orange, a content green, and a content with other marks in it stands in <angle brackets> besides; without colour all
// stand in brackets: [source]¹ {cue}¹ <content>¹.
//
// Control characters in the text are shown as U+FFFD: a report cannot steer the terminal. Thread-safety: pure function.

#include <string>

#include "export/styled.h"
#include "onrecord/record.h"

namespace onrecord::exports {

struct PrettyOptions {
  unsigned width = 80;  // columns; less than 40 counts as 40
  Colour colour = Colour::kOff;
};

void append_pretty(const Record& record, const PrettyOptions& options, std::string& out);

}  // namespace onrecord::exports
