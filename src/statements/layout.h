#pragma once
// Who speaks, where the layout of a report says so and no verb does. The network reads one paragraph at a time and
// can't see it.
//
//   1. Turns: paragraphs that begin with a speaker and a colon, of two speakers or more who take turns.
//        VARGA: We have not been asked.  ¶  Q: Will you go?  ¶  Varga (laughing): No.
//   2. Signed quotations: a quotation, a dash and a name, at the end of a line.
//        “The port is ours.” ― Ilse Varga, dockworker
//   3. Introduced quotations: a paragraph whose cue ends it with a colon; the paragraph after it is what was said.
//        The mayor told the paper:  ¶  “We have not been asked.”        The letter reads:  ¶  Dear Sir, …
//
// Runs before the rules of quotations.h, which put whole quotations into the mouths found here.
// Thread-safety: pure function. Time is linear in the words of the document and of all readings.

#include <string_view>
#include <vector>

#include "statements/reading.h"
#include "text/tokens.h"

namespace onrecord::statements {

// Adds readings, and completes those whose cue it is. readings: in the order of their cues, before and after. aside:
// one element a block, as in quotations.h.
void read_layout(std::string_view text, const text::Tokens& tokens, const std::vector<uint8_t>& meaningful,
                 const std::vector<uint8_t>& aside, std::vector<Reading>& readings);

}  // namespace onrecord::statements
