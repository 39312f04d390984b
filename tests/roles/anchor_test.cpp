#include "roles/anchor.h"

#include <doctest/doctest.h>

namespace onrecord::roles {
namespace {

TEST_CASE("two that agree are believed, two that do not are weighed") {
  CHECK(agreed(0.8F, 0.8F) == doctest::Approx(0.8));
  CHECK(agreed(0.9F, 0.1F) == doctest::Approx(0.5));
  CHECK(agreed(0.5F, 0.9F) == doctest::Approx(0.75));
  CHECK(agreed(1, 0.2F) == 1);
  CHECK(agreed(0, 0.5F) == 0);
}

}  // namespace
}  // namespace onrecord::roles
