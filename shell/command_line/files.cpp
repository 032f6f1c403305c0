#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "base/utf8.hpp"
#include "codec/limits.hpp"

namespace cairn::command_line {
namespace {

/// A file's descriptor, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

void tellOf(const std::string& name, std::string_view what) { std::cerr << printable(name) << ": " << what << "\n"; }

bool isRegular(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

bool writeAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::optional<std::string> readBytes(const std::string& name) {
  const bool standard = name == "-";
  // Without waiting, so that a pipe that nobody writes to does not hold us.
  const Descriptor file(standard ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return tellOf(name, "cannot be read"), std::nullopt;
  if (!standard && !isRegular(file.number())) return tellOf(name, "is no file that can be read"), std::nullopt;
  std::string text;
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tellOf(name, "cannot be read"), std::nullopt;
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() <= kDoor.bytes) continue;
    return tellOf(name, "plan: larger than " + std::to_string(kDoor.bytes >> 20U) + " MB"), std::nullopt;
  }
}

bool writeBytes(const std::string& name, const std::string& text) {
  if (name == "-") {
    if (writeAll(STDOUT_FILENO, text)) return true;
    tellOf("standard output", "cannot be written");
    return false;
  }
  struct stat there {};
  const bool exists = ::stat(name.c_str(), &there) == 0;
  if (exists && !S_ISREG(there.st_mode)) {
    tellOf(name, "is no file that can be written");
    return false;
  }
  const std::string beside = name + ".writing-" + std::to_string(::getpid());
  constexpr mode_t kUsual = 0666;
  const mode_t mode = exists ? there.st_mode & 0777U : kUsual;
  bool written = false;
  {
    const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    written = file.number() >= 0 && writeAll(file.number(), text) && ::fsync(file.number()) == 0 &&
              (!exists || ::fchmod(file.number(), mode) == 0);
  }
  if (written && std::rename(beside.c_str(), name.c_str()) == 0) return true;
  ::unlink(beside.c_str());
  tellOf(name, "cannot be written");
  return false;
}

std::string printable(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const bool valid = isUtf8(text);
  std::string shown;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = byte >= 0x20 && byte != 0x7F && (byte < 0x80 || valid);
    if (plain) {
      shown += letter;
    } else {
      shown += {'\\', 'x', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return shown;
}

}  // namespace cairn::command_line
