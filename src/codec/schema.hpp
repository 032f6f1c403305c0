#pragma once
// The JSON Schema (2020-12) of the files, made from the declared fields.
#include <string>

namespace cairn {

std::string schema();

}  // namespace cairn
