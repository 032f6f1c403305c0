// The command `cairn`: what it says and with which exit code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { command } from './command.mjs';

const golden = new URL('golden/', import.meta.url).pathname;
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
  const [mentor, mentee] = ['mentor', 'mentee'].map((name) => join(golden, `${name}.cairn.json`));
  const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')];
  assert.equal(cairn('merge', mentor, mentee, '-o', one).status, 0);
  assert.equal(cairn('merge', mentee, mentor, mentor, '-o', two).status, 0);
  const merged = readFileSync(one, 'utf8');
  assert.equal(merged, readFileSync(two, 'utf8'));
  for (const words of ['Read the release guide', 'Draft the announcement', 'Notes by the mentor', 'Notes by the mentee']) assert.ok(merged.includes(words), words);
  assert.equal(cairn('check', one).status, 0);
});
test('merge gives out what is private only when it is asked for', () => {
  const own = join(golden, 'own-copy.cairn.json');
  const told = JSON.parse(readFileSync(own, 'utf8'));
  delete told.audience;
  const [silent, out] = [file('silent.json', JSON.stringify(told)), join(folder, 'private.json')];
  assert.equal(cairn('merge', silent, '-o', out).status, 0);
  assert.equal(JSON.parse(readFileSync(out, 'utf8')).private, undefined);
  assert.equal(cairn('merge', silent, '-o', out, '--private').status, 0);
  assert.ok(JSON.parse(readFileSync(out, 'utf8')).private.plan, 'the private part is gone');
});
test('merge takes what was edited by hand as fresh edits of a writer of its own, and twice changes nothing', () => {
  const mentor = join(golden, 'mentor.cairn.json');
  const edited = JSON.parse(readFileSync(mentor, 'utf8'));
  edited.plan.aim = 'Changed in an editor.';
  edited.plan.goals.push({ title: 'Without an id' });
  delete edited.plan.sessions;
  const proposal = file('proposal.json', edited);
  const out = join(folder, 'with-proposal.json');
  assert.deepEqual(cairn('merge', mentor, proposal, '-o', out), { status: 0, stderr: '', stdout: '' });
  const merged = JSON.parse(readFileSync(out, 'utf8'));
  assert.equal(merged.plan.aim, 'Changed in an editor.');
  assert.ok(merged.plan.goals.some((goal) => goal.title === 'Without an id'));
  assert.equal(merged.plan.sessions.length, 1, 'nothing is deleted');
  assert.equal(merged.merge.writers.length, edited.merge.writers.length + 1);
  const again = join(folder, 'again.json');
  assert.equal(cairn('merge', out, proposal, '-o', again).status, 0);
  assert.equal(readFileSync(again, 'utf8'), readFileSync(out, 'utf8'));
});
test('new makes a mentorship from a template, and --help lists them all', () => {
  const help = cairn('new', '--help');
  assert.equal(help.status, 0);
  const names = [...help.stdout.matchAll(/^ {2}([a-z0-9-]+) /gm)].map((found) => found[1]);
  assert.deepEqual(names, readdirSync(new URL('../assets/templates/mentorships/', import.meta.url)).filter((name) => /^[^.]+\.json$/.test(name)).sort().map((name) => name.replace('.json', '')));
  for (const name of names) {
    const out = join(folder, `${name}.json`);
    assert.deepEqual(cairn('new', '--template', name, '--with', 'Zoë 李雷', '-o', out), { status: 0, stderr: '', stdout: '' });
    assert.equal(cairn('check', out).status, 0);
    assert.ok(JSON.parse(readFileSync(out, 'utf8')).plan.people.some((person) => person.name === 'Zoë 李雷'));
    validates(JSON.parse(readFileSync(out, 'utf8')));
  }
  assert.match(cairn('new', '--template', 'nonsense', '--with', 'A', '-o', join(folder, 'x')).stderr, /there is no template "nonsense"/);
  assert.match(cairn('new', '--template', names[0], '--with', 'A'.repeat(1_300), '-o', join(folder, 'x')).stderr, /plan: people\[.*\]\.name at most 1200 characters/);
});

const schema = JSON.parse(cairn('schema').stdout);
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);
function validates(json) {
  assert.ok(validate(json), JSON.stringify(validate.errors, null, 1));
}
test('schema: every golden file, and what merging makes of them, is as it says; a wrong one is not', () => {
  const files = readdirSync(golden).filter((name) => name.endsWith('.json')).map((name) => join(golden, name));
  for (const name of files) validates(JSON.parse(readFileSync(name, 'utf8')));
  const all = join(folder, 'all.json');
  assert.equal(cairn('merge', join(golden, 'mentor.cairn.json'), join(golden, 'mentee.cairn.json'), join(golden, 'own-copy.cairn.json'), '-o', all).status, 0);
  validates(JSON.parse(readFileSync(all, 'utf8')));
  const breaks = [
    (json) => { json.plan.goals[0].due = 'soon'; },
    (json) => { json.plan.stage = 'sleeping'; },
    (json) => { json.plan.sessions[0].privateNotes = 'not here'; },
    (json) => { json.version.major = 2; },
    (json) => { delete json.plan; },
  ];
  for (const change of breaks) {
    const json = JSON.parse(readFileSync(join(golden, 'mentor.cairn.json'), 'utf8'));
    change(json);
    assert.ok(!validate(json), String(change));
  }
});
test('check is the one that docs/format.md describes: CRC-32 of the compact plan', () => {
  for (const name of ['mentor', 'mentee', 'own-copy', 'programme', 'for-programme']) {
    const { plan, merge, private: own } = JSON.parse(readFileSync(join(golden, `${name}.cairn.json`), 'utf8'));
    const sum = (value) => `crc32:${crc32(JSON.stringify(value)).toString(16).padStart(8, '0')}`;
    assert.equal(merge.check, sum(plan));
    if (own) assert.equal(own.merge.check, sum(own.plan));
  }
});
test('a file for the other side or a programme holds no trace of what is private', () => {
  const own = readFileSync(join(golden, 'own-copy.cairn.json'), 'utf8');
  const { private: secret } = JSON.parse(own);
  const words = ['Ask how the move went.', 'She was nervous last time.', 'Shorter talks.', 'Exam in June', ...secret.merge.writers];
  for (const name of ['mentor', 'mentee', 'for-programme']) {
    const text = readFileSync(join(golden, `${name}.cairn.json`), 'utf8');
    for (const word of words) assert.ok(own.includes(word) && !text.includes(word), `${name}: ${word}`);
  }
  const programme = readFileSync(join(golden, 'for-programme.cairn.json'), 'utf8');
  for (const word of ['Notes by', 'What should be different', 'Lead a release', 'release guide', 'meet.example']) assert.ok(!programme.includes(word), word);
  for (const word of ['Amina Okafor', 'Being asked first.', '"less"', '2026-11-27']) assert.ok(programme.includes(word), word);
});
test('the 318 JSON texts: each is refused or accepted as its name says, within a second', (t) => {
  const suite = new URL('../../shared/data/json-suite/', import.meta.url).pathname;
  if (!existsSync(suite)) return t.diagnostic('not run: no data');
  const wrong = [];
  for (const name of readdirSync(suite)) {
    const { status, stderr, signal } = spawnSync(command, ['check', join(suite, name)], { encoding: 'utf8', timeout: 1_000 });
    const said = status === 0 ? 'accepted' : stderr.slice(suite.length + name.length + 2).split(' ')[0];
    const fits = { y: ['accepted', 'plan:'], n: ['json:'], i: ['accepted', 'plan:', 'json:', 'number:'] }[name[0]];
    if (signal || !fits.includes(said) || stderr.trimEnd().includes('\n')) wrong.push(`${name}: ${signal ?? said}`);
  }
  assert.deepEqual(wrong, []);
});
test('what is no regular file is refused in one line, whatever reads it, and never waited for', () => {
  const pipe = join(folder, 'pipe');
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  for (const name of [folder, pipe, '/dev/zero', '/dev/null', join(folder, 'absent.json')]) {
    for (const words of [['check', name], ['ics', name], ['merge', name, '-o', join(folder, 'never.json')]]) {
      const { status, stderr, stdout } = spawnSync(command, words, { encoding: 'utf8', timeout: 10_000 });
      assert.equal(status, 1, `${words}: ${stderr}`);
      assert.equal(stderr.split('\n').length, 2, stderr);
      assert.equal(stdout, '');
    }
  }
  const good = join(golden, 'mentor.cairn.json');
  assert.equal(cairn('merge', good, '-o', folder).status, 1);
  const { status, stdout } = spawnSync(command, ['merge', '-', '-o', '-'], { input: readFileSync(good) });
  assert.equal(status, 0);
  assert.equal(stdout.toString(), readFileSync(good, 'utf8'));
});
test('an output that cannot be written whole is a failure, and leaves what was there', () => {
  const mine = file('mine.cairn.json', readFileSync(join(golden, 'mentor.cairn.json'), 'utf8'));
  const before = readFileSync(mine, 'utf8');
  const limited = spawnSync('sh', ['-c', `ulimit -f 1; exec "$@"`, 'sh', command, 'merge', mine, join(golden, 'mentee.cairn.json'), '-o', mine], { encoding: 'utf8', env: { ...process.env, ASAN_OPTIONS: 'handle_sigfpe=0' } });
  assert.notEqual(limited.status, 0);
  assert.equal(readFileSync(mine, 'utf8'), before);
  const full = spawnSync('sh', ['-c', `exec "$@" > /dev/full`, 'sh', command, 'schema'], { encoding: 'utf8' });
  assert.equal(full.status, 1);
  assert.match(full.stderr, /cannot be written/);
});
test('no control character of a file reaches the terminal, and an error is one line', () => {
  for (const key of ['\u001b[31mred', 'two\nlines', '\u0000', '\u009b1m']) {
    const { status, stderr } = cairn('check', file('control.json', { ...plan([]), [key]: 1, plan: { goals: [{ title: 'x', [key]: { a: 1 } }] } }));
    assert.equal(status, 1, stderr);
    assert.equal(stderr.split('\n').length, 2, JSON.stringify(stderr));
    assert.doesNotMatch(stderr.trimEnd(), /[\u0000-\u001f\u007f]/);
  }
});
test('anything else is a question of usage', () => {
  for (const options of [[], ['check'], ['dance', 'x'], ['merge', 'a', 'b']]) assert.equal(cairn(...options).status, 2, options.join(' '));
});
