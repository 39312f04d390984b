#pragma once
// A page as a flat tree: nodes in the order of the page, each with the index behind its last descendant, so that a
// walk over a subtree is a loop and nothing recurses however deep the page.
//
// The page is parsed as the HTML standard says (by gumbo, which does not show here), within a budget of memory.
// Lifetime: a Dom owns what its views point to, save for the page itself, which must live as long.
// Thread-safety: immutable after it is made.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "onrecord/error.h"

namespace onrecord::ingest {

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // entities resolved
};

struct Node {
  std::string_view tag;   // lower case; empty for text; "#other" for elements that HTML does not know
  std::string_view text;  // of a text node, entities resolved
  Span source;            // of a text node: its bytes in the page
  uint32_t parent = 0;    // the root is its own parent
  uint32_t end = 0;       // one past the last descendant
  uint32_t first_attribute = 0;
  uint32_t end_attribute = 0;

  [[nodiscard]] bool is_text() const { return tag.empty(); }
};

class Dom {
 public:
  // `page` is valid UTF-8. Fails with kInputTooDeep (html_guard.h, or over max_memory bytes).
  [[nodiscard]] static Result<Dom> parse(std::string_view page, uint32_t max_depth, uint64_t max_memory,
                                         const std::string& input);
  Dom(Dom&&) noexcept;
  Dom& operator=(Dom&&) noexcept;
  ~Dom();

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](uint32_t i) const { return nodes_[i]; }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }
  // The value of the attribute; empty when it is missing or empty.
  [[nodiscard]] std::string_view attribute(uint32_t node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(uint32_t node, std::string_view name) const;
  // The nearest element with this tag around the node, or `none`.
  [[nodiscard]] uint32_t enclosing(uint32_t node, std::string_view tag) const;
  static constexpr uint32_t kNone = 0xFFFFFFFF;

 private:
  struct Arena;
  Dom();
  void take(const void* gumbo_root, std::string_view page);

  std::unique_ptr<Arena> arena_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

}  // namespace onrecord::ingest
