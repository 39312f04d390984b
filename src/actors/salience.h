#pragma once
// Who is in the reader's mind at a word: how recently and how prominently each actor was referred to.
// Thread-safety: belongs to one reading of one report.

#include <cstdint>
#include <optional>
#include <vector>

#include "actors/candidates.h"
#include "actors/cast.h"
#include "actors/grammar.h"

namespace onrecord::actors {

class Salience {
 public:
  explicit Salience(const Tree& tree) : tree_(tree) {}

  void add_member() { last_.emplace_back(); }
  // References must come in the order of the text.
  void touch(uint32_t member, const Candidate& candidate);

  // 0 for a member that was not referred to before that word, else up to 1, falling with the distance.
  [[nodiscard]] double recency(uint32_t member, uint32_t word) const;

  // The member that a pronoun stands for; nothing when none fits.
  [[nodiscard]] std::optional<size_t> best_for(const Candidate& pronoun, const std::vector<Member>& members) const;

 private:
  struct Reference {
    uint32_t head = 0;
    bool subject = false;
    bool in_quotation = false;
    bool pronoun = false;
    bool mention = false;
  };
  struct Recent {
    std::vector<Reference> references;
  };

  [[nodiscard]] double fitness(const Candidate& pronoun, const Member& member, const Recent& recent) const;
  [[nodiscard]] bool argues_with(const Reference& reference, const Candidate& pronoun) const;

  const Tree& tree_;
  std::vector<Recent> last_;
};

}  // namespace onrecord::actors
