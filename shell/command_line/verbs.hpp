#pragma once
// The verbs of the command `cairn`. Each takes the words behind it and answers the exit code.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "codec/file.hpp"
#include "command/command.hpp"
#include "words/exports.hpp"

namespace cairn::command_line {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kUsage = 2;

using Words = std::span<const std::string>;

int usage();
int check(Words names);
int mergeFiles(Words words);
int newFile(Words words);
int exportFile(const ExportFormat& format, Words words);

/// One line on stderr: file, place, reason.
void tell(const std::string& name, const Error& error);
/// Nothing where the file cannot be read or is not ours; that has been told then.
std::optional<OpenedFile> readOrTell(const std::string& name);
/// Takes "-o OUT" (or another option) with its value out of the words.
std::optional<std::string> takeOption(std::vector<std::string>& words, const std::string& option);
/// Takes "--flag" out of the words; true where it was there.
bool takeFlag(std::vector<std::string>& words, const std::string& flag);
/// False where an option is left that nobody knows, or no file; takes "--" out, behind which all words are files.
bool onlyFiles(std::vector<std::string>& words);
int writeOrTell(const std::string& name, const std::string& text);

/// A writer that is never used again, and the clock's now.
Writers oneTimeWriters();
Instant now();
/// A new random id.
Id newId();

}  // namespace cairn::command_line
