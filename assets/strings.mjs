// Makes the C++ catalogue from a language's JSON:  node strings.mjs en.json OUT.hpp
import { readFileSync, writeFileSync } from 'node:fs';

const [source, target] = process.argv.slice(2);
if (!source || !target) {
  console.error('usage: node strings.mjs en.json OUT.hpp');
  process.exit(2);
}
const entries = Object.entries(JSON.parse(readFileSync(source, 'utf8')));
for (const [key, text] of entries) {
  if (!/^[a-z][a-z0-9_]*$/.test(key) || typeof text !== 'string') {
    console.error(`${source}: "${key}" is no key with a text`);
    process.exit(1);
  }
}
const named = entries.map(([key]) => key).filter((key) => /^(thing|field|value)_/.test(key));
const quoted = (text) => JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, '\\u$1');
writeFileSync(target, `// Made by assets/strings.mjs from ${source.split('/').pop()}: do not edit.
#pragma once
#include <array>
#include <string_view>

namespace cairn {

enum class S {
${entries.map(([key]) => `  ${key},`).join('\n')}
};

inline constexpr std::array<std::string_view, ${entries.length}> kCatalogue{{
${entries.map(([, text]) => `    ${quoted(text)},`).join('\n')}
}};

/// Those that are asked for by a name made of something else: what kind of thing, which field, which of its values.
struct NamedText {
  std::string_view key;
  S text;
};
inline constexpr std::array<NamedText, ${named.length}> kNamed{{
${named.map((key) => `    {"${key}", S::${key}},`).join('\n')}
}};

}  // namespace cairn
`);
