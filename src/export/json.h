#pragma once
// Writes JSON, one value after another, in the order of the calls, without white space: the same values give the same
// bytes on every machine.
//
//   std::string out;
//   JsonWriter json(out);
//   json.begin_object();
//   json.key("name");
//   json.text("Mr \"X\"");
//   json.end_object();      // {"name":"Mr \"X\""}
//
// Bytes that are no UTF-8 (a file name may hold any) become U+FFFD, so the output is always valid JSON. The writer does
// not check that the calls nest: that is the caller's part.
//
// Thread-safety: a writer belongs to one thread. Lifetime: it appends to a string that must outlive it.

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::exports {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void text_or_null(std::string_view value);  // null for ""
  void integer(uint64_t value);
  // At most three decimals, without trailing zeros: 0.87, 1. Null for a value that is no number.
  void number(double value);
  void null();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  std::string& out_;
  bool follows_ = false;  // a value stands before in the same array or object
};

// value between quotation marks, escaped.
void append_json_string(std::string_view value, std::string& out);

}  // namespace onrecord::exports
