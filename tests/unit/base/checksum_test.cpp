#include "base/checksum.hpp"

#include <doctest/doctest.h>

namespace cairn::checksum_test {

TEST_CASE("checksum: CRC-32 as everybody computes it") {
  // The check value of the algorithm's catalogue (CRC-32/ISO-HDLC).
  CHECK(crc32Of("123456789") == 0xCBF43926U);
  CHECK(crc32Of("") == 0U);
  CHECK(toHex(crc32Of("123456789")) == "cbf43926");
  CHECK(toHex(1) == "00000001");
}

TEST_CASE("checksum: in parts it is the same") {
  const std::string text = "Every single one of these letters counts, however they are cut.";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    Checksum sum;
    sum.add(std::string_view(text).substr(0, cut));
    sum.add(std::string_view(text).substr(cut));
    CHECK(sum.value() == crc32Of(text));
  }
}

TEST_CASE("checksum: one bit of a record does not flip unseen") {
  const std::string text = "cairn";
  for (std::size_t at = 0; at < text.size() * 8; ++at) {
    std::string flipped = text;
    flipped[at / 8] = static_cast<char>(flipped[at / 8] ^ (1 << (at % 8)));
    CHECK(crc32Of(flipped) != crc32Of(text));
  }
}

}  // namespace cairn::checksum_test
