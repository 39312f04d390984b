#pragma once
// The actors of one report, local to it: who acts, speaks or is acted upon, and where each is mentioned.
//
// Thread-safety: a value.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actors/grammar.h"
#include "actors/identities.h"
#include "actors/lexicon.h"
#include "actors/titles.h"
#include "base/word_range.h"
#include "onrecord/record.h"

namespace onrecord::actors {

enum class ActorId : uint32_t {};  // a number in Cast::members

struct MemberMention {
  WordRange words;
  MentionForm form = MentionForm::kName;
  std::string_view rule;  // why it is this member: "same name", "office", "pronoun" …; a literal
  float confidence = 1;   // that it is: 0 to 1
};

struct Member {
  std::string name;  // the fullest that the report gives
  ActorKind kind = ActorKind::kPerson;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool named = false;   // has a proper name
  bool unsure = false;  // a noun that nobody has yet had use for: no actor unless it speaks
  std::vector<Title> titles;
  std::string country, role;
  std::optional<Identity> identity;       // in the knowledge base
  std::optional<knowledge::Held> office;  // held on the day of the report, as the knowledge base has it
  std::vector<MemberMention> mentions;    // in order
};

class Cast {
 public:
  Cast() = default;
  explicit Cast(uint32_t words) : at_head_(words, kNobody) {}

  std::vector<Member> members;

  [[nodiscard]] Member& operator[](ActorId id) { return members[static_cast<uint32_t>(id)]; }
  [[nodiscard]] const Member& operator[](ActorId id) const { return members[static_cast<uint32_t>(id)]; }

  ActorId add(Member member);
  // The reference headed by this word, mention or not, is to that member.
  void refer(uint32_t head, ActorId member) { at_head_[head] = static_cast<uint32_t>(member); }
  [[nodiscard]] std::optional<ActorId> at_head(uint32_t word) const;

  // Whom words of a noun phrase name, a list for "India and Pakistan"; empty when nobody known.
  [[nodiscard]] std::vector<ActorId> named_by(const Tree& tree, std::span<const uint32_t> words) const;
  // An actor named by its noun phrase, for one that no rule knew: "three people briefed on the talks".
  ActorId add_phrase(const Tree& tree, const Lexicon& lexicon, std::span<const uint32_t> words);

 private:
  static constexpr uint32_t kNobody = UINT32_MAX;
  std::vector<uint32_t> at_head_;  // one a word
};

void add_once(std::vector<ActorId>& ids, ActorId id);
// True if one of the first is one of the second.
[[nodiscard]] bool share_one(const std::vector<ActorId>& a, const std::vector<ActorId>& b);

// "the senior opposition MP" → "senior opposition MP".
[[nodiscard]] std::string without_article(std::string_view phrase);

}  // namespace onrecord::actors
