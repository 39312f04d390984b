#pragma once
// The words around a cue that belong to neither its source nor quite to its content: the one spoken to, and the word
// that joins the content to the cue. Private to this folder.

#include <optional>
#include <string>

#include "statements/statements.h"

namespace onrecord::statements {

// The word that the cue is about: its last verb, else its last noun, else its last word.
[[nodiscard]] uint32_t head_of_cue(const actors::Tree& tree, WordRange cue);

// "say" for "has said", "call for" for "called for", "according to".
[[nodiscard]] std::string lemma_of_cue(const actors::Tree& tree, WordRange cue);

// Cuts the one spoken to out of the content and returns the head of the noun phrase. Nothing when nobody is spoken to.
[[nodiscard]] std::optional<uint32_t> cut_hearer(const Report& report, const actors::Cast& cast, Frame frame,
                                                 Reading& reading);

// "that", "to", "whether" between the cue and its content join the content.
void take_joining_word(const Report& report, Reading& reading);

// "Ruto, who has promised": the noun phrase that a relative pronoun stands for joins it as the source.
void take_antecedent(const Report& report, Reading& reading);

[[nodiscard]] Mode mode_of(const text::Tokens& tokens, const std::vector<uint8_t>& meaningful, const WordSet& content);

}  // namespace onrecord::statements
