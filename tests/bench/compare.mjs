// Two runs of ./dev bench side by side, as a table in Markdown: what was, what is, and by how much it changed.
//   node tests/bench/compare.mjs BEFORE.jsonl AFTER.jsonl
import { readFileSync } from 'node:fs';

const rowsOf = (path) => new Map(readFileSync(path, 'utf8').split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)).map((row) => [row.name, row]));
const [before, after] = process.argv.slice(2).map(rowsOf);
console.log('| | before | after | change | goal |\n|---|--:|--:|--:|---|');
for (const [name, { value, unit, goal, met }] of after) {
  const was = before.get(name)?.value;
  const change = was ? `${(((value - was) / was) * 100).toFixed(1)} %` : '';
  console.log(`| ${name} | ${was ?? '–'} | ${value} ${unit} | ${change} | ${goal}${met ? '' : ' **missed**'} |`);
}
