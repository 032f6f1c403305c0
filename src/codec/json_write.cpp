#include "codec/json.hpp"

namespace cairn {
namespace {

// RFC 8785, 3.2.2.2: the short escapes, \u00xx for other controls, everything else as it is.
void writeText(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    switch (byte) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (code < 0x20) {
          out += "\\u00";
          out += kHex[code >> 4U];
          out += kHex[code & 15U];
        } else {
          out += byte;
        }
    }
  }
  out += '"';
}

struct Layout {
  bool indented;
  void newLine(std::string& out, int depth) const {
    if (!indented) return;
    out += '\n';
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
  }
};

// Depth is bounded: by readJson for what was read, by the file's shape for what we write.
void write(std::string& out, const Json& json, const Layout& layout, int depth) {
  if (std::holds_alternative<std::nullptr_t>(json.value)) {
    out += "null";
  } else if (const auto* flag = json.flag()) {
    out += *flag ? "true" : "false";
  } else if (const auto* number = json.integer()) {
    out += std::to_string(*number);
  } else if (const auto* digits = std::get_if<JsonDigits>(&json.value)) {
    out += digits->digits;
  } else if (const auto* text = json.text()) {
    writeText(out, *text);
  } else if (const auto* array = json.array()) {
    out += '[';
    for (std::size_t at = 0; at < array->size(); ++at) {
      if (at > 0) out += ',';
      layout.newLine(out, depth + 1);
      write(out, (*array)[at], layout, depth + 1);
    }
    if (!array->empty()) layout.newLine(out, depth);
    out += ']';
  } else if (const auto* members = json.members()) {
    out += '{';
    for (std::size_t at = 0; at < members->size(); ++at) {
      if (at > 0) out += ',';
      layout.newLine(out, depth + 1);
      writeText(out, (*members)[at].first);
      out += layout.indented ? ": " : ":";
      write(out, (*members)[at].second, layout, depth + 1);
    }
    if (!members->empty()) layout.newLine(out, depth);
    out += '}';
  }
}

}  // namespace

std::string writeJson(const Json& json) {
  std::string out;
  write(out, json, Layout{true}, 0);
  return out + "\n";
}

std::string writeJsonCompact(const Json& json) {
  std::string out;
  write(out, json, Layout{false}, 0);
  return out;
}

}  // namespace cairn
