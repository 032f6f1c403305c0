#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "codec/json.hpp"

namespace cairn {
namespace {

constexpr std::int64_t kMaxInteger = std::int64_t{1} << 53U;

std::string placeOf(std::string_view text, std::size_t byte) {
  std::size_t line = 1;
  std::size_t lineStart = 0;
  byte = std::min(byte, text.size());
  for (std::size_t at = 0; at < byte; ++at) {
    if (text[at] != '\n') continue;
    ++line;
    lineStart = at + 1;
  }
  const std::size_t column = lengthOf(text.substr(lineStart, byte - lineStart));
  return "line " + std::to_string(line) + ", column " + std::to_string(std::max<std::size_t>(column, 1));
}

/// Builds Json values from nlohmann's events. What is merely not ours (a duplicate key) is noted
/// and reading goes on, because a fault of the JSON itself further on is the more basic one.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  bool null() override { return put(Json()); }
  bool boolean(bool flag) override { return put(Json(flag)); }
  bool number_integer(number_integer_t number) override {
    if (number < -kMaxInteger || number > kMaxInteger) return put(Json(JsonDigits{std::to_string(number)}));
    return put(Json(static_cast<std::int64_t>(number)));
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (number > static_cast<number_unsigned_t>(kMaxInteger)) return put(Json(JsonDigits{std::to_string(number)}));
    return put(Json(static_cast<std::int64_t>(number)));
  }
  bool number_float(number_float_t, const string_t& digits) override { return put(Json(JsonDigits{digits})); }
  bool string(string_t& text) override {
    if (text.find('\0') != std::string::npos) note("a text holds the character NUL");
    return put(Json(std::move(text)));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json(JsonMembers{})); }
  bool key(string_t& name) override {
    if (!keys_.back().insert(name).second) note("the key \"" + name + "\" stands twice in one object");
    if (name.find('\0') != std::string::npos) note("a key holds the character NUL");
    open_.back().key = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Json(JsonArray{})); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t byte, const std::string& token, const nlohmann::json::exception&) override {
    error_ = Error{"json", "not JSON here, near \"" + token + "\"", placeOf(text_, byte)};
    return false;
  }

  Json root;
  const std::optional<Error>& error() const { return error_; }
  const std::optional<Error>& noted() const { return noted_; }

 private:
  struct Level {
    Json container;
    std::string key;
  };
  void note(std::string message) {
    if (!noted_) noted_ = Error{"plan", std::move(message), place()};
  }
  std::string place() const {
    std::string path;
    for (const auto& level : open_) {
      if (const auto* array = level.container.array()) {
        path += "[" + std::to_string(array->size()) + "]";
      } else {
        path += (path.empty() ? "" : ".") + level.key;
      }
    }
    return path;
  }
  bool open(Json container) {
    if (open_.size() >= static_cast<std::size_t>(kMaxJsonDepth)) {
      error_ = Error{"json", "nested deeper than " + std::to_string(kMaxJsonDepth), ""};
      return false;
    }
    open_.push_back({std::move(container), {}});
    keys_.emplace_back();
    return true;
  }
  bool close() {
    Json done = std::move(open_.back().container);
    open_.pop_back();
    keys_.pop_back();
    return put(std::move(done));
  }
  bool put(Json json) {
    if (open_.empty()) {
      root = std::move(json);
      return true;
    }
    Level& level = open_.back();
    if (auto* array = std::get_if<JsonArray>(&level.container.value)) {
      array->push_back(std::move(json));
    } else {
      std::get<JsonMembers>(level.container.value).emplace_back(std::move(level.key), std::move(json));
    }
    return true;
  }

  std::string_view text_;
  std::vector<Level> open_;
  std::vector<std::set<std::string>> keys_;
  std::optional<Error> error_;
  std::optional<Error> noted_;
};

}  // namespace

Result<Json> readJson(std::string_view text) {
  if (text.size() > kMaxJsonBytes) return failure("plan", "larger than 200 MB");
  if (!isUtf8(text)) return failure("json", "not UTF-8");
  // nlohmann stops at a NUL byte and would ignore what follows.
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return failure("json", "a NUL byte", placeOf(text, nul));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Builder builder(text);
  const bool read = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (builder.error()) return tl::unexpected(*builder.error());
  if (!read) return failure("json", "not JSON");
  if (builder.noted()) return tl::unexpected(*builder.noted());
  return std::move(builder.root);
}

const Json* Json::member(std::string_view name) const {
  const auto* all = members();
  if (!all) return nullptr;
  for (const auto& [key, json] : *all) {
    if (key == name) return &json;
  }
  return nullptr;
}

bool operator==(const Json& a, const Json& b) { return a.value == b.value; }

}  // namespace cairn
