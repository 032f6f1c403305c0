#pragma once
// What comes from JavaScript, to the page's engine and to the worker's alike (Module.host).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.hpp"

namespace cairn {

/// The text or bytes that the page has put down for us (web/engine.ts, `send`).
std::string takeInbox();

/// 64 bits from the browser's own source.
std::uint64_t takeEntropy();

/// Files as one run of bytes: path, "\n", length, "\n", content, and so on.
std::string packFiles(const std::vector<StoredFile>& files);
std::vector<StoredFile> unpackFiles(std::string_view packed);

}  // namespace cairn
