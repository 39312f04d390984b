#pragma once
// Joins the members of a report's cast to the knowledge base: who they are, what office they held that day, and who is
// meant by an office alone. Private to this folder.
//
// Thread-safety: belongs to one reading of one report.

#include <string_view>
#include <unordered_map>

#include "actors/identities.h"
#include "actors/members.h"

namespace onrecord::actors {

class KnownActors {
 public:
  KnownActors(Members& members, CountryContext& context, const Identities& identities)
      : members_(members), context_(context), identities_(identities) {}

  // All members that have a name; two of one identity become one.
  void identify_names();
  // One that came later.
  void identify(size_t member);
  // "the former president": the only one met who was, identified before or not. False when nobody was, or several.
  bool join_former(size_t candidate);
  // The candidate is that entity: joins it to the member that is known as it, or goes by its surname, else starts one.
  void join(size_t candidate, Identity identity);

  [[nodiscard]] const Identities& identities() const { return identities_; }

 private:
  [[nodiscard]] std::optional<size_t> surnamed(const knowledge::Entity& entity) const;
  [[nodiscard]] std::optional<Identity> identity_of(size_t member) const;
  void take(size_t member, Identity identity);
  void know_person(Member& member) const;

  Members& members_;
  CountryContext& context_;  // learns the states of those who are found
  const Identities& identities_;
  std::unordered_map<uint32_t, size_t> member_of_;  // of each entity that was found
};

}  // namespace onrecord::actors
