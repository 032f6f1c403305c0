#pragma once
// Result<T>: a value, or an Error that names what is wrong and where.
// Use: `if (!result) return tl::unexpected(result.error());`. No exception crosses a module.
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace cairn {

/// What went wrong. `code` is a stable word ("json", "plan", "required", "too_long", …),
/// `message` a sentence in English for logs and the command line, `path` the place (`goals[3].due`).
struct Error {
  std::string code;
  std::string message;
  std::string path;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string code, std::string message, std::string path = {}) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(path)});
}

}  // namespace cairn
