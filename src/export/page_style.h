#pragma once
// The style sheet and the script of the page that html.h writes. Neither refers to anything outside of the page.

#include <string_view>

namespace onrecord::exports {

extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

}  // namespace onrecord::exports
