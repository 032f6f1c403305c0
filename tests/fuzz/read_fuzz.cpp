// Reading a file: whatever it holds, it is refused with a reason, or can be written, read and
// written again as the same bytes.
#include "fuzz.hpp"
#include "journal/rescue.hpp"

using namespace cairn;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = openFile({reinterpret_cast<const char*>(data), size});
  if (!file) {
    const std::string_view code = codeOf(file.error().fault);
    fuzz::must(code == "json" || code == "number" || code == "plan" || code == "newer",
               "a refusal is of the text, the plan or a later Cairn");
    return 0;
  }
  const std::string once = writeBackup(file->whole);
  const auto again = readFile(once);
  fuzz::must(again.has_value(), "what was written can be read");
  fuzz::must(!again->isProposal(), "what was written is whole");
  fuzz::must(writeBackup(again->whole) == once, "written, read and written again: the same bytes");
  return 0;
}
