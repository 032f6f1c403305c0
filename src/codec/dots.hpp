#pragma once
// The bookkeeping of merging as texts of a file ("merge"): writers are listed once and named by
// their place in that list.
//   dot      "0:12@1764028800000"          writer 0, counter 12, stamp in ms since 1970 UTC
//   with     "0:12@1764028800000<0:7,2:4"  the same, having overwritten up to 7 of writer 0, 4 of 2
//   context  "0:7,2:4"
// Limits: counters, stamps and places up to 2^53.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.hpp"

namespace cairn {

struct Signature {
  Dot dot;
  Instant stamp = 0;
  friend auto operator<=>(const Signature&, const Signature&) = default;
};

using WriterList = std::vector<Writer>;  ///< sorted where we write it

void appendSignature(std::string& out, const WriterList& writers, const Signature& signature);
void appendContext(std::string& out, const WriterList& writers, const Context& context);

/// Nothing for anything that append… does not write.
std::optional<std::pair<Signature, Context>> signatureFromText(const WriterList& writers, std::string_view text);
std::optional<Context> contextFromText(const WriterList& writers, std::string_view text);

std::string toText(Writer writer);  ///< eight characters of base 32
std::optional<Writer> writerFromText(std::string_view text);

}  // namespace cairn
