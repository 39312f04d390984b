#pragma once
// Titles around names and in place of them: "Russia's Deputy Foreign Minister" → the office "Deputy Foreign Minister"
// of Russia. An office read in this way has the basis "report".
//
// Thread-safety: pure functions.

#include <optional>
#include <string>
#include <string_view>

#include "actors/grammar.h"
#include "actors/lexicon.h"
#include "base/word_range.h"

namespace onrecord::actors {

struct Title {
  WordRange words;      // of the office: without article, possessor, country and praise
  uint32_t head = 0;    // its noun
  std::string office;   // as it stands: "Deputy Foreign Minister"
  std::string country;  // ISO code, when an adjective or a possessor names a state
  std::string role;     // PLOVER sector
  Gender gender = Gender::kUnknown;
  bool past = false;  // "former president"
  knowledge::OfficeForm form;
  bool of_body = false;  // of a body, not of the state itself; only the knowledge base tells
};

// The title that stands directly before a name: "defence minister Peter Hultqvist".
[[nodiscard]] std::optional<Title> title_before(const Tree& tree, const Lexicon& lexicon, WordRange name);

// The title that a noun phrase with this head names; nothing when the noun is no title.
[[nodiscard]] std::optional<Title> title_of(const Tree& tree, const Lexicon& lexicon, uint32_t noun);

// The state that a noun phrase belongs to: its country adjective, possessor, or "of Finland"; null when none is named.
[[nodiscard]] const State* state_of_phrase(const Tree& tree, const Lexicon& lexicon, uint32_t noun);

// True if one office may be the other in short or in other words: "foreign secretary" and "secretary", "prime minister"
// and "pm", "defence minister" and "Minister of National Defence".
[[nodiscard]] bool same_office(const Title& a, const Title& b);

}  // namespace onrecord::actors
