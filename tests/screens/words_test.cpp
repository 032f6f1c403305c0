// Words for what the model declares: every thing, field and value can be named, and no word waits for a name that is
// never asked for.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/root.hpp"
#include "model/workspace.hpp"
#include "screens/tester.hpp"
#include "strings.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn::words_test {

namespace {

std::string under(std::string_view group, std::string_view name) {
  std::string key = keyOf(name);
  std::replace(key.begin(), key.end(), '-', '_');
  return std::string(group) + key;
}

/// What a person may be told of: of a mentorship and of each thing in it.
struct Declared {
  std::set<std::string> things{"thing_mentorship"};
  std::set<std::string> fields;
  std::set<std::string> values;
};

void add(Declared& all, const ThingType& type) {
  for (const FieldTraits& field : type.fields) {
    if (field.onTwoVersions != OnTwoVersions::latest) all.fields.insert(under("field_", field.name));
    for (const auto word : field.words) all.values.insert(under("value_", word));
  }
}

Declared declared() {
  Declared all;
  add(all, typeOf<Mentorship>());
  for (const auto& collection : rootTypeOf<Mentorship>().collections) {
    all.things.insert(under("thing_", collection.name));
    add(all, collection.type);
  }
  return all;
}

}  // namespace

TEST_CASE("words: every thing and field has a word, and every value that reads otherwise than in the file") {
  const Declared all = declared();
  for (const auto& group : {all.things, all.fields}) {
    for (const auto& key : group) CHECK_MESSAGE(!sayNamed(english(), key).empty(), key);
  }
  for (const auto& key : all.values) {
    if (key.find('_', std::string("value_").size()) != std::string::npos)
      CHECK_MESSAGE(!sayNamed(english(), key).empty(), key);
  }
}

TEST_CASE("words: none of a thing, field or value is never asked for") {
  const Declared all = declared();
  for (const auto& entry : kNamed) {
    const std::string key(entry.key);
    if (key.starts_with("thing_")) CHECK_MESSAGE(all.things.contains(key), key);
    if (key.starts_with("field_")) CHECK_MESSAGE(all.fields.contains(key), key);
    if (key.starts_with("value_")) CHECK_MESSAGE(all.values.contains(key), key);
  }
}

}  // namespace cairn::words_test
