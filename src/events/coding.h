#pragma once
// The reader's classes of a trigger → PLOVER's and CAMEO's codes, which fit one another: the mode and the CAMEO code
// are the likeliest of those that the type has (data/lexicons/plover.txt).
//
// PLOVER: Open Event Data Alliance, manual of 2021. CAMEO: Gerner, Schrodt, Yilmaz and Abu-Jabr 2002.
// Thread-safety: immutable.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "encoder/manifest.h"
#include "events/reading.h"
#include "onrecord/record.h"

namespace onrecord::events {

struct Code {
  EventType type = EventType::kConsult;
  std::string mode;  // may be empty
  std::string cameo;
  std::vector<std::string> contexts;
  int quad = 1;
  double intensity = 0;
};

class Coding {
 public:
  // A label of the manifest that is none of this program's counts as the first.
  explicit Coding(const encoder::Manifest& manifest);

  // What was chosen and what came near it is added to the evidence.
  [[nodiscard]] Code code_of(const Reading& reading, std::vector<roles::Evidence>& evidence) const;
  [[nodiscard]] Status status_of(const Reading& reading, std::vector<roles::Evidence>& evidence) const;
  [[nodiscard]] NewsRole news_role_of(const Reading& reading, std::vector<roles::Evidence>& evidence) const;

 private:
  struct Type {
    int quad = 1;
    double intensity = 0;
    std::vector<std::pair<std::string_view, double>> of_modes;
    std::vector<size_t> modes, codes;  // classes of the network that this type may have
  };
  static constexpr size_t kTypes = 16;

  std::vector<EventType> types_;
  std::vector<Status> statuses_;
  std::vector<NewsRole> news_roles_;
  std::vector<std::string> modes_, cameo_, contexts_;
  std::array<Type, kTypes> of_type_;
};

}  // namespace onrecord::events
