#include "codec/json_writer.hpp"

namespace cairn {

void appendQuoted(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto escaped = [](char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
  };
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !escaped(text[end])) ++end;
    out.append(text, at, end - at);
    at = end + 1;
    if (end == text.size()) break;
    switch (text[end]) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: {
        const auto code = static_cast<unsigned char>(text[end]);
        out += "\\u00";
        out += kHex[code >> 4U];
        out += kHex[code & 15U];
      }
    }
  }
  out += '"';
}

void JsonWriter::put(std::string_view bytes) {
  out_ += bytes;
  if (summing_) sum_.add(bytes);
}

void JsonWriter::newLine() {
  if (!indented_) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::beforeValue() {
  if (std::exchange(afterKey_, false) || depth_ == 0) return;
  if (!first_) put(",");
  newLine();
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  if (!first_) put(",");
  newLine();
  first_ = false;
  scratch_.clear();
  appendQuoted(scratch_, name);
  scratch_ += ':';
  put(scratch_);
  if (indented_) out_ += ' ';
  afterKey_ = true;
}

void JsonWriter::open(char bracket) {
  beforeValue();
  put({&bracket, 1});
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) newLine();
  put({&bracket, 1});
  first_ = false;
}

void JsonWriter::text(std::string_view value) {
  beforeValue();
  scratch_.clear();
  appendQuoted(scratch_, value);
  put(scratch_);
}

void JsonWriter::number(std::int64_t value) {
  beforeValue();
  put(std::to_string(value));
}

void JsonWriter::flag(bool value) {
  beforeValue();
  put(value ? "true" : "false");
}

// Depth is bounded: by readJson for what was read, by the file's shape for what we write.
void JsonWriter::json(const Json& value) {
  if (const auto* flag = value.flag()) return this->flag(*flag);
  if (const auto* integer = value.integer()) return number(*integer);
  if (const auto* text = value.text()) return this->text(*text);
  if (const auto* array = value.array()) {
    beginArray();
    for (const auto& item : *array) json(item);
    return endArray();
  }
  if (const auto* members = value.members()) {
    beginObject();
    for (const auto& [name, member] : *members) {
      key(name);
      json(member);
    }
    return endObject();
  }
  beforeValue();
  const auto* digits = std::get_if<JsonDigits>(&value.value);
  put(digits ? std::string_view(digits->digits) : "null");
}

void JsonWriter::beginSum() {
  sum_ = {};
  summing_ = true;
}

std::uint32_t JsonWriter::endSum() {
  summing_ = false;
  return sum_.value();
}

std::string writeJsonCompact(const Json& json) {
  JsonWriter writer(JsonWriter::Layout::compact);
  writer.json(json);
  return writer.finish();
}

}  // namespace cairn
