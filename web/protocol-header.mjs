// Makes the C++ header of web/protocol.ts:  node protocol-header.mjs OUT.hpp
import { readFileSync, writeFileSync } from 'node:fs';

const [target] = process.argv.slice(2);
if (!target) {
  console.error('usage: node protocol-header.mjs OUT.hpp');
  process.exit(2);
}
const source = readFileSync(new URL('protocol.ts', import.meta.url), 'utf8').replaceAll(' as const;', ';').replace(/^export type .*$/gm, '');
const protocol = await import(`data:text/javascript,${encodeURIComponent(source)}`);

const list = (name, words) => `enum class ${name} {\n${words.map((word) => `  ${word},`).join('\n')}\n};
inline constexpr std::size_t k${name}Count = ${words.length};\n`;
const letters = (name, map) => `enum class ${name} : char {\n${Object.entries(map).map(([word, letter]) => `  ${word} = '${letter}',`).join('\n')}\n};\n`;
const words = (name, map) => `inline constexpr std::array<std::string_view, ${Object.keys(map).length}> k${name}{{
${Object.values(map).map((word) => `    "${word}",`).join('\n')}\n}};\n`;

writeFileSync(target, `// Made by web/protocol-header.mjs from web/protocol.ts: do not edit.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace cairn {

${list('Request', protocol.REQUESTS)}
${list('Feature', protocol.FEATURES)}
${list('Trouble', protocol.TROUBLES)}
${list('PointerKind', protocol.POINTER_KINDS)}
${list('PointerPhase', protocol.POINTER_PHASES)}
namespace semantics {

${list('Role', Object.keys(protocol.ROLES))}
${words('RoleWords', protocol.ROLES)}
${list('NodeText', protocol.NODE_TEXTS)}
${list('NodeNumber', protocol.NODE_NUMBERS)}
${letters('NodeFlag', protocol.NODE_FLAGS)}
}  // namespace semantics
}  // namespace cairn
`);
