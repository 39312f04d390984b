#pragma once
// Who in the knowledge base the actors of a report are, on the day of the report.
//
// Every choice weighs all who are called so: whether the title that the report gives fits an office that they held that
// day, whether the state agrees, whether they held any office, and whether the report speaks of their state at all. It
// is made only when one of them is ahead of all others; a wrong identity is worse than none. A surname alone is never
// held against the whole base, only against those who held that title or, without one, a high office of a state that
// the report speaks of.
//
// Thread-safety: immutable; belongs to one reading of one report, whose tree it reads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/country_context.h"
#include "actors/lexicon.h"
#include "actors/person_name.h"
#include "actors/titles.h"
#include "knowledge/base.h"

namespace onrecord::actors {

struct Rival {
  uint32_t entity = 0;
  float score = 0;
};

struct Identity {
  uint32_t entity = 0;
  float score = 0;
  std::string_view rule;      // a literal: "name", "title and surname", "office at the date" …
  std::vector<Rival> rivals;  // the others that were weighed, best first; at most kMostRivals
};
inline constexpr size_t kMostRivals = 4;

// What a report tells of a person.
struct PersonClues {
  std::vector<const PersonName*> names;
  Gender gender = Gender::kUnknown;
  std::vector<Title> titles;
  std::string country;           // ISO, as titles and appositions have it
  uint32_t word = 0;             // where the first mention stands
  std::vector<uint32_t> bodies;  // that the report names, for whoever goes by a surname alone
};

struct BodyClues {
  std::vector<std::string> names;  // as they stand, best first
  std::string country;
  uint32_t word = 0;
};

class Identities {
 public:
  // base: null when there is none; then nobody has an identity. day: 0 when the report's date is not known.
  Identities(const knowledge::KnowledgeBase* base, const CountryContext& context, knowledge::Date day)
      : base_(base), context_(context), day_(day) {}

  [[nodiscard]] bool known() const { return base_ != nullptr; }
  [[nodiscard]] const knowledge::KnowledgeBase& base() const { return *base_; }
  [[nodiscard]] knowledge::Date day() const { return day_; }

  [[nodiscard]] std::optional<Identity> person(const PersonClues& clues) const;
  [[nodiscard]] std::optional<Identity> body(const BodyClues& clues) const;
  [[nodiscard]] std::optional<Identity> state(const State& state) const;
  // "the French president": the only one who held that office of that state that day.
  [[nodiscard]] std::optional<Identity> holder(const Title& title, std::string_view country) const;
  // "the PTI chairman", "the IAEA chief": likewise of a body.
  [[nodiscard]] std::optional<Identity> head_of(uint32_t body, const Title& title) const;
  // The only one of that name who held that office and holds it no more.
  [[nodiscard]] std::optional<Identity> former(const std::vector<PersonName>& names, const Title& title) const;
  // True if the person held such an office before that day, and holds it no more.
  [[nodiscard]] bool once_held(uint32_t person, const Title& title) const;

  // The office of a person on that day that fits the titles best, else the highest; null when none was held.
  [[nodiscard]] std::optional<knowledge::Held> office_of(uint32_t person, const std::vector<Title>& titles) const;
  [[nodiscard]] knowledge::OfficeForm form(const Title& title, std::string_view country) const;

 private:
  [[nodiscard]] std::optional<Identity> person_by_name(const PersonClues& clues) const;
  [[nodiscard]] std::optional<Identity> person_by_surname(const PersonClues& clues) const;
  [[nodiscard]] bool may_be_surnamed(const knowledge::Held& held, std::string_view surname, Gender gender) const;
  [[nodiscard]] float weigh(const PersonClues& clues, const knowledge::Match& match) const;
  [[nodiscard]] float weigh_titles(const PersonClues& clues, const knowledge::Entity& entity,
                                   const std::vector<knowledge::Held>& now,
                                   const std::vector<knowledge::Held>& ever) const;
  [[nodiscard]] float weigh_body(const BodyClues& clues, std::string_view name, const knowledge::Match& match) const;

  const knowledge::KnowledgeBase* base_;
  const CountryContext& context_;
  knowledge::Date day_;
};

}  // namespace onrecord::actors
