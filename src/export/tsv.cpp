#include "export/tsv.h"

namespace onrecord::exports {

void append_tsv_row(const std::vector<std::string>& fields, std::string& out) {
  for (size_t k = 0; k < fields.size(); ++k) {
    if (k > 0) out.push_back('\t');
    for (const char c : fields[k]) out.push_back(c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
  }
  out.push_back('\n');
}

}  // namespace onrecord::exports
