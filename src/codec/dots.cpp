#include "codec/dots.hpp"

#include <algorithm>
#include <charconv>

#include "base/id.hpp"

namespace cairn {
namespace {

constexpr std::uint64_t kMost = (std::uint64_t{1} << 53U) - 1;

/// Reads a whole number at the front and takes it off.
std::optional<std::uint64_t> takeNumber(std::string_view& text) {
  std::uint64_t number = 0;
  if (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') return std::nullopt;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || number > kMost) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, char letter) {
  if (!text.starts_with(letter)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Dot> takeDot(const WriterList& writers, std::string_view& text) {
  const auto place = takeNumber(text);
  if (!place || *place >= writers.size() || !take(text, ':')) return std::nullopt;
  const auto counter = takeNumber(text);
  if (!counter || *counter == 0) return std::nullopt;
  return Dot{writers[static_cast<std::size_t>(*place)], *counter};
}

void appendDot(std::string& out, const WriterList& writers, const Dot& dot) {
  const auto place = std::lower_bound(writers.begin(), writers.end(), dot.writer) - writers.begin();
  out += std::to_string(place) + ":" + std::to_string(dot.counter);
}

}  // namespace

void appendSignature(std::string& out, const WriterList& writers, const Signature& signature) {
  appendDot(out, writers, signature.dot);
  out += "@" + std::to_string(signature.stamp);
}

void appendContext(std::string& out, const WriterList& writers, const Context& context) {
  bool first = true;
  for (const auto& dot : context.dots()) {
    if (!std::exchange(first, false)) out += ',';
    appendDot(out, writers, dot);
  }
}

std::optional<Context> contextFromText(const WriterList& writers, std::string_view text) {
  Context context;
  while (true) {
    const auto dot = takeDot(writers, text);
    if (!dot) return std::nullopt;
    context.add(*dot);
    if (text.empty()) return context;
    if (!take(text, ',')) return std::nullopt;
  }
}

std::optional<std::pair<Signature, Context>> signatureFromText(const WriterList& writers, std::string_view text) {
  const auto dot = takeDot(writers, text);
  if (!dot || !take(text, '@')) return std::nullopt;
  const auto stamp = takeNumber(text);
  if (!stamp) return std::nullopt;
  std::pair<Signature, Context> signature{{*dot, static_cast<Instant>(*stamp)}, {}};
  if (text.empty()) return signature;
  const auto context = take(text, '<') ? contextFromText(writers, text) : std::nullopt;
  if (!context) return std::nullopt;
  signature.second = *context;
  return signature;
}

std::string toText(Writer writer) { return toBase32(writer, kWriterDigits); }

std::optional<Writer> writerFromText(std::string_view text) {
  if (text.size() != static_cast<std::size_t>(kWriterDigits)) return std::nullopt;
  return fromBase32(text);
}

}  // namespace cairn
