// The command `cairn`: what it says and with which exit code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const command = new URL('../build/native/cairn', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'cairn-command-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

function cairn(...options) {
  const { status, stderr, stdout } = spawnSync(command, options, { encoding: 'utf8' });
  return { status, stderr, stdout };
}
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const plan = (goals) => ({ format: 'cairn-mentorship', version: { major: 1, minor: 0 }, id: '0000000000000001', plan: { goals } });

test('check accepts what can be opened', () => {
  assert.deepEqual(cairn('check', file('good.json', plan([{ title: 'Lead' }]))), { status: 0, stderr: '', stdout: '' });
});
test('check names file, place and reason in one line', () => {
  const bad = file('bad.json', plan([{ title: 'Lead', due: 'soon' }]));
  assert.deepEqual(cairn('check', bad), { status: 1, stdout: '', stderr: `${bad}: plan: goals[0].due must be a day such as 2026-11-24\n` });
  const broken = file('broken.json', '{\n  oops');
  assert.match(cairn('check', broken).stderr, /broken\.json: json: line 2, column \d+ not JSON here/);
  assert.equal(cairn('check', join(folder, 'absent.json')).status, 1);
});
test('merge: both sides are in the result, which is the same in any order', () => {
  const golden = new URL('golden/', import.meta.url).pathname;
  const [mentor, mentee] = ['mentor', 'mentee'].map((name) => join(golden, `${name}.cairn.json`));
  const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')];
  assert.equal(cairn('merge', mentor, mentee, '-o', one).status, 0);
  assert.equal(cairn('merge', mentee, mentor, mentor, '-o', two).status, 0);
  const merged = readFileSync(one, 'utf8');
  assert.equal(merged, readFileSync(two, 'utf8'));
  for (const words of ['Read the release guide', 'Draft the announcement']) assert.ok(merged.includes(words), words);
  assert.equal(cairn('check', one).status, 0);
});
test('merge refuses a file that was edited by hand', () => {
  const proposal = file('proposal.json', plan([{ title: 'Lead' }]));
  const { status, stderr } = cairn('merge', proposal, '-o', join(folder, 'out.json'));
  assert.equal(status, 1);
  assert.match(stderr, /edited by hand/);
});
test('anything else is a question of usage', () => {
  for (const options of [[], ['check'], ['dance', 'x'], ['merge', 'a', 'b']]) assert.equal(cairn(...options).status, 2, options.join(' '));
});
