// Runs the suites in two lanes, one a processor: what needs no browser beside what does. Closes with
// "N passed, N failed", after a list of what took longest.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const flags = new Set(process.argv.slice(2));
const isLong = flags.has('--long');
const isQuick = flags.has('--quick');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
if (flags.has('--mutants')) {
  const command = flags.has('--made') ? ['tests/mutants/made.mjs', ...process.argv.slice(2)] : ['tests/mutants/run.mjs', only];
  const { status } = spawnSync('node', command, { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}

const doctest = (name, ...options) => ({
  command: [join(root, 'build/native-debug/tests', name), '--duration=true', ...options],
  count: (text) => {
    const found = /test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/.exec(text);
    return found ? [Number(found[1]), Number(found[2])] : null;
  },
  times: (text) => Array.from(text.matchAll(/^([\d.]+) s: (.*)$/gm), ([, seconds, test]) => ({ test, seconds: Number(seconds) })),
});
const nodeTest = (...files) => ({
  // What hangs is told by its name.
  command: ['node', '--test', '--test-force-exit', '--test-concurrency=1', ...(isLong ? [] : ['--test-timeout=900000']), '--test-reporter=tap', ...files],
  count: (text) => {
    const pass = /^# pass (\d+)$/m.exec(text);
    const fail = /^# fail (\d+)$/m.exec(text);
    return pass && fail ? [Number(pass[1]), Number(fail[1])] : null;
  },
  times: (text) => Array.from(text.matchAll(/^(?:not )?ok \d+ - (.*)\n {2}---\n {2}duration_ms: ([\d.]+)$/gm), ([, test, took]) => ({ test, seconds: Number(took) / 1_000 })),
});

// What tells most comes first, then what takes longest: so both lanes end at about the same time.
const withoutBrowser = {
  unit: doctest('unit_tests'),
  arrows: nodeTest('tests/arrows.test.mjs', 'tests/first_change.test.mjs'),
  screens: doctest('screen_tests'),
  style: nodeTest('tests/style.test.mjs'),
  fuzz: nodeTest('tests/fuzz/fuzz.test.mjs'),
  interop: nodeTest('tests/interop.test.mjs'),
  command: nodeTest('tests/command_line.test.mjs', 'tests/schema.test.mjs'),
  failures: nodeTest('tests/failures/failures.test.mjs', 'tests/failures/former.test.mjs', 'tests/failures/backups.test.mjs'),
  oracle: nodeTest('tests/oracle/oracle.test.mjs'),
  calendar: nodeTest('tests/calendar.test.mjs'),
  ...(isLong ? { coverage: { ...nodeTest('tests/coverage.test.mjs'), says: /^ *# (\w+ +lines .*)$/gm } } : {}),
};
const browserTest = (name) => nodeTest(`tests/browser/${name}.test.mjs`);
const browsers = ['story', 'faults', 'walk', 'storage', 'access', 'habits', 'hosts', 'large', 'editing', 'text', 'page', 'life', 'weeks', 'halves',
  'passing', 'phone', 'engines', 'zones', 'assistive'];
const withBrowser = Object.fromEntries(browsers.map((name) => [name, browserTest(name)]));
if (isLong) withBrowser.current = browserTest('current_emscripten');

const env = { ...process.env, ...(isLong ? { CAIRN_LONG: '1', CAIRN_FUZZ_SECONDS: process.env.CAIRN_FUZZ_SECONDS ?? '300' } : {}) };

const slowest = []; // { test, seconds } of all suites
const failures = []; // the first words of each test that failed, told once more at the end

/** True where every test that failed did so because the browser itself crashed: its crash handler wrote that. */
function onlyTheBrowserDied(tap) {
  const failed = tap.split(/^not ok /m).slice(1).map((text) => text.split(/^(?:ok|# Subtest)/m)[0]);
  return failed.length > 0 && failed.every((text) => text.includes('crashpad'));
}

/** Runs a suite; once more where a crash of the browser was all that went wrong, which is no fault of a page. */
async function run(name, suite) {
  const first = await runOnce(name, suite);
  if (!first.browserDied) return first.counted;
  console.log(`${name}: the browser itself crashed; once more`);
  return (await runOnce(name, suite)).counted;
}

/** What the failed tests of a suite say first, of TAP or of doctest. */
function firstWords(name, stdout) {
  const found = [...stdout.matchAll(/^not ok \d+ - .*\n(?: {2}.*\n){0,40}/gm), ...stdout.matchAll(/^TEST CASE: {2}.*\n(?:.+\n|\n(?!=)){0,14}/gm)];
  return found.map(([words]) => `${name}: ${words.slice(0, 2_000)}`);
}

/** Runs a suite and prints how it went, with all its words where a test failed. */
function runOnce(name, { command: [program, ...options], count, times, says }) {
  const started = Date.now();
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    const child = spawn(program, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => (stderr += error.message));
    child.on('close', (status) => {
      const counted = count(stdout) ?? [0, 1];
      if (status !== 0 && counted[1] === 0) counted[1] = 1;
      const notRun = stdout.split('not run: no data').length - 1;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${name.padEnd(10)} ${counted[0]} passed, ${counted[1]} failed  (${seconds} s)${notRun ? `  ${notRun} not run: no data` : ''}`);
      if (says) for (const [, line] of stdout.matchAll(says)) console.log(`  ${line}`);
      if (counted[1] > 0) {
        console.log(stdout.slice(-20_000), stderr.slice(-5_000));
        failures.push(...firstWords(name, stdout));
      }
      slowest.push(...times(stdout));
      resolve({ counted, browserDied: onlyTheBrowserDied(stdout) });
    });
  });
}

// After a change, before the rest: what needs no browser and takes seconds. The walks over everything are for later.
const WALKS = ['writing:*', 'private:*', 'reload:*', 'two stores:*', 'too long:*', 'looking:*', 'leaving:*', 'long lists:*', 'naughty*', 'turns:*',
  'empty fields:*', 'emptied store:*', 'clock shift:*', 'language: so is*', 'language: every text*', 'language: in each*'].join(',');
const quick = [
  { arrows: withoutBrowser.arrows, screens: doctest('screen_tests', `-tce=${WALKS}`), failures: withoutBrowser.failures },
  { unit: doctest('unit_tests', '-tce=property:*'), format: nodeTest('--test-name-pattern=clang-format|reserved|TypeScript', 'tests/style.test.mjs') },
];

const counts = [];
const waiting = (isQuick ? quick : [withoutBrowser, withBrowser]).map((list) => Object.entries(list).filter(([name]) => !only || only === name));

/** How long each suite took when it last ran here; one that never did is taken for a minute. */
const timesFile = join(root, 'build/suite-seconds.json');
const known = existsSync(timesFile) ? JSON.parse(readFileSync(timesFile, 'utf8')) : {};
const begun = new Map(); // the suites that are running, and since when
function minutesLeft() {
  const isLeft = [...waiting.flat().map(([name]) => known[name] ?? 60), ...Array.from(begun, ([name, since]) => Math.max(0, (known[name] ?? 60) - (Date.now() - since) / 1_000))];
  return Math.ceil(isLeft.reduce((sum, seconds) => sum + seconds, 0) / 2 / 60);
}

/** Takes the suites of its own list, and then what the other lane has not begun. */
async function lane(own, other) {
  for (let next = own.shift() ?? other.pop(); next; next = own.shift() ?? other.pop()) {
    const [name, suite] = next;
    begun.set(name, Date.now());
    counts.push(await run(name, suite));
    known[name] = Math.round((Date.now() - begun.get(name)) / 1_000);
    begun.delete(name);
    if (begun.size > 0 && minutesLeft() > 0) console.log(`  about ${minutesLeft()} min left`);
  }
}
const started = Date.now();
await Promise.all([lane(...waiting), lane(...waiting.toReversed())]);
writeFileSync(timesFile, JSON.stringify(known));
console.log('slowest tests:');
for (const { test, seconds } of slowest.sort((one, other) => other.seconds - one.seconds).slice(0, 12)) console.log(`  ${seconds.toFixed(0).padStart(4)} s  ${test}`);
console.log(`${((Date.now() - started) / 1000).toFixed(0)} s in two lanes`);
for (const words of failures) console.log(words);
const [passed, failed] = [0, 1].map((at) => counts.reduce((sum, counted) => sum + counted[at], 0));
if (!existsSync(join(root, '../shared/data'))) console.log('../shared/data is absent: its suites were not run');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
