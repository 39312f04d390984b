#pragma once
// Who speaks where, before anybody is known: what the network and the rules of statements/ read of a report's sources
// and contents. Whom a pronoun stands for depends on it.
//
// Thread-safety: a value.

#include <cstdint>
#include <vector>

namespace onrecord::actors {

// Empty when nothing is known of speech; then grammar alone tells who speaks.
struct Speech {
  static constexpr uint32_t kNone = UINT32_MAX;
  std::vector<uint32_t> source_of;   // one a word: the utterance whose source it belongs to, else kNone
  std::vector<uint32_t> content_of;  // one a word: the innermost utterance whose content it belongs to, else kNone
};

}  // namespace onrecord::actors
