// The command against a reader and merger that shares nothing with it: tests/interop, Python's standard library alone,
// written from docs/format.md. It replays tests/vectors and random histories, and must notice each planted fault.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { command } from './command.mjs';

const root = new URL('..', import.meta.url).pathname;
const histories = process.env.CAIRN_LONG ? 5_000 : 300;
const faults = ['a version that does not show is lost', 'contexts of a whole thing are ignored', 'unknown members are lost',
  'a field is kept that a deletion covers', 'of two authors the earlier counts'];

/** Looking for leaks takes half the time of a call, and there are thousands; the other suites of the command look. */
const NO_LEAK_CHECK = { ASAN_OPTIONS: 'detect_leaks=0' };

function compare(more, environment = {}) {
  const options = ['tests/interop/run.py', '--command', command, ...more];
  return spawnSync('python3', options, { cwd: root, encoding: 'utf8', env: { ...process.env, ...NO_LEAK_CHECK, ...environment } });
}

test('all vectors and random histories give what the document says', () => {
  const { status, stdout, stderr } = compare(['--histories', String(histories)]);
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`^${histories} histories with [1-9]\\d+ fields in conflict$`, 'm'));
  assert.match(stdout, /^\d+ passed, 0 failed$/m);
});

faults.forEach((what, at) => {
  test(`the comparison notices where ${what}`, () => {
    const wrapped = ['--through', 'tests/interop/faulty.py', '--until-failed'];
    const { status, stdout } = compare(wrapped, { CAIRN_FAULT: String(at + 1) });
    assert.equal(status, 1, 'nothing was noticed');
    assert.match(stdout, /^FAILED command merge /m, 'the test vectors notice it');
  });
});

test('a wrapper without a fault changes nothing', () => {
  const { status, stdout } = compare(['--through', 'tests/interop/faulty.py', '--every', '12']);
  assert.equal(status, 0, stdout);
});
