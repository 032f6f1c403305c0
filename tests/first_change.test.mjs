// docs/first-change.md, done: each of its differences still applies, one after the other. With CAIRN_LONG the result is
// built and tested too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = new URL('..', import.meta.url).pathname;
const text = readFileSync(join(root, 'docs/first-change.md'), 'utf8');
const blocks = (kind) => Array.from(text.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms')), ([, block]) => block);
const differences = blocks('diff');
const run = (program, words, options) => spawnSync(program, words, { encoding: 'utf8', ...options });

/** A folder outside the repository with these of its files. */
function copyOf(t, paths) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-first-change-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { verbatimSymlinks: true });
  }
  return folder;
}
function applyAll(folder) {
  for (const difference of differences) {
    const { status, stderr } = run('git', ['apply', '-'], { cwd: folder, input: difference });
    assert.equal(status, 0, `${stderr}\n${difference}`);
  }
}

test('each difference of docs/first-change.md applies', (t) => {
  assert.equal(differences.length, 6);
  const touched = differences.map((difference) => /^--- a\/(.*)$/m.exec(difference)[1]);
  const folder = copyOf(t, touched);
  applyAll(folder);
  for (const path of touched) assert.notEqual(readFileSync(join(folder, path), 'utf8'), readFileSync(join(root, path), 'utf8'), path);
});

test('what it tells to run is there', () => {
  const { stdout } = run(join(root, 'dev'), ['--help']);
  const commands = Array.from(text.matchAll(/\.\/dev (\w+)/g), ([, command]) => command);
  assert.deepEqual(commands.filter((command) => !stdout.includes(`./dev ${command}`)), []);
  const paths = blocks('').join('').match(/tests\/[\w/.]+/g);
  assert.deepEqual(run('ls', paths, { cwd: root }).status, 0);
});

function buildsAndPasses(t) {
  const files = run('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root }).stdout.split('\n').filter(Boolean);
  const folder = copyOf(t, files);
  applyAll(folder);
  mkdirSync(join(folder, 'build'));
  cpSync(join(root, 'build/deps'), join(folder, 'build/deps'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  run('git', ['init', '-q'], { cwd: folder });
  const { stdout, stderr } = run('./dev', ['test', '--quick'], { cwd: folder, maxBuffer: 1 << 28, env: { ...process.env, CAIRN_LONG: '' } });
  assert.match(stdout, /\d+ passed, 0 failed/, stdout.slice(-4_000) + stderr.slice(-4_000));
}
if (process.env.CAIRN_LONG) test('done, it builds, and the tests without a browser are green', buildsAndPasses);
