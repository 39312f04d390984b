#pragma once
// What the geometry of quotation marks says about whose words they are. The network reads one paragraph at a time and
// may stop in the middle of a quotation; these rules put whole quotations, and their sequels, into one mouth.
//
//   1. A content that holds at least half of a quotation's part in a block holds all of that part, unless its cue
//   stands
//      inside it: “He told me to go” is not his.
//   2. The holder of a quotation also holds the paragraphs that carry it on (same quotation number: re-opened marks,
//      also past a caption or an advertisement), and those before it when the cue comes only in a later one.
//   3. A sentence that is nothing but quotation, follows the cue's sentence in its block and has no cue of its own
//      joins the quotation before it:  “We won,” he said. “They lost.”
//   4. A paragraph that is nothing but quotation joins the quotation that ended the paragraph before it, if nobody else
//      is named as speaking in either:  He said: “We won.” ¶ “They lost.”  It also joins the only speaker of a
//      paragraph that paraphrases him:  He said that they had won. ¶ “They were slow.”
//      Or past one paragraph in which nobody speaks or is named:  “We won,” he said. ¶ It rained. ¶ “They lost.”
//   5. A paragraph that is nothing but quotation and has no speaker by these rules is said by the person who acts in
//      the last sentence before it, or who is named there before a colon:  The captain fought for words. ¶ “We lost.”
//   6. A quotation has one speaker: contents that hold less than half of a part give it up, unless their own cue stands
//      inside it.
//
// Thread-safety: pure function. Time is linear in the words of the document and of all readings.

#include <vector>

#include "actors/grammar.h"
#include "statements/reading.h"

namespace onrecord::statements {

struct QuotationRules {
  bool sequels_in_block = true;       // rule 3
  bool sequels_in_next_block = true;  // rule 4
  bool introductions = true;          // rule 5
};

// aside: one element a block; 1 = caption, credit and the like, which stand between paragraphs.
void complete_quotations(const actors::Tree& tree, const std::vector<uint8_t>& meaningful,
                         const std::vector<uint8_t>& aside, QuotationRules rules, std::vector<Reading>& readings);

}  // namespace onrecord::statements
