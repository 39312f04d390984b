#pragma once
// The CAMEO actor string of an actor: "RUS" for the state, "RUSMIL" for its troops, "IGOWSTNAT" for NATO.
// After the CAMEO codebook (Schrodt 2012): a state's three letters, or IGO, NGO, MNC for those of no state, then the
// sector.
//
// Thread-safety: pure function.

#include <string>
#include <string_view>

#include "onrecord/record.h"

namespace onrecord::actors {

// own: the code of the entity itself, or of the body that it acts for, from the knowledge base; empty when it has none.
// Empty when neither state nor sector is known.
[[nodiscard]] std::string cameo_code(ActorKind kind, std::string_view country, std::string_view role,
                                     std::string_view own);

}  // namespace onrecord::actors
