#include "statements/speech_words.h"

#include "actors/fold.h"
#include "statements/tables.inc"

namespace onrecord::statements {
namespace {

constexpr int kActs = static_cast<int>(Act::kThink) + 1;

Act act_of(std::string_view word) {
  for (int act = 0; act < kActs; ++act) {
    if (name(static_cast<Act>(act)) == word) return static_cast<Act>(act);
  }
  return Act::kSay;
}

Frame frame_of(std::string_view word) {
  return word == "hearer" ? Frame::kHearer : word == "target" ? Frame::kTarget : Frame::kPlain;
}

}  // namespace

SpeechWords::SpeechWords() {
  for (const std::string_view line : actors::parts_of(kCueTable, '\n')) {
    const size_t colon = line.find(':');
    if (line.front() == '#' || colon == std::string_view::npos) continue;
    const auto heading = actors::parts_of(line.substr(0, colon), ' ');
    if (heading.size() < 2) continue;
    const SpeechWord word{act_of(heading[0]), frame_of(heading[1])};
    for (const auto lemma : actors::parts_of(line.substr(colon + 1), ',')) words_.emplace(lemma, word);
  }
}

const SpeechWord* SpeechWords::find(std::string_view lemma) const {
  const auto at = words_.find(std::string(lemma));
  return at == words_.end() ? nullptr : &at->second;
}

}  // namespace onrecord::statements
