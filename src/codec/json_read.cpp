#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/checksum.hpp"
#include "base/id.hpp"
#include "base/utf8.hpp"
#include "codec/json_writer.hpp"

namespace cairn {
namespace {

constexpr std::size_t kUsualMembers = 8;
constexpr std::int64_t kMaxInteger = std::int64_t{1} << 53U;

Error errorAt(std::string_view text, std::size_t byte, Fault fault, std::string value = {}) {
  Error error = errorOf(fault, {}, std::move(value));
  error.line = 1;
  std::size_t lineStart = 0;
  byte = std::min(byte, text.size());
  for (std::size_t at = 0; at < byte; ++at) {
    if (text[at] != '\n') continue;
    ++error.line;
    lineStart = at + 1;
  }
  const std::size_t column = lengthOf(text.substr(lineStart, byte - lineStart));
  error.column = std::max<std::size_t>(column, 1);
  return error;
}

/// The keys of one object: whether one stands twice. Keys that ascend, as ours do, need no comparing.
class Keys {
 public:
  /// False when it is clear already that it was there before. `key` must stay where it is for as long as
  /// the text does, or be `copied`.
  bool add(std::string_view key, bool copied) {
    ascending_ = ascending_ && (hashes_.empty() || last_ < key);
    if (copied) copy_ = key;
    last_ = copied ? copy_ : key;
    hashes_.push_back(hash64Of(key));
    if (ascending_ || hashes_.size() > kFew) return true;
    return std::find(hashes_.begin(), hashes_.end() - 1, hashes_.back()) == hashes_.end() - 1;
  }
  /// At the end: whether any stood twice among many.
  bool anyTwice() {
    if (ascending_ || hashes_.size() <= kFew) return false;
    std::sort(hashes_.begin(), hashes_.end());
    return std::adjacent_find(hashes_.begin(), hashes_.end()) != hashes_.end();
  }
  void clear() {
    hashes_.clear();
    ascending_ = true;
  }

 private:
  static constexpr std::size_t kFew = 24;
  std::vector<std::uint64_t> hashes_;
  std::string_view last_;
  std::string copy_;
  bool ascending_ = true;
};

/// What Shortened has kept from the tokenizer.
struct Kept {
  /// The plain string with its two quotes.
  std::string_view quoted() const { return {plain.data() - 1, plain.size() + 2}; }

  std::string_view plain;  ///< the string that opened last, where it is plain ASCII without an escape
  bool isPlain = false;
  bool inString = false;
  bool escaped = false;
  bool nul = false;        ///< a NUL byte stands between two tokens: nlohmann takes it for the end
  std::size_t passed = 0;  ///< bytes that the tokenizer was given
  std::size_t behind = 0;  ///< what was left out behind the last of them
  std::size_t bytes = 0;   ///< all that was left out, for the places of errors
};

/// The text as the tokenizer gets it, which takes each byte twice: without the white space behind what
/// stands between values, which no JSON text needs, and with plain strings empty; the builder puts those
/// back. Every other string, and every fault, is the tokenizer's.
class Shortened {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Shortened(const char* at, const char* end, Kept* kept) : at_(at), end_(end), kept_(kept) {}
  reference operator*() const { return *at_; }
  Shortened& operator++() {
    const char passed = *at_++;
    kept_->behind = 0;
    ++kept_->passed;
    if (kept_->inString) {
      kept_->inString = kept_->escaped || passed != '"';
      kept_->escaped = !kept_->escaped && passed == '\\';
    } else if (passed == '"') {
      openString();
    } else if (stands(passed)) {
      const char* from = at_;
      while (at_ != end_ && isSpace(*at_)) ++at_;
      kept_->behind = static_cast<std::size_t>(at_ - from);
      kept_->bytes += kept_->behind;
    } else if (passed == '\0') {
      kept_->nul = true;
    }
    return *this;
  }
  friend bool operator==(const Shortened& a, const Shortened& b) { return a.at_ == b.at_; }

 private:
  static bool stands(char letter) {
    return letter == ',' || letter == ':' || letter == '{' || letter == '[' || letter == '\n';
  }
  static bool isSpace(char letter) { return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t'; }
  static bool isPlain(char letter) { return letter >= 0x20 && letter < 0x7F && letter != '"' && letter != '\\'; }
  void openString() {
    const char* from = at_;
    const char* to = at_;
    while (to != end_ && isPlain(*to)) ++to;
    kept_->inString = true;
    kept_->isPlain = to != end_ && *to == '"';
    if (!kept_->isPlain) return;
    kept_->plain = {from, static_cast<std::size_t>(to - from)};
    kept_->bytes += kept_->plain.size();
    at_ = to;
  }

  const char* at_;
  const char* end_;
  Kept* kept_;
};

/// The compact canonical form of what passes by, as a checksum.
class Summing {
 public:
  void begin() {
    sum_ = {};
    first_ = true;
  }
  void key(std::string_view name) {
    scratch_.clear();
    appendQuoted(scratch_, name);
    plainKey(scratch_);
  }
  /// What needs no escape is its own canonical form: with its quotes, as it stands.
  void plainKey(std::string_view quoted) {
    separate();
    sum_.add(quoted);
    sum_.add(":");
    first_ = true;
  }
  void open(char bracket) {
    separate();
    sum_.add({&bracket, 1});
    first_ = true;
  }
  void close(char bracket) {
    sum_.add({&bracket, 1});
    first_ = false;
  }
  void text(std::string_view value) {
    scratch_.clear();
    appendQuoted(scratch_, value);
    word(scratch_);
  }
  void word(std::string_view value) {
    separate();
    sum_.add(value);
    first_ = false;
  }
  std::uint32_t value() const { return sum_.value(); }

 private:
  void separate() {
    if (!first_) sum_.add(",");
  }
  Checksum sum_;
  std::string scratch_;
  bool first_ = true;
};

/// Builds Json values from nlohmann's events. What is merely not ours (a duplicate key) is noted
/// and reading goes on, because a fault of the JSON itself further on is the more basic one.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view text, JsonParts* parts, int depth)
      : text_(text), parts_(parts), most_(static_cast<std::size_t>(depth)) {
    keys_.reserve(most_);  // Keys stay where they are
  }
  Kept kept;

  bool null() override {
    if (summing_) sum_.word("null");
    return put(Json());
  }
  bool boolean(bool flag) override {
    if (summing_) sum_.word(flag ? "true" : "false");
    return put(Json(flag));
  }
  bool number_integer(number_integer_t number) override {
    if (number < -kMaxInteger || number > kMaxInteger) return putDigits(std::to_string(number));
    if (summing_) sum_.word(std::to_string(number));
    return put(Json(static_cast<std::int64_t>(number)));
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (number > static_cast<number_unsigned_t>(kMaxInteger)) return putDigits(std::to_string(number));
    return number_integer(static_cast<number_integer_t>(number));
  }
  bool number_float(number_float_t, const string_t& digits) override { return putDigits(digits); }
  bool string(string_t& text) override {
    if (kept.isPlain) {
      if (summing_) sum_.word(kept.quoted());
      return put(Json(kept.plain));
    }
    if (text.find('\0') != std::string::npos) note(Fault::nulInText);
    if (summing_) sum_.text(text);
    return put(Json(std::move(text)));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open<JsonMembers>('{'); }
  bool key(string_t& name) override {
    std::string& step = path_[depth_ - 1].name;
    if (kept.isPlain) {
      step = kept.plain;
      if (summing_) sum_.plainKey(kept.quoted());
    } else {
      step = name;
      if (step.find('\0') != std::string::npos) note(Fault::nulInKey);
      if (summing_) sum_.key(step);
    }
    const bool added = keys_[depth_ - 1].add(kept.isPlain ? kept.plain : step, !kept.isPlain);
    if (!added) note(Fault::keyTwice, step);
    return true;
  }
  bool end_object() override {
    if (keys_[depth_ - 1].anyTwice()) note(Fault::keyTwice);
    return close('}');
  }
  bool start_array(std::size_t) override { return open<JsonArray>('['); }
  bool end_array() override { return close(']'); }
  bool parse_error(std::size_t byte, const std::string& token, const nlohmann::json::exception& fault) override {
    constexpr int kOutOfRange = 406;
    const bool atEnd = byte > kept.passed;
    const std::size_t place = byte + kept.bytes - (atEnd ? 0 : kept.behind);
    const bool tooLarge = fault.id == kOutOfRange;
    error_ = errorAt(text_, place, tooLarge ? Fault::numberTooLarge : Fault::notJson, token);
    return false;
  }

  Json root;
  const std::optional<Error>& error() const { return error_; }
  const std::optional<Error>& noted() const { return noted_; }

 private:
  struct Level {
    Json container;
    bool apart = false;
  };
  JsonPath here() const { return {path_.data(), depth_}; }
  void note(Fault fault, std::string value = {}) {
    if (!noted_) noted_ = errorOf(fault, toText(here()), std::move(value));
  }
  bool putDigits(const std::string& digits) {
    if (summing_) sum_.word(digits);
    return put(Json(JsonDigits{digits}));
  }
  template <class Container>
  bool open(char bracket) {
    if (depth_ >= most_) {
      error_ = errorOf(Fault::nestedTooDeeply, toText(here()), std::to_string(most_));
      return false;
    }
    if (parts_ && summing_ == 0 && parts_->sums(here())) {
      summing_ = depth_ + 1;
      sum_.begin();
    }
    if (summing_) sum_.open(bracket);
    const bool inPieces = depth_ == 0 || levels_[depth_ - 1].apart;
    const bool apart =
        parts_ && inPieces && parts_->takesApart(here(), bracket == '{' ? JsonContainer::object : JsonContainer::list);
    if (levels_.size() == depth_) {
      levels_.emplace_back();
      path_.emplace_back();
      keys_.emplace_back();
    }
    Level& level = levels_[depth_];
    if (!std::holds_alternative<Container>(level.container.value)) level.container.value.emplace<Container>();
    level.apart = apart;
    path_[depth_].name.clear();
    path_[depth_].index = 0;
    keys_[depth_].clear();
    ++depth_;
    return true;
  }
  bool close(char bracket) {
    --depth_;
    if (summing_) sum_.close(bracket);
    if (summing_ == depth_ + 1) {
      summing_ = 0;
      parts_->takeSum(here(), sum_.value());
    }
    Level& done = levels_[depth_];
    if (done.apart) return next();
    put(std::move(done.container));
    // Whoever took it may have left its room, which the next one needs.
    if (auto* members = done.container.members()) members->clear();
    if (auto* items = done.container.array()) items->clear();
    return true;
  }
  bool put(Json&& json) {
    if (depth_ == 0) {
      root = std::move(json);
      return true;
    }
    Level& level = levels_[depth_ - 1];
    if (level.apart) {
      parts_->take(here(), std::move(json));
    } else if (auto* array = level.container.array()) {
      array->push_back(std::move(json));
    } else {
      JsonMembers& members = *level.container.members();
      if (members.empty()) members.reserve(kUsualMembers);
      members.emplace_back(path_[depth_ - 1].name, std::move(json));
    }
    return next();
  }
  bool next() {
    if (depth_ > 0) ++path_[depth_ - 1].index;
    return true;
  }

  std::string_view text_;
  JsonParts* parts_;
  std::size_t most_;
  std::vector<Level> levels_;
  std::vector<JsonStep> path_;
  std::vector<Keys> keys_;
  std::size_t depth_ = 0;
  std::size_t summing_ = 0;  // the depth of the container that is summed up; 0: none
  Summing sum_;
  std::optional<Error> error_;
  std::optional<Error> noted_;
};

Result<Json> read(std::string_view text, JsonParts* parts, const Limits& limits) {
  if (text.size() > limits.bytes) return failure(Fault::fileTooLarge, {}, std::to_string(limits.bytes >> 20U));
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (text.starts_with(kByteOrderMark)) return tl::unexpected(errorAt(text, 0, Fault::secondByteOrderMark));
  Builder builder(text, parts, limits.depth);
  const char* end = text.data() + text.size();
  const bool whole = nlohmann::json::sax_parse(Shortened(text.data(), end, &builder.kept),
                                               Shortened(end, end, &builder.kept), &builder);
  if (!whole || builder.kept.nul) {
    // nlohmann stops at a NUL byte and would ignore what follows.
    const auto nul = text.find('\0');
    if (nul != std::string_view::npos) return tl::unexpected(errorAt(text, nul, Fault::nulByte));
    return tl::unexpected(builder.error().value_or(errorOf(Fault::notJson)));
  }
  if (builder.noted()) return tl::unexpected(*builder.noted());
  return std::move(builder.root);
}

}  // namespace

Result<Json> readJson(std::string_view text, const Limits& limits) { return read(text, nullptr, limits); }

std::optional<Error> readJson(std::string_view text, JsonParts& parts, const Limits& limits) {
  auto json = read(text, &parts, limits);
  if (!json) return json.error();
  return std::nullopt;
}

}  // namespace cairn
