#pragma once
// A word → its lemma, as Universal Dependencies' English treebanks have it. Three sources, the first that knows the
// word:
//   lemma-irregular.tsv  irregular forms: FORM, UPOS, LEMMA
//   lemma-endings.tsv    how endings are lemmatised, by tag and letter case: ENDING, XPOS, CASE, SCRIPT
//   the network          the script that it chose ("drop two characters, append y"; docs/model-format.md)
// Measured with the tags of a half-trained network on the two dev sets (49,808 words): network alone 94.6 % of lemmas
// right, with irregular forms 95.8, with endings 97.7. Commas between a number's groups of digits go, by rule.
//
// Both files are text that a linguist may add to, columns parted by tabs, forms in lower case and with straight
// apostrophes; lines that begin with # are comments.
//
// Thread-safety: immutable.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::syntax {

class Lemmatiser {
 public:
  // scripts: the manifest's lemma_scripts; lexicon: path of lemma-irregular.tsv, beside which lemma-endings.tsv lies.
  // Fails with kModelForeign for a script that is none, kInputMissing, kInputUnreadable or kUsage (a line that is not
  // as above) for the files.
  [[nodiscard]] static Result<Lemmatiser> open(const std::vector<std::string>& scripts, const std::string& lexicon);

  // upos and xpos: "VERB", "VBD" and the like; script: number in the list.
  [[nodiscard]] std::string lemma(std::string_view word, std::string_view upos, std::string_view xpos,
                                  size_t script) const;

 private:
  enum class Case : uint8_t { kLower, kAsWord, kCapitalised, kUpper, kWhole };
  struct Script {
    Case letter_case = Case::kLower;
    uint32_t drop = 0;   // characters, from the end
    std::string suffix;  // the whole lemma for kWhole
  };
  [[nodiscard]] static bool parse(std::string_view text, Script& out);
  [[nodiscard]] static std::string apply(const Script& script, std::string_view word, const std::string& low);
  [[nodiscard]] bool add_irregular(std::string_view line);
  [[nodiscard]] bool add_ending(std::string_view line);
  [[nodiscard]] const Script* script_of_ending(std::string_view word, std::string_view low,
                                               std::string_view xpos) const;

  std::vector<Script> scripts_;
  std::unordered_map<std::string, std::string> irregular_;  // "form UPOS" → lemma
  std::unordered_map<std::string, Script> endings_;         // "XPOS case ending", whole words with ^ before them
  size_t longest_ending_ = 0;                               // bytes
};

}  // namespace onrecord::syntax
