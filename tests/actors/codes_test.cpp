#include "actors/codes.h"

#include <doctest/doctest.h>

namespace onrecord::actors {
namespace {

TEST_CASE("an actor's code follows from its state and sector, unless it has one of its own") {
  CHECK(cameo_code(ActorKind::kState, "RUS", "GOV", "") == "RUS");
  CHECK(cameo_code(ActorKind::kGroup, "RUS", "MIL", "") == "RUSMIL");
  CHECK(cameo_code(ActorKind::kPerson, "GBR", "OPP", "") == "GBROPP");
  CHECK(cameo_code(ActorKind::kOrganisation, "", "IGO", "IGOWSTNAT") == "IGOWSTNAT");
  CHECK(cameo_code(ActorKind::kOrganisation, "", "IGO", "") == "IGO");
  CHECK(cameo_code(ActorKind::kOrganisation, "GBR", "NGO", "") == "NGOGBR");
  CHECK(cameo_code(ActorKind::kOrganisation, "", "BUS", "") == "MNC");
  CHECK(cameo_code(ActorKind::kPerson, "", "", "").empty());
}

}  // namespace
}  // namespace onrecord::actors
