#include "codec/root_read.hpp"

#include <charconv>

namespace cairn {
namespace {

/// "PERSON@SINCE"
std::optional<Author> authorFromText(std::string_view text) {
  const auto at = text.find('@');
  const auto person = idFromText(text.substr(0, at));
  if (!person || at == std::string_view::npos) return std::nullopt;
  Author author{*person, 0};
  const std::string_view since = text.substr(at + 1);
  const auto [end, fault] = std::from_chars(since.data(), since.data() + since.size(), author.since);
  if (fault != std::errc() || end != since.data() + since.size() || author.since < 0) return std::nullopt;
  return author;
}

}  // namespace

void RootReader::mergeMember(Lane lane, std::string_view name, Json& json) {
  Book& book = books_[at(lane)];
  if (name == "check" && json.text()) book.check = *json.text();
  if (!book.fits()) return;
  if (name == "writers") {
    if (!json.array()) return fail("merge.writers", "must be a list");
    for (const auto& item : *json.array()) {
      const auto writer = item.text() ? writerFromText(*item.text()) : std::nullopt;
      if (!writer) return fail("merge.writers", "must be names of eight letters and digits");
      book.writers.push_back(*writer);
    }
    book.hasWriters = true;
  }
  if (name != "authors") return;
  if (!json.members()) return fail("merge.authors", "must be an object");
  for (const auto& [key, value] : *json.members()) {
    const auto writer = writerFromText(key);
    const auto person = value.text() ? authorFromText(*value.text()) : std::nullopt;
    if (!writer || !person) return fail("merge.authors." + key, "must be a person's id and an instant");
    author(*writer, *person);
  }
}

}  // namespace cairn
