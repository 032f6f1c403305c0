#pragma once
// A person who presses, types, goes to places, waits and reloads at random: for tests that hold something after
// every step, whatever was done before.
//
//   std::map<std::string, int> used;
//   RandomWalk walk(t, seed, used);
//   for (int step = 0; step < 250; ++step) walk.step();
#include <map>
#include <random>

#include "screens/tester.hpp"

namespace cairn {

class RandomWalk {
 public:
  /// `used`: how often each kind of thing was pressed, in all walks; what was pressed least comes first.
  RandomWalk(Tester& t, std::uint64_t seed, std::map<std::string, int>& used);

  void step();
  /// A random number from 0 to below `below`.
  std::size_t number(std::size_t below) { return static_cast<std::size_t>(random_() % below); }

 private:
  template <class Wanted>
  const semantics::Node* any(Wanted&& wanted);
  void press();
  void type();
  /// The machine's clock is wrong, up to 70 years to either side, until it is set right.
  void jumpInTime();

  Tester& t_;
  std::mt19937_64 random_;
  std::map<std::string, int>& used_;
  std::vector<std::string> places_;
  Instant jumped_ = 0;
};

}  // namespace cairn
