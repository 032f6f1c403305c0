#pragma once
// Reader: for whom sentences are made: the reader's clock, zone and language. Whatever makes words from data takes one,
// so that the page, the command line and the tests say the same things with the same code.
#include <string>

#include "base/zones.hpp"
#include "query/moment.hpp"
#include "words/language.hpp"

namespace cairn {

struct Reader {
  const Zones& zones;
  Moment moment;
  std::string localZone;  ///< the zone in which `moment.local` is
  const Language& language;

  operator const Language&() const { return language; }
};

}  // namespace cairn
