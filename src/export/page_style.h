#pragma once
// The style sheet and the script of the page that html.h writes. Neither refers to anything outside of the page.

#include <string_view>

namespace onrecord::exports {

[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();

}  // namespace onrecord::exports
