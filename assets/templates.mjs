// Makes the templates part of the command, which speaks English ("closing.de.json" is for the page):  node templates.mjs FOLDER OUT.hpp
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, target] = process.argv.slice(2);
if (!folder || !target) {
  console.error('usage: node templates.mjs FOLDER OUT.hpp');
  process.exit(2);
}
const templates = readdirSync(folder).filter((name) => /^[^.]+\.json$/.test(name)).sort().map((name) => {
  const { title, about, plan } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  if (typeof title !== 'string' || typeof about !== 'string' || typeof plan !== 'object') throw new Error(`${name}: needs title, about and plan`);
  return [name.replace('.json', ''), title, about, JSON.stringify(plan)];
});
writeFileSync(target, `// Made by assets/templates.mjs: do not edit.
#pragma once
#include <array>
#include <string_view>

namespace cairn {

struct Template {
  std::string_view name;
  std::string_view title;
  std::string_view about;
  std::string_view plan;
};
inline constexpr std::array<Template, ${templates.length}> kTemplates{{
${templates.map((texts) => `    {${texts.map((text) => JSON.stringify(text)).join(', ')}},`).join('\n')}
}};

}  // namespace cairn
`);
