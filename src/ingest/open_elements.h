#pragma once
// The stack of open elements as the tree construction of the HTML standard would keep it, as far as its depth goes:
// which start tags close what is open, how far an end tag reaches, which formatting elements are left to be built
// anew. Where the standard is finer than this model, the model counts deeper, not less deep.
//
// Thread-safety: one object, one thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/tag_scanner.h"

namespace onrecord::ingest {

class OpenElements {
 public:
  void start(const Tag& tag);
  void end(const std::string& name);

  // Open elements and those that would be opened again with the next text.
  [[nodiscard]] size_t depth() const { return stack_.size() + left_open_.size(); }
  void text() { reopen(); }
  // Elements that a parser would have looked at or built so far.
  [[nodiscard]] uint64_t work() const { return work_; }
  // The content of this start tag, just seen, holds no tags (<script>, <title>).
  [[nodiscard]] bool is_raw_text(const Tag& tag) const;

 private:
  struct Open {
    std::string name;
    bool special = false;     // an end tag of another name may not reach through
    bool scope = false;       // nor may the implied end of a <p>, nor </div>
    bool formatting = false;  // <b>, <font>: built anew in the next paragraph when closed by another's end
    bool foreign = false;     // of SVG or MathML, or HTML inside it that this model does not tell apart
    uint64_t look = 0;        // hash of name and attributes: of four of the same look one is forgotten
  };

  [[nodiscard]] uint32_t count(const std::string& name) const;
  [[nodiscard]] bool in_foreign() const { return count("svg") > 0 || count("math") > 0; }
  void push(const Tag& tag, bool foreign);
  void pop_to(size_t at);
  void leave_open(const Open& element);
  void reopen();
  void leave_foreign();
  void forget_fourth_alike();
  void erase(size_t at);
  void imply_ends(const std::string& name);
  void close_paragraph();
  void close_item(std::string_view name);
  void close_table_part(const std::string& name);
  void end_formatting(const std::string& name);

  std::vector<Open> stack_;
  std::vector<Open> left_open_;
  std::unordered_map<std::string, uint32_t> counts_;
  bool seen_select_ = false;
  bool left_foreign_ = false;  // HTML tags stand inside <svg>: "/>" may close nothing
  uint64_t root_attributes_ = 0;
  uint64_t work_ = 0;
};

}  // namespace onrecord::ingest
