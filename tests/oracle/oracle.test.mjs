// The outside oracle: what lives in a field after random edits by several copies and random
// exchange, here and in Automerge, must be the same. Automerge calls two equal values a conflict;
// they count once. (Deletion, clearing and redaction: tests/property, against a model of our own.)
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as Automerge from '@automerge/automerge';
import { numbers } from '../numbers.mjs';

const RUNS = process.env.CAIRN_LONG ? 10_000 : 500;
const seed = Number(process.env.CAIRN_SEED ?? Date.now() % 1e9);
const FIELDS = [['goals', 'title'], ['goals', 'why'], ['steps', 'text'], ['sessions', 'notes']];
const VALUES = ['a', 'b', 'c', 'd', 'e', 'f'];

const random = numbers(seed);

/** The different live values of a field, sorted. */
function live(copy, [collection, field]) {
  const conflicts = Automerge.getConflicts(copy[collection], field);
  const all = conflicts ? Object.values(conflicts) : copy[collection][field] === undefined ? [] : [copy[collection][field]];
  return [...new Set(all.map((value) => String(value)))].sort();
}

// Scalars: Automerge would merge the letters of a text.
const scalar = (text) => new Automerge.ImmutableString(text);

const counts = { conflicts: 0, threeWay: 0, equal: 0 };
function run() {
  const script = [];
  const first = Automerge.from({
    goals: { title: scalar('0') }, steps: { text: scalar('0') }, sessions: { notes: scalar('0') },
  }, { actor: 'ffffffff' });
  const copies = Array.from({ length: 2 + random(4) }, (_, at) => Automerge.clone(first, { actor: `0000000${at}` }));
  script.push(`run ${copies.length}`);
  for (let step = 0; step < 20 + random(50); ++step) {
    const at = random(copies.length);
    if (random(3) === 0) {
      const from = random(copies.length);
      if (from === at) continue;
      copies[at] = Automerge.merge(copies[at], copies[from]);
      script.push(`m ${at} ${from}`);
    } else {
      const place = FIELDS[random(FIELDS.length)];
      const there = live(copies[at], place);
      const value = VALUES.filter((one) => !there.includes(one))[random(VALUES.length - there.length)] ?? 'z';
      copies[at] = Automerge.change(copies[at], (doc) => {
        doc[place[0]][place[1]] = scalar(value);
      });
      script.push(`w ${at} ${place.join(' ')} ${value}`);
    }
  }
  script.push('end');
  const expected = copies.flatMap((copy, at) => FIELDS.map((place) => ({ place, values: live(copy, place), conflicts: Automerge.getConflicts(copy[place[0]], place[1]) }))
    .filter(({ values }) => values.length > 0)
    .map(({ place, values, conflicts }) => {
      if (values.length > 1) ++counts.conflicts;
      if (values.length > 2) ++counts.threeWay;
      if (conflicts && Object.keys(conflicts).length > values.length) ++counts.equal;
      return `${at} ${place.join(' ')} ${values.join(' ')}`;
    }));
  return { script, expected: expected.sort() };
}

test(`${RUNS} random histories of 2 to 5 copies: the same live values as in Automerge`, () => {
  console.log(`seed ${seed}`);
  const runs = Array.from({ length: RUNS }, run);
  const { status, stdout, stderr } = spawnSync(new URL('../../build/native-debug/tests/oracle_replay', import.meta.url).pathname, {
    input: `${runs.flatMap(({ script }) => script).join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 30,
  });
  assert.equal(status, 0, stderr);
  const answers = stdout.split('done\n').map((text) => text.split('\n').filter(Boolean).sort());
  runs.forEach(({ script, expected }, at) => assert.deepEqual(answers[at], expected, script.join('\n')));
  console.log(`${RUNS} histories; fields with two live values ${counts.conflicts}, with three or more ${counts.threeWay}, with equal values written apart ${counts.equal}`);
  assert.ok(counts.conflicts > RUNS && counts.threeWay > RUNS / 10 && counts.equal > RUNS / 10, 'the histories are worth comparing');
});
