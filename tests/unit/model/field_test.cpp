#include "model/field.hpp"

#include <doctest/doctest.h>

#include <string>

namespace cairn::field_test {

namespace {
Field<std::string> written(std::string value, Dot dot, Instant stamp = 0) {
  Field<std::string> field;
  field.addVersion({std::move(value), dot, stamp});
  return field;
}
Context of(Dot dot) {
  Context context;
  context.add(dot);
  return context;
}
}  // namespace

TEST_CASE("field: two are alike where they say the same, however they came to it") {
  const Field<std::string> silent;
  const auto one = written("one", {1, 1});
  CHECK(one == written("one", {1, 1}));
  CHECK_FALSE(one == written("other", {1, 1}));
  CHECK_FALSE(one == written("one", {2, 1}));
  CHECK_FALSE(one == written("one", {1, 2}));
  CHECK_FALSE(one == written("one", {1, 1}, 5));
  CHECK_FALSE(one == silent);
  CHECK_FALSE(silent == one);
  CHECK(silent == Field<std::string>());
  auto emptied = one;
  emptied.dropCovered(of({1, 1}));
  CHECK_FALSE(emptied == one);
  CHECK_FALSE(one == emptied);
  CHECK(emptied == silent);
  auto emptiedToo = written("other", {2, 2});
  emptiedToo.dropCovered(of({2, 2}));
  CHECK(emptied == emptiedToo);
}

TEST_CASE("field: what it has overwritten tells it from one that has overwritten nothing") {
  auto one = written("one", {1, 2});
  auto other = one;
  one.addContext(of({1, 1}));
  CHECK_FALSE(one == other);
  CHECK_FALSE(one.isSimple());
  other.addContext({});
  CHECK(other.isSimple());
  other.addContext(of({1, 1}));
  CHECK(one == other);
  other.addContext(of({2, 1}));
  CHECK_FALSE(one == other);
}

TEST_CASE("field: a copy is its own, and a copy of itself is the same") {
  auto one = written("one", {1, 1});
  const auto& itself = one;
  one = itself;
  CHECK(*one == "one");
  auto copy = one;
  copy.addVersion({"two", {2, 1}, 0});
  copy.addContext(of({3, 1}));
  CHECK(one.versions().size() == 1);
  CHECK(copy.versions().size() == 2);
  one = copy;
  CHECK(one == copy);
  copy = Field<std::string>();
  const Field<std::string> silent;
  one = silent;
  CHECK(one.silent());
  CHECK(one->empty());
}

TEST_CASE("field: the same version twice is one; of two with one dot the stamp tells them apart too") {
  auto one = written("one", {1, 1}, 5);
  one.addVersion({"one", {1, 1}, 5});
  CHECK(one.versions().size() == 1);
  one.addVersion({"one", {1, 1}, 7});
  CHECK(one.versions().size() == 2);
  CHECK(one.differentValues() == 1);
  one.dropCovered(of({1, 1}));
  CHECK(one.versions().empty());
  CHECK(one.silent());
}

TEST_CASE("field: a pending write stands alone, whatever was there") {
  auto one = written("one", {1, 1});
  one.addVersion({"two", {2, 1}, 0});
  one.addContext(of({3, 1}));
  one.set("mine");
  CHECK(one.isPending());
  CHECK(*one == "mine");
  CHECK(one.context().empty());
  CHECK_FALSE(one.isSimple());
  one.sign({1, 2}, 9);
  CHECK_FALSE(one.isPending());
  CHECK(one.isSimple());
}

}  // namespace cairn::field_test
