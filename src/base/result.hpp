#pragma once
// Result<T>: a value, or an Error that names what is wrong and where.
// Use: `if (!result) return tl::unexpected(result.error());`. No exception crosses a module.
#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "base/fault.hpp"

namespace cairn {

/// Without words: words/faults.hpp says it in a language.
struct Error {
  Fault fault = Fault::notJson;
  std::string path;        ///< the place in a plan: "goals[3].due"
  std::string value;       ///< what the fault speaks of, see Fault
  std::string other;       ///< a second one
  std::size_t line = 0;    ///< the place in a text, from 1; 0: somewhere in it
  std::size_t column = 0;  ///< in code points, from 1
};

template <class T>
using Result = tl::expected<T, Error>;

inline Error errorOf(Fault fault, std::string path = {}, std::string value = {}, std::string other = {}) {
  return {fault, std::move(path), std::move(value), std::move(other), 0, 0};
}

inline tl::unexpected<Error> failure(Fault fault, std::string path = {}, std::string value = {}) {
  return tl::unexpected<Error>(errorOf(fault, std::move(path), std::move(value)));
}

}  // namespace cairn
