#include "ingest/dom.h"

#include <csetjmp>
#include <cstddef>

#include <fmt/format.h>
#include <gumbo.h>

#include "ingest/html_guard.h"

namespace onrecord::ingest {

// Memory for one parse, given back at once: gumbo's own release recurses into the tree. When the budget is spent,
// `allocate` leaves gumbo by a long jump; only gumbo's C frames lie between, and what they hold is in the arena.
struct Dom::Arena {
  std::vector<std::unique_ptr<std::byte[]>> chunks;
  size_t left = 0;
  std::byte* at = nullptr;
  uint64_t used = 0;
  uint64_t budget = 0;
  std::jmp_buf over_budget;

  void* allocate(size_t bytes) {
    constexpr size_t kAlign = alignof(std::max_align_t);
    constexpr size_t kChunk = 256 << 10;
    bytes = (bytes + kAlign - 1) / kAlign * kAlign;
    used += bytes;
    if (used > budget) std::longjmp(over_budget, 1);
    if (bytes > left) {
      const size_t size = std::max(bytes, kChunk);
      chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
      at = chunks.back().get();
      left = size;
    }
    void* const out = at;
    at += bytes;
    left -= bytes;
    return out;
  }
};

namespace {

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return nullptr;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

std::string_view tag_name(const GumboElement& element) {
  const char* const name = gumbo_normalized_tagname(element.tag);
  return name == nullptr || *name == '\0' ? "#other" : name;
}

Span source_of(const GumboText& text, std::string_view page) {
  if (text.original_text.data == nullptr) return {};
  const auto begin = static_cast<size_t>(text.original_text.data - page.data());
  if (begin > page.size()) return {};
  const size_t end = std::min(page.size(), begin + text.original_text.length);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// No object with a destructor may live in this frame: the long jump comes back here.
GumboOutput* parse_within(std::jmp_buf& over_budget, const GumboOptions& options, std::string_view page) {
  if (setjmp(over_budget) != 0) return nullptr;
  return gumbo_parse_with_options(&options, page.data(), page.size());
}

}  // namespace

Dom::Dom() : arena_(std::make_unique<Arena>()) {}
Dom::Dom(Dom&&) noexcept = default;
Dom& Dom::operator=(Dom&&) noexcept = default;
Dom::~Dom() = default;

Result<Dom> Dom::parse(std::string_view page, uint32_t max_depth, uint64_t max_memory, const std::string& input) {
  if (auto fit = check_html(page, max_depth, input); !fit) return tl::unexpected(fit.error());
  Dom dom;
  dom.arena_->budget = max_memory;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, size_t bytes) { return static_cast<Arena*>(arena)->allocate(bytes); };
  options.deallocator = [](void*, void*) {};
  options.userdata = dom.arena_.get();
  options.max_errors = 0;
  const GumboOutput* const output = parse_within(dom.arena_->over_budget, options, page);
  if (output == nullptr) {
    return fail(Code::kInputTooDeep, "its tags unfold into more elements than the budget of memory holds", input);
  }
  dom.take(output->document, page);
  return dom;
}

void Dom::take(const void* gumbo_root, std::string_view page) {
  struct Level {
    const GumboVector* children;
    unsigned next;
    uint32_t node;
  };
  const auto* root = static_cast<const GumboNode*>(gumbo_root);
  nodes_.push_back({.tag = "#document", .text = {}, .source = {}});
  std::vector<Level> open{{children_of(root), 0, 0}};
  while (!open.empty()) {
    Level& level = open.back();
    if (level.next == level.children->length) {
      nodes_[level.node].end = size();
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(level.children->data[level.next++]);
    Node node{.tag = {}, .text = {}, .source = {}, .parent = level.node, .end = size() + 1};
    if (is_text(child)) {
      node.text = child->v.text.text;
      node.source = source_of(child->v.text, page);
      nodes_.push_back(node);
      continue;
    }
    const GumboVector* const children = children_of(child);
    if (children == nullptr) continue;
    node.tag = tag_name(child->v.element);
    node.first_attribute = static_cast<uint32_t>(attributes_.size());
    const GumboVector& given = child->v.element.attributes;
    for (unsigned i = 0; i < given.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(given.data[i]);
      attributes_.push_back({attribute->name, attribute->value});
    }
    node.end_attribute = static_cast<uint32_t>(attributes_.size());
    open.push_back({children, 0, size()});
    nodes_.push_back(node);
  }
}

std::string_view Dom::attribute(uint32_t node, std::string_view name) const {
  for (uint32_t i = nodes_[node].first_attribute; i < nodes_[node].end_attribute; ++i) {
    if (attributes_[i].name == name) return attributes_[i].value;
  }
  return {};
}

bool Dom::has_attribute(uint32_t node, std::string_view name) const {
  for (uint32_t i = nodes_[node].first_attribute; i < nodes_[node].end_attribute; ++i) {
    if (attributes_[i].name == name) return true;
  }
  return false;
}

uint32_t Dom::enclosing(uint32_t node, std::string_view tag) const {
  for (uint32_t i = node; i != 0; i = nodes_[i].parent) {
    if (nodes_[i].tag == tag) return i;
  }
  return kNone;
}

}  // namespace onrecord::ingest
