#pragma once
// URLs, e-mail addresses and host names, which are one word. Thread-safety: pure function.

#include <cstdint>
#include <string_view>

namespace onrecord::text {

// Where the address that begins at `from` ends, without the punctuation of the sentence around it; 0 when none begins
// there. `text` ends where the stretch without white space ends. Looks no further than 2048 bytes.
[[nodiscard]] uint32_t address_end(std::string_view text, uint32_t from);

}  // namespace onrecord::text
