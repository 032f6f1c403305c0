// The command `cairn`: the core without a page.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <random>

#include "codec/schema.hpp"
#include "files.hpp"
#include "journal/journal.hpp"
#include "journal/rescue.hpp"
#include "verbs.hpp"
#include "words/faults.hpp"

namespace cairn::command_line {
namespace {

std::uint64_t entropy() {
  std::random_device device;
  const std::uint64_t high = device();
  return high << 32U | device();
}

/// Each line where the explanations of the usage stand.
std::string indented(std::string_view lines) {
  std::string all;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    all.append(31, ' ').append(line).append("\n");
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return all;
}

}  // namespace

int usage() {
  std::cerr << "cairn: mentorship files on the command line\n\n"
               "  cairn check FILE…            says whether each can be opened\n"
               "  cairn merge A B… -o OUT [--private]\n"
               "                               one file with what is in all of them; what was edited by\n"
               "                               hand becomes fresh edits of a writer of its own. What only\n"
               "                               its owner sees is left out, unless --private asks for it\n"
               "  cairn new --template NAME --with PERSON -o FILE\n"
               "                               a new mentorship; `cairn new --help` lists the templates\n";
  for (const ExportFormat& one : exportFormats()) {
    std::cerr << "  cairn " << one.verb << " FILE [-o OUT] [--page ADDRESS]\n" << indented(one.usage);
  }
  std::cerr << "  cairn schema                 the JSON Schema of the files\n\n"
               "FILE, A and B may be `-`, the standard input; OUT may be `-`, the standard output. Behind `--`\n"
               "every word is a file.\n\n"
               "Exit: 0 done, 1 bad input, 2 usage.\n";
  return kUsage;
}

void tell(const std::string& name, const Error& error) {
  const Language& language = languages().front();
  const std::string place = placeText(language, error);
  // What cannot be written as an edit cannot stand in a plan; docs/format.md knows no other code for it.
  const std::string_view code = error.fault >= Fault::empty ? "plan" : codeOf(error.fault);
  std::cerr << printable(name + ": " + std::string(code) + ": " + (place.empty() ? "" : place + " ") +
                         faultText(language, error))
            << "\n";
}

std::optional<OpenedFile> readOrTell(const std::string& name) {
  const auto text = readBytes(name);
  if (!text) return std::nullopt;
  auto file = openFile(*text);
  if (!file) {
    tell(name, file.error());
    return std::nullopt;
  }
  if (file->leftOut > 0) {
    tell(name, errorOf(Fault::damagedLeftOut, {}, std::to_string(file->leftOut)));
  }
  return std::move(*file);
}

std::optional<std::string> takeOption(std::vector<std::string>& words, const std::string& option) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at] == "--") return std::nullopt;
    if (words[at] != option) continue;
    std::string value = words[at + 1];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at) + 2);
    return value;
  }
  return std::nullopt;
}

int writeOrTell(const std::string& name, const std::string& text) { return writeBytes(name, text) ? kDone : kBadInput; }

bool takeFlag(std::vector<std::string>& words, const std::string& flag) {
  const auto end = std::find(words.begin(), words.end(), "--");
  const auto found = std::find(words.begin(), end, flag);
  if (found == end) return false;
  words.erase(found);
  return true;
}

bool onlyFiles(std::vector<std::string>& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  const bool unknown =
      std::any_of(words.begin(), end, [](const auto& word) { return word.size() > 1 && word[0] == '-'; });
  if (end != words.end()) words.erase(end);
  return !unknown && !words.empty();
}

Writers oneTimeWriters() {
  IdSource ids(entropy);
  return newWriters(ids);
}

Id newId() { return IdSource(entropy).next(); }

Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

int check(Words given) {
  std::vector<std::string> names(given.begin(), given.end());
  if (!onlyFiles(names)) return usage();
  int result = kDone;
  for (const auto& name : names) {
    if (!readOrTell(name)) result = kBadInput;
  }
  return result;
}

}  // namespace cairn::command_line

int main(int count, char** values) {
  using namespace cairn::command_line;
  const std::vector<std::string> words(values + 1, values + std::max(count, 1));
  if (words.empty()) return usage();
  const Words rest = Words(words).subspan(1);
  if (words[0] == "check") return check(rest);
  if (words[0] == "merge") return mergeFiles(rest);
  if (words[0] == "new") return newFile(rest);
  for (const cairn::ExportFormat& one : cairn::exportFormats()) {
    if (words[0] == one.verb) return exportFile(one, rest);
  }
  if (words[0] == "schema" && rest.empty()) {
    return writeOrTell("-", cairn::schema());
  }
  return usage();
}
