#pragma once
// JsonWriter: writes the canonical form straight into a text: members as they come, two-space
// indent, LF, strings escaped as in RFC 8785; or the same compact, for records and checksums.
//
//   JsonWriter writer(JsonWriter::Layout::indented);
//   writer.beginObject(); writer.key("title"); writer.text("…"); writer.endObject();
//   std::string all = writer.finish();
//
// Limit: the caller keeps keys and values in step; nothing checks it.
#include <string>
#include <string_view>

#include "base/checksum.hpp"
#include "codec/json.hpp"

namespace cairn {

class JsonWriter {
 public:
  enum class Layout { indented, compact };
  explicit JsonWriter(Layout layout) : indented_(layout == Layout::indented) {}

  void beginObject() { open('{'); }
  void endObject() { close('}'); }
  void beginArray() { open('['); }
  void endArray() { close(']'); }
  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::int64_t value);
  void flag(bool value);
  void json(const Json& value);

  /// From here on the compact form of what is written is summed up, whatever the layout.
  void beginSum();
  std::uint32_t endSum();

  std::string finish() {
    if (indented_) out_ += '\n';
    return std::move(out_);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void beforeValue();
  void newLine();
  void put(std::string_view bytes);

  std::string out_;
  std::string scratch_;
  Checksum sum_;
  bool summing_ = false;
  bool indented_;
  bool afterKey_ = false;
  bool first_ = true;
  int depth_ = 0;
};

/// A text in quotes, escaped as in RFC 8785, 3.2.2.2.
void appendQuoted(std::string& out, std::string_view text);

std::string writeJsonCompact(const Json& json);

}  // namespace cairn
