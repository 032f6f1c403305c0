// Breaks the code in listed ways, one at a time; each must turn a test red.
//   ./dev test --mutants [--only NAME]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mutants, native } from './list.mjs';

const root = new URL('../..', import.meta.url).pathname;
const only = process.argv[2] ?? '';

const run = ([program, ...options]) =>
  spawnSync(program, options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000, env: { ...process.env, CAIRN_SITE: `${root}build/mutant-site` } });

let killed = 0;
let survived = 0;
for (const mutant of mutants) {
  if (only && only !== mutant.name) continue;
  const path = `${root}${mutant.file}`;
  const original = readFileSync(path, 'utf8');
  const [build, test] = mutant.run;
  let outcome = 'does not apply';
  try {
    if (original.split(mutant.from).length === 2) {
      writeFileSync(path, original.replace(mutant.from, () => mutant.to));
      const built = run(build);
      if (built.status !== 0) outcome = `does not build:\n${built.stdout.slice(-2000)}${built.stderr.slice(-2000)}`;
      else outcome = run(test).status === 0 ? 'SURVIVED' : 'killed';
    }
  } finally {
    writeFileSync(path, original);
  }
  if (outcome === 'killed') ++killed;
  else ++survived;
  console.log(`${mutant.name.padEnd(26)} ${outcome}`);
}
for (const target of ['unit_tests', 'screen_tests']) run(native(target)[0]);
console.log(`${killed} passed, ${survived} failed`);
process.exit(survived === 0 ? 0 : 1);
