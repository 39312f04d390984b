#include "actors/codes.h"

namespace onrecord::actors {

std::string cameo_code(ActorKind kind, std::string_view country, std::string_view role, std::string_view own) {
  if (!own.empty()) return std::string(own);
  if (kind == ActorKind::kState) return std::string(country);
  if (role == "IGO" || role == "NGO") return std::string(role) + std::string(country);
  if (country.empty() && role == "BUS") return "MNC";
  return std::string(country) + std::string(role);
}

}  // namespace onrecord::actors
