#pragma once
// The cast while references are being resolved: what is known of each member, and how references join it. Private to
// this folder.
//
// Thread-safety: belongs to one reading of one report.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/candidates.h"
#include "actors/cast.h"
#include "actors/lexicon.h"
#include "actors/person_name.h"
#include "actors/speech.h"

namespace onrecord::actors {

struct NounPhrase {
  std::string noun;  // lemma
  std::vector<std::string> modifiers;
  bool of_type = false;  // what the knowledge base says the body is, not the report: "party"
  friend bool operator==(const NounPhrase&, const NounPhrase&) = default;
};

// A reference to a member that was met on the way through the text.
struct Reference {
  uint32_t head = 0;
  bool subject = false;
  bool in_quotation = false;
  bool pronoun = false;
  bool mention = false;
  bool speaks = false;        // subject of a verb with a clause or a quotation
  bool opens_block = false;   // the first reference in its block
  bool main_subject = false;  // subject of its sentence's main verb
};

// What is known of a member besides what the cast keeps; each thing once.
struct Knowledge {
  std::vector<PersonName> names;
  std::vector<std::string> keys;
  std::vector<NounPhrase> nouns;
  std::vector<uint32_t> full_names;   // words where the full name stands, in order
  uint32_t last_part = 0;             // one past the last word where a part of the name stands
  std::vector<Reference> references;  // the last few, in order
  uint32_t times = 0;                 // references so far

  [[nodiscard]] uint32_t last_named_before(uint32_t word) const;
};

class Members {
 public:
  Members(const Tree& tree, const Lexicon& lexicon, const Speech& speech, std::vector<Candidate> candidates);

  const Tree& tree;
  const Lexicon& lexicon;
  const Speech& speech;
  const std::vector<Candidate> candidates;
  Cast cast;
  std::vector<Knowledge> known;  // of each member

  // Of each candidate; nothing while it is not resolved.
  [[nodiscard]] std::optional<size_t> member_of(size_t candidate) const { return member_of_[candidate]; }
  [[nodiscard]] std::optional<size_t> with_key(const std::string& key) const;

  // The candidate is that member. rule: a literal that says why.
  void join(size_t candidate, size_t member, std::string_view rule, float confidence = 1);
  // The candidate is somebody new; nothing when the report is full.
  std::optional<size_t> start(size_t candidate);
  // The reader has come to the candidate: it counts for those after it.
  void touch(size_t candidate);
  // All that refers to the one refers to the other from now on.
  void merge(size_t member, size_t into);
  // The member may be called by that noun: "party".
  void know_as(size_t member, std::string_view noun);
  void add_key(const std::string& key, size_t member) { member_of_key_.emplace(key, member); }

  // Who spoke last in the report's own voice.
  [[nodiscard]] std::optional<size_t> last_speaker() const { return last_speaker_; }
  // Members that were met last, each once, the last one first; enough to look back over several paragraphs.
  [[nodiscard]] std::vector<size_t> met_lately() const;
  // 0 for a member that was not met before that word, else up to 1, falling with the sentences between.
  [[nodiscard]] double recency(size_t member, uint32_t word) const;

  // What tells a body from others: its full name for "Iran's foreign ministry", else the words as they stand.
  [[nodiscard]] std::string key_of(const Candidate& candidate) const;
  // Somebody whose offices are known does not answer to one that he or she never held.
  [[nodiscard]] bool denies_title(const Candidate& candidate, size_t member) const;
  // True if gender or country of the two exclude one another.
  [[nodiscard]] static bool conflict(const Candidate& candidate, const Member& member);

 private:
  [[nodiscard]] std::string name_of(const Candidate& candidate) const;
  void learn(const Candidate& candidate, size_t member);

  std::vector<std::optional<size_t>> member_of_;
  std::vector<size_t> met_;  // in the order of the text, with repetitions
  std::unordered_map<std::string, size_t> member_of_key_;
  std::optional<size_t> last_speaker_;
};

}  // namespace onrecord::actors
