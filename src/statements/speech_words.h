#pragma once
// Words of saying and what they do with the one spoken to (data/lexicons/cues-en.txt).
// Thread-safety: immutable.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "onrecord/record.h"

namespace onrecord::statements {

enum class Frame : uint8_t {
  kPlain,
  kHearer,  // the object is the one spoken to: "urged Iran to stop"
  kTarget,  // the object belongs to the content: "accused Iran of lying"
};

struct SpeechWord {
  Act act = Act::kSay;
  Frame frame = Frame::kPlain;
};

class SpeechWords {
 public:
  SpeechWords();  // reads the table that was compiled in

  // By lemma, with a particle where one belongs to it ("call for"); null for other words.
  [[nodiscard]] const SpeechWord* find(std::string_view lemma) const;

 private:
  std::unordered_map<std::string, SpeechWord> words_;
};

}  // namespace onrecord::statements
