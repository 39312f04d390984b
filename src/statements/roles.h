#pragma once
// The reader's scores for the words around a cue → which words name the source and which are its content.
//
// A linear-chain CRF: the best path by Viterbi, and how sure each word's role is by the forward-backward algorithm.
// Thread-safety: pure function. Time is linear in the words.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace onrecord::statements {

// The class numbers of the manifest's `roles`.
enum class Role : uint8_t { kNone = 0, kSource = 1, kContent = 2 };
inline constexpr size_t kRoles = 3;

struct RolePath {
  std::vector<Role> role;                              // one a word: the best path
  std::vector<std::array<float, kRoles>> probability;  // of each role at that word, given all scores
};

// emissions: kRoles a word, row-major; initial: kRoles; transitions: kRoles × kRoles, from row to column.
[[nodiscard]] RolePath decode_roles(std::span<const float> emissions, std::span<const float> initial,
                                    std::span<const float> transitions);

}  // namespace onrecord::statements
