#pragma once
// onrecord tokens: JSON Lines {"id", "text"} in; a line of words, sentences and quotation states each out.

#include <iosfwd>

namespace onrecord::app {

// One line of output a line of input:
//   {"id": …, "words": [[begin, end], …], "sentence": […], "block": […], "quote": […], "quotation": […]}
// words in code points of the text; the other lists have one number a word (src/text/tokens.h says what they mean).
// Returns the exit status: 0, or 1 after a line that is no such object, which is named in the output's place.
int run_tokens(std::istream& in, std::ostream& out);

}  // namespace onrecord::app
