#pragma once
// What a title of an office comes down to, so that the words of a report can be held against those of a source.
//   "Minister for Foreign Affairs and Trade"   rank minister, fields foreign, trade
//   "foreign secretary"                        rank minister, field foreign
// The words are data/lexicons/offices-en.txt.
//
// Thread-safety: OfficeWords is immutable.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onrecord::knowledge {

// A bit of OfficeForm::fields that no field has: an office of something that is neither the state nor a known body.
inline constexpr uint64_t kSomethingElse = 1ULL << 63;

struct OfficeForm {
  uint8_t rank = 0;     // 0 = none known; the number of the rank in the list, from 1
  uint64_t fields = 0;  // one bit a field
  friend bool operator==(const OfficeForm&, const OfficeForm&) = default;
};

class OfficeWords {
 public:
  OfficeWords();  // reads the table that was compiled in

  // country: ISO alpha-3 of the state whose office it is, or empty; "secretary of state" is not the same everywhere.
  [[nodiscard]] OfficeForm form(std::string_view title, std::string_view country) const;
  // The number of a rank; 0 for a name that the list does not have.
  [[nodiscard]] uint8_t rank(std::string_view name) const;
  [[nodiscard]] std::string_view rank_name(uint8_t rank) const;
  // PLOVER sector of whoever holds such an office: "GOV" unless the list says otherwise.
  [[nodiscard]] std::string_view role(const OfficeForm& form) const;
  // The only state that has such a title; empty for others.
  [[nodiscard]] std::string_view only_in(std::string_view title) const;
  // True for the ranks of which a state's leader holds one: president, monarch, prime minister, supreme or junta
  // leader.
  [[nodiscard]] bool leads_state(uint8_t rank) const;
  // True for a rank that says nothing without its body: "leader", "director".
  [[nodiscard]] bool needs_body(uint8_t rank) const;
  // True for a rank whose holder leads a body: "chief", "leader", "secretary general" name one another's holders.
  [[nodiscard]] bool heads(uint8_t rank) const;
  // True for words of something that a state has, such as its parliament.
  [[nodiscard]] bool of_other(std::string_view word) const;
  // True for a rank that, of no body in particular, is a state's: its president, its ministers.
  [[nodiscard]] bool of_state(uint8_t rank) const { return rank != 0 && rank <= deputy_; }
  // True for a rank that one person holds at a time: whoever comes next ends the term.
  [[nodiscard]] bool single(const OfficeForm& form) const;

 private:
  struct Word {
    uint8_t rank = 0;
    uint64_t fields = 0;
  };
  // The longest phrase of a list that begins with words[at]; sets how many words it has. Null when none does.
  [[nodiscard]] const Word* longest(const std::vector<std::string_view>& words, size_t at, std::string_view country,
                                    size_t& count) const;

  std::unordered_map<std::string, Word> words_;  // a state's own under "USA secretary of state"
  std::vector<std::string> ranks_, lower_, single_, heads_, leaders_, not_yet_, need_body_, others_;
  std::unordered_map<std::string, std::string> role_of_rank_;
  std::unordered_map<std::string, std::string> state_of_title_;
  uint8_t minister_ = 0, deputy_ = 0, shadow_ = 0, deputy_head_ = 0;
  uint64_t intelligence_ = 0;
};

// True if a holder of `held` may be called `said`: same rank, and all fields that are said are held.
[[nodiscard]] bool may_be_called(const OfficeForm& held, const OfficeForm& said);

}  // namespace onrecord::knowledge
