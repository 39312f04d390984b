#include "statements/speech_words.h"

#include "base/tables.h"
#include "base/with_name.h"
#include "statements/tables.inc"

namespace onrecord::statements {
namespace {

Frame frame_of(std::string_view word) {
  return word == "hearer" ? Frame::kHearer : word == "target" ? Frame::kTarget : Frame::kPlain;
}

}  // namespace

SpeechWords::SpeechWords() {
  for (const std::string_view line : lines_of(kCueTable)) {
    const Heading heading = heading_of(line, ',');
    if (heading.words.size() < 2) continue;
    const SpeechWord word{with_name(heading.words[0], Act::kThink).value_or(Act::kSay), frame_of(heading.words[1])};
    for (const auto lemma : heading.entries) words_.emplace(lemma, word);
  }
}

const SpeechWord* SpeechWords::find(std::string_view lemma) const {
  const auto at = words_.find(std::string(lemma));
  return at == words_.end() ? nullptr : &at->second;
}

}  // namespace onrecord::statements
