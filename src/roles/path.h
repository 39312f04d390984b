#pragma once
// A reader's scores for the words around an anchor → which words have which role.
//
// A linear-chain CRF: the best path by Viterbi, and how sure each word's role is by the forward-backward algorithm.
// Thread-safety: pure function. Time is linear in the words.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace onrecord::roles {

// Role is an enum whose last one is kLast, in the order of the manifest's list; the first one is "none".
template <class Role>
inline constexpr size_t kCount = static_cast<size_t>(Role::kLast) + 1;

template <size_t N>
struct RolePath {
  std::vector<uint8_t> role;                      // one a word: the best path
  std::vector<std::array<float, N>> probability;  // of each role at that word, given all scores
};

// emissions: N a word, row-major; initial: N; transitions: N × N, from row to column. For N = 3 and 5.
template <size_t N>
[[nodiscard]] RolePath<N> decode_roles(std::span<const float> emissions, std::span<const float> initial,
                                       std::span<const float> transitions);

}  // namespace onrecord::roles
