#pragma once
// A record as a person reads it: statements with names instead of ids and words instead of offsets. What the terminal
// and the page show alike.
//
// Thread-safety: pure functions.

#include <cstdint>
#include <string>
#include <vector>

#include "export/marks.h"
#include "onrecord/record.h"

namespace onrecord::exports {

// The words of one statement, each on one line. Empty where the report does not say.
struct StatementView {
  uint32_t number = 0;  // from 1: the statement's place in the record, as in "s1"
  std::string speaker;  // "Riikka Salmela"; the words of the source for one without a name
  std::string office;   // "defence minister"
  std::string cue;      // "has accused"
  std::string act;      // "accuse"
  std::string lemma;    // of the cue, "accuse"
  std::string content;  // "Ostrovia of \"playing with fire\""; pieces joined by " … "
  std::string mode;     // "direct"
  std::string addressee;
  std::string circumstances;  // "press conference, in Geneva, 2026-03-02": how, where and when it was said
  uint32_t via = 0;           // number of the statement that it is known from; 0 = the report's own word
  bool negative = false;      // the report says that it was not said
};

// The words of the spans on one line, joined by " … ".
[[nodiscard]] std::string words_of(const std::vector<TextSpan>& spans, const ByteOffsets& text);

[[nodiscard]] std::vector<StatementView> statement_views(const Record& record, const ByteOffsets& text);

// One event in words. Empty where the report does not say.
struct EventView {
  std::string id;
  std::string type;    // "ASSAULT, aerial"
  std::string action;  // the words that name it
  std::string actors, recipients;
  std::string where;
  std::string circumstances;  // "2026-03-02, Geneva"
  std::string status;
  std::string word;  // on whose: "Ana Gora, via the embassy"; empty = the report's own
  std::string news_role;
};

[[nodiscard]] std::vector<EventView> event_views(const Record& record, const ByteOffsets& text);

// What the cue's words do not tell: "deny" for "disputed", "not said" for what was not; may be empty.
[[nodiscard]] std::string act_note(const StatementView& statement);

// "12" as "¹²".
[[nodiscard]] std::string superscript(uint32_t number);

// The report's title; without one its headline, else its id.
[[nodiscard]] std::string heading(const Report& report, const ByteOffsets& text);

// "Skerry Post · 2026-01-30 · By A. Writer": what is known of the report; may be empty.
[[nodiscard]] std::string imprint(const Report& report);

}  // namespace onrecord::exports
