#pragma once
// Files for the command: read with a bound, written beside and renamed, so that no input is ever half
// overwritten. `-` is the standard input, or the standard output.
// Errors are told on the standard error, one line each, without control characters.
#include <optional>
#include <string>
#include <string_view>

namespace cairn::command_line {

/// The bytes of a regular file, of at most what readFile takes; nothing, and told, where it is anything else.
std::optional<std::string> readBytes(const std::string& name);

/// False, and told, where it could not be written whole. What stood at `name` stays until the new file is complete.
bool writeBytes(const std::string& name, const std::string& text);

/// The text on one line: control characters, and bytes that are not UTF-8, as \xHH.
std::string printable(std::string_view text);

}  // namespace cairn::command_line
