// Breaks the core at places that a seeded draw chooses; a test should turn red for each.
//   ./dev test --mutants --made [--count N] [--seed S] [--only WORD]     WORD: a part of the file's path
//   ./dev test --mutants --made --again     those of the last run that survived, once more
// A mutant must make the unit tests fail, or the comparison with the Python reader and merger. It all happens in a copy
// of the sources in build/mutants, so that no end of this program leaves a checkout broken.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { numbers } from '../numbers.mjs';
import { mutantsOf } from './rules.mjs';

const root = new URL('../..', import.meta.url).pathname;
const work = join(root, 'build/mutants');
const tree = join(work, 'tree');
const build = join(work, 'build');
const scratch = join(work, 'tmp'); // where the comparison leaves the files of a failure
const FOLDERS = ['replica', 'codec', 'journal', 'command'];
const COPIED = ['CMakeLists.txt', 'CMakePresets.json', 'src', 'shell', 'tests', 'assets'];
const MEMORY = 4_000_000; // KB: what a mutant that never stops may take before it counts as killed
const LIMIT = 120_000; // ms

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
}
const count = Number(option('--count', '200'));
const seed = Number(option('--seed', '1'));
const only = option('--only', '');
const resultFile = join(work, 'result.json');
const last = process.argv.includes('--again') ? JSON.parse(readFileSync(resultFile, 'utf8')) : undefined;

let child;
let restore = () => {};
process.on('SIGINT', () => {
  restore();
  if (child) process.kill(-child.pid, 'SIGKILL');
  process.exit(130);
});

/** Runs a program, with an end to its time and memory; `stopped` where it came to that of its time. */
function run(program, options, limit = 0) {
  return new Promise((resolve) => {
    const bounded = limit ? ['bash', ['-c', `ulimit -v ${MEMORY}; exec "$@"`, 'bash', program, ...options]] : [program, options];
    let text = '';
    const started = spawn(...bounded, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: scratch } });
    child = started;
    let stopped = false;
    const stop = () => {
      stopped = true;
      process.kill(-started.pid, 'SIGKILL');
    };
    const timer = limit && setTimeout(stop, limit);
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (data) => (text = (text + data).slice(-20_000)));
    started.on('error', (error) => (text += error.message));
    started.on('close', (status) => {
      clearTimeout(timer);
      child = undefined;
      resolve({ status, stopped, text });
    });
  });
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

/** Makes the copy like the checkout. What is alike stays untouched, so that nothing is built twice. */
function copySources() {
  const wanted = new Set(COPIED.flatMap((name) => filesBelow(join(root, name))).map((path) => relative(root, path)));
  for (const path of filesBelow(tree)) if (!wanted.has(relative(tree, path))) rmSync(path);
  for (const path of wanted) {
    const [from, to] = [readFileSync(join(root, path)), join(tree, path)];
    if (existsSync(to) && from.equals(readFileSync(to))) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, from);
  }
  // The suites on ../shared/data find it beside the copy too.
  if (existsSync(join(root, '../shared')) && !existsSync(join(work, 'shared'))) symlinkSync(join(root, '../shared'), join(work, 'shared'));
}

/** One file is one unit to compile, without sanitizers and warnings: a mutant's time is that of a file and a link. */
async function configure() {
  const isThere = async (program) => (await run(program, ['--version'])).status === 0;
  const linker = (await isThere('ld.lld')) ? ['-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld'] : [];
  const imgui = join(root, 'build/deps/imgui');
  return run('cmake', ['-S', tree, '--preset', 'native-debug', '-B', build, '-DCAIRN_SANITIZE=OFF', '-DCAIRN_FUZZ=OFF', '-DCMAKE_UNITY_BUILD=OFF',
    '-DCMAKE_CXX_FLAGS_DEBUG=-O0 -w', `-DCMAKE_PROJECT_INCLUDE=${join(root, 'tests/mutants/headers.cmake')}`, ...linker, ...(existsSync(imgui) ? [`-DIMGUI_DIR=${imgui}`] : [])]);
}

const make = (target) => run('ninja', ['-C', build, '-j1', target]);
// The properties last: a test of one thing says more about a mutant, and sooner.
const unitTests = () => run(join(build, 'tests/unit_tests'), ['--abort-after=1', '--test-case-exclude=property*'], LIMIT);
const properties = () => run(join(build, 'tests/unit_tests'), ['--abort-after=1', '--test-case=property*'], LIMIT);
const interop = () => run('python3', ['tests/interop/run.py', '--command', join(build, 'shell/command_line/cairn'), '--vectors', 'tests/vectors',
  '--histories', '20', '--until-failed'], LIMIT);

/** What killed the mutant that now stands in the copy: 'not built', 'SURVIVED' or the killer with what it saw. */
async function outcome() {
  if ((await make('unit_tests')).status !== 0) return 'not built';
  for (const tests of [unitTests, properties]) {
    const { status, stopped, text } = await tests();
    if (stopped) return 'unit_tests: stopped';
    // Others may have said something before; after the first that fails there is none.
    if (status !== 0) return `unit_tests: ${[...text.matchAll(/TEST CASE:\s*(.*)/g)].at(-1)?.[1] ?? 'crashed'}`;
  }
  if ((await make('cairn')).status !== 0) return 'not built';
  const compared = await interop();
  return compared.status === 0 ? 'SURVIVED' : `interop: ${/^FAILED (.{0,60})/m.exec(compared.text)?.[1] ?? (compared.stopped ? 'stopped' : 'crashed')}`;
}

function drawn() {
  const paths = FOLDERS.flatMap((folder) => filesBelow(join(root, 'src', folder))).map((path) => relative(root, path));
  const all = paths.filter((path) => path.endsWith('.cpp') && path.includes(only)).sort()
    .flatMap((file) => mutantsOf(readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, ...mutant })));
  const random = numbers(seed);
  for (let at = all.length - 1; at > 0; --at) {
    const other = random(at + 1);
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}

/** The same places as they are now; what is no longer in the code is left out. */
function survivedBefore() {
  return last.mutants.filter((mutant) => mutant.outcome === 'SURVIVED').flatMap((mutant) => {
    const alike = mutantsOf(readFileSync(join(root, mutant.file), 'utf8'))
      .filter(({ rule, from, to }) => rule === mutant.rule && from === mutant.from && to === mutant.to)
      .sort((one, other) => Math.abs(one.start - mutant.start) - Math.abs(other.start - mutant.start));
    return alike.slice(0, 1).map((one) => ({ file: mutant.file, ...one }));
  });
}

const short = (text) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line || 'nothing';
};

async function tryOne(mutant) {
  const path = join(tree, mutant.file);
  const original = readFileSync(path, 'utf8');
  restore = () => writeFileSync(path, original);
  const started = Date.now();
  try {
    writeFileSync(path, original.slice(0, mutant.start) + mutant.to + original.slice(mutant.end));
    mutant.outcome = await outcome();
  } finally {
    restore();
    restore = () => {};
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
  }
  mutant.seconds = (Date.now() - started) / 1000;
  console.log(`${mutant.file}:${mutant.line}  ${mutant.rule}  ${short(mutant.from)} -> ${short(mutant.to)}  ${mutant.outcome}  (${mutant.seconds.toFixed(1)} s)`);
}

/** Where nothing is broken all must pass: else each mutant would count as killed. */
async function soundBefore() {
  for (const step of [configure, () => make('unit_tests'), () => make('cairn'), unitTests, properties, interop]) {
    const { status, text } = await step();
    if (status === 0) continue;
    console.log(text);
    console.log('It fails without any mutant');
    process.exit(1);
  }
}

console.log('Building what no mutant changes');
mkdirSync(scratch, { recursive: true });
copySources();
await soundBefore();
const waiting = last ? survivedBefore() : drawn();
const wanted = last ? waiting.length : count;
const tried = [];
const killedBefore = last ? last.mutants.filter((mutant) => mutant.outcome !== 'SURVIVED') : [];
const isBuilt = (mutant) => mutant.outcome !== 'not built';
while (waiting.length > 0 && tried.filter(isBuilt).length < wanted) {
  const next = waiting.splice(0, wanted - tried.filter(isBuilt).length);
  // File by file: the one before is compiled again, as it was, only where the file changes.
  next.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
  for (const mutant of next) {
    await tryOne(mutant);
    tried.push(mutant);
    writeFileSync(resultFile, JSON.stringify({ seed, count, only, mutants: [...killedBefore, ...tried] }, null, 2) + '\n');
  }
}
const built = [...killedBefore, ...tried].filter(isBuilt);
const notBuilt = killedBefore.length + tried.length - built.length;
const survivors = built.filter((mutant) => mutant.outcome === 'SURVIVED');
const killed = built.length - survivors.length;
console.log(`${built.length} mutants, ${killed} killed (${((100 * killed) / Math.max(1, built.length)).toFixed(0)} %), ${survivors.length} survived` +
  (notBuilt > 0 ? `; ${notBuilt} more not built` : ''));
process.exit(built.length > 0 ? 0 : 1);
