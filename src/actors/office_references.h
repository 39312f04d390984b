#pragma once
// Whom an office alone means, by the knowledge base: "the French president", "the PTI chairman", "his Swedish
// counterpart". Private to this folder.
//
// Thread-safety: belongs to one reading of one report.

#include <string_view>
#include <utility>

#include "actors/country_context.h"
#include "actors/known_actors.h"
#include "actors/members.h"

namespace onrecord::actors {

class OfficeReferences {
 public:
  OfficeReferences(Members& members, const CountryContext& context, KnownActors& known)
      : members_(members), context_(context), known_(known) {}

  // "the PTI chairman": by a body that the phrase names, before anybody else is thought of.
  bool resolve_in_body(size_t candidate);
  // True if the phrase names a body whose head is not known.
  [[nodiscard]] bool is_of_other_body(size_t candidate) const;
  // By what the phrase itself says: a state, a body, a counterpart. True if the candidate is resolved.
  bool resolve_by_words(size_t candidate);
  // By the only state that the report speaks of, or the one that it speaks of most.
  bool resolve_by_context(size_t candidate);

 private:
  [[nodiscard]] bool names_office(const Candidate& candidate) const;
  [[nodiscard]] bool may_be_office(const Candidate& candidate) const;
  // [first, end) of the candidates that begin in the phrase.
  [[nodiscard]] std::pair<size_t, size_t> inside(const Candidate& phrase) const;
  bool resolve(size_t candidate, std::string_view country);
  bool resolve_leader(size_t candidate);
  bool resolve_counterpart(size_t candidate);

  Members& members_;
  const CountryContext& context_;
  KnownActors& known_;
};

}  // namespace onrecord::actors
