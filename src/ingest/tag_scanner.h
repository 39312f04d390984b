#pragma once
// The tags of a page one after the other, cut as the tokenizer of the HTML standard cuts them; no tree.
// Holds the page by view. Thread-safety: one scanner, one thread.

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::ingest {

struct Tag {
  std::string name;  // lower case
  bool end = false;
  bool self_closing = false;
  bool after_text = false;  // text stands between the tag before and this one
  uint32_t attributes = 0;
  uint64_t look = 0;  // hash of the whole tag as written
};

class TagScanner {
 public:
  explicit TagScanner(std::string_view page) : page_(page) {}
  // The next tag; false at the end of the page. Comments, doctypes and instructions are passed over.
  bool next(Tag& tag);
  // Passes over the content of <script>, <style> and their like, up to the end tag of that name.
  void skip_content(std::string_view name);

 private:
  bool skip_markup_declaration();
  void read_name(Tag& tag);
  bool read_attributes(Tag& tag);
  void skip_attribute_value();

  std::string_view page_;
  size_t at_ = 0;
};

}  // namespace onrecord::ingest
