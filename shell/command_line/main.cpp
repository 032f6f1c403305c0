// The command `cairn`: the core without a page.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>

#include "codec/file.hpp"
#include "replica/merge.hpp"

namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kUsage = 2;

int usage() {
  std::cerr << "cairn: mentorship files on the command line\n\n"
               "  cairn check FILE…            says whether each can be opened\n"
               "  cairn merge A B… -o OUT      one file with what is in all of them\n\n"
               "Exit: 0 done, 1 bad input, 2 usage.\n";
  return kUsage;
}

std::optional<cairn::OpenedFile> readOrTell(const std::string& name) {
  std::ifstream stream(name, std::ios::binary);
  if (!stream) {
    std::cerr << name << ": cannot be read\n";
    return std::nullopt;
  }
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  auto file = cairn::readFile(text);
  if (!file) {
    const auto& error = file.error();
    std::cerr << name << ": " << error.code << ": " << (error.path.empty() ? "" : error.path + " ") << error.message
              << "\n";
    return std::nullopt;
  }
  return std::move(*file);
}

int check(std::span<char*> names) {
  int result = kDone;
  for (const char* name : names) {
    if (!readOrTell(name)) result = kBadInput;
  }
  return result;
}

int mergeFiles(std::span<char*> arguments) {
  if (arguments.size() < 3 || std::string_view(arguments[arguments.size() - 2]) != "-o") return usage();
  cairn::Workspace all;
  for (const char* name : arguments.first(arguments.size() - 2)) {
    const auto file = readOrTell(name);
    if (!file) return kBadInput;
    if (file->proposal) {
      std::cerr << name << ": plan: merge.check does not fit: it was edited by hand\n";
      return kBadInput;
    }
    cairn::merge(all, file->content);
  }
  if (all.mentorships.size() != 1) {
    std::cerr << "cairn merge: the files are of " << all.mentorships.size() << " mentorships\n";
    return kBadInput;
  }
  std::ofstream out(arguments.back(), std::ios::binary);
  out << cairn::writeFile(all.mentorships.begin()->second, cairn::Audience::myself);
  out.close();
  if (!out) {
    std::cerr << arguments.back() << ": cannot be written\n";
    return kBadInput;
  }
  return kDone;
}

}  // namespace

int main(int count, char** values) {
  const std::span<char*> arguments(values, static_cast<std::size_t>(count));
  if (count < 3) return usage();
  const std::string_view verb = arguments[1];
  if (verb == "check") return check(arguments.subspan(2));
  if (verb == "merge") return mergeFiles(arguments.subspan(2));
  return usage();
}
