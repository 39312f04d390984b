#include "roles/anchor.h"

#include <cmath>

namespace onrecord::roles {

float agreed(float first_look, float reader) {
  const auto odds = [](float p) { return std::sqrt(p / (1 - p)); };
  const float both = odds(first_look) * odds(reader);
  return std::isfinite(both) ? both / (1 + both) : 1;
}

}  // namespace onrecord::roles
