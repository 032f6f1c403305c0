// What the unit tests run of the core's four folders that keep people's data.
//   node tests/coverage.mjs               builds, runs and prints lines and branches of each folder
//   node tests/coverage.mjs --uncovered   also file:line of every branch that never went, or always went, one way
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const program = 'build/coverage/tests/unit_tests';
export const FOLDERS = ['replica', 'codec', 'journal', 'command'];

function run(command, options, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, options, {
    cwd: root, encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${error?.message ?? stdout.slice(-5000) + stderr.slice(-5000)}`);
  return stdout;
}

/** The tool of the compiler's own version: another one may not read what its programs write. */
function tool(name) {
  const major = /version (\d+)/.exec(run('clang++', ['--version']))?.[1];
  const found = [`${name}-${major}`, name].find((one) => !spawnSync(one, ['--help']).error);
  if (!found) throw new Error(`${name} is missing: it is in Debian's package llvm`);
  return found;
}

/** What llvm-cov knows of each file under the four folders, after a run of the unit tests. */
function exported() {
  const raw = 'build/coverage/unit.profraw';
  const data = 'build/coverage/unit.profdata';
  mkdirSync(join(root, 'build/coverage'), { recursive: true });
  run('cmake', ['--preset', 'native-coverage']);
  run('cmake', ['--build', '--preset', 'native-coverage', '--target', 'unit_tests']);
  rmSync(join(root, raw), { force: true });
  run(program, [], { LLVM_PROFILE_FILE: join(root, raw) });
  run(tool('llvm-profdata'), ['merge', '-sparse', raw, '-o', data]);
  const folders = FOLDERS.map((folder) => join(root, 'src', folder));
  const json = run(tool('llvm-cov'), ['export', program, `-instr-profile=${data}`, '-skip-functions', '-skip-expansions', ...folders]);
  return JSON.parse(json).data[0].files;
}

/**
 * The branches of a file, one for each condition in the source. llvm-cov tells one for every instantiation of a
 * template; here a way counts as taken where any of them took it, since it is one line that a person reads. What
 * the compiler decides (`if constexpr`) has both counts 0 everywhere and is no branch.
 */
function branchesOf(path, told) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const places = new Map();
  for (const [line, column, lastLine, lastColumn, taken, passed] of told) {
    const key = [line, column, lastLine, lastColumn].join(':');
    const place = places.get(key) ?? { line, column, lastLine, lastColumn, taken: 0, passed: 0 };
    place.taken += taken;
    place.passed += passed;
    places.set(key, place);
  }
  const isDecided = ({ line, taken, passed }) => taken + passed === 0 && /\bif constexpr\b/.test(lines.slice(Math.max(0, line - 2), line).join(' '));
  const branches = [...places.values()].filter((place) => !isDecided(place)).sort((a, b) => a.line - b.line || a.column - b.column);
  for (const branch of branches) {
    const { line, column, lastLine, lastColumn } = branch;
    branch.text = lines[line - 1].slice(column - 1, lastLine === line ? lastColumn - 1 : undefined);
  }
  return branches;
}

const share = (some, all) => (all === 0 ? 100 : (100 * some) / all);

/** Builds, runs and counts: for each folder and in total, and every branch that did not go both ways. */
export function measure() {
  const folders = FOLDERS.map((name) => ({ name, lines: 0, linesRun: 0, ways: 0, waysTaken: 0 }));
  const uncovered = [];
  for (const { filename, summary, branches } of exported()) {
    const path = relative(root, filename);
    const folder = folders.find(({ name }) => path.startsWith(`src/${name}/`));
    folder.lines += summary.lines.count;
    folder.linesRun += summary.lines.covered;
    for (const branch of branchesOf(filename, branches)) {
      folder.ways += 2;
      folder.waysTaken += (branch.taken > 0) + (branch.passed > 0);
      const what = branch.taken === 0 && branch.passed === 0 ? 'never reached' : branch.taken === 0 ? 'never true' : branch.passed === 0 ? 'always true' : '';
      if (what) uncovered.push(`${path}:${branch.line}: ${what}: ${branch.text}`);
    }
  }
  const sum = (member) => folders.reduce((all, folder) => all + folder[member], 0);
  const total = { name: 'total', lines: sum('lines'), linesRun: sum('linesRun'), ways: sum('ways'), waysTaken: sum('waysTaken') };
  const counted = [...folders, total].map((folder) => ({
    ...folder, linePercent: share(folder.linesRun, folder.lines), branchPercent: share(folder.waysTaken, folder.ways),
  }));
  return { folders: counted, total: counted.at(-1), uncovered };
}

export function lineOf({ name, linePercent, branchPercent, ways, waysTaken }) {
  return `${name.padEnd(8)} lines ${linePercent.toFixed(1)} %, branches ${branchPercent.toFixed(1)} % (${waysTaken} of ${ways})`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { folders, uncovered } = measure();
  if (process.argv.includes('--uncovered')) console.log(uncovered.join('\n'));
  console.log(folders.map(lineOf).join('\n'));
}
