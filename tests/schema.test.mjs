// The JSON Schema is as strict as the reader wherever JSON Schema can say it, and never stricter: every accepted
// vector and golden file is changed in every place, and both are asked.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { command } from './command.mjs';
import { changesOf } from './schema.mjs';

const folder = mkdtempSync(join(tmpdir(), 'cairn-schema-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));
const here = (path) => new URL(path, import.meta.url).pathname;
const schema = JSON.parse(spawnSync(command, ['schema'], { encoding: 'utf8' }).stdout);
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

/** What the reader says of each text: nothing, or why not. */
function verdictsOf(texts) {
  const said = [];
  for (let from = 0; from < texts.length; from += 200) {
    const paths = texts.slice(from, from + 200).map((text, at) => {
      const path = join(folder, `${from + at}.json`);
      writeFileSync(path, text);
      return path;
    });
    const { stderr } = spawnSync(command, ['check', ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const byPath = new Map(stderr.trimEnd().split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf('.json: ') + 5), line]));
    said.push(...paths.map((path) => byPath.get(path)));
  }
  return said;
}

const files = [
  ...readdirSync(here('golden')).filter((name) => name.endsWith('.json')).map((name) => here(`golden/${name}`)),
  // Its check has the form of one and does not fit, so nothing of its `merge` counts: no schema can see that.
  ...readdirSync(here('vectors/accept')).filter((name) => !name.startsWith('merge-of-a-proposal')).map((name) => here(`vectors/accept/${name}`)),
];
const parsed = files.map((path) => JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')));

// What the reader refuses and a schema has no words for.
const BEYOND = [
  /has no dot for each value/, // whether each value is signed
  /must be a dot such as/, // a place beyond `writers`
  /has no id$/, // only in a whole root, whose check fits
  /nested deeper than/,
  /is a value and a list/, // one name in the plan and in `merge`
  /not JSON here/, // half of a surrogate pair
];
// What the reader takes although the schema refuses it: a root without anything says nothing.
const LENIENT = [/^(mentorships|programmes)(\.0)? \[?\{\}\]?$/];

test('every accepted file is as the schema says', () => {
  files.forEach((path, at) => assert.ok(validate(parsed[at]), `${path}: ${JSON.stringify(validate.errors?.slice(-2))}`));
});

test('of files changed in every place, the schema takes just what the reader takes', () => {
  const seen = new Set();
  const changed = parsed.flatMap((json) => [...changesOf(json, seen)]);
  assert.ok(changed.length > 2_000, `${changed.length} changed files`);
  const said = verdictsOf(changed.map(([, json]) => JSON.stringify(json)));
  const used = new Set();
  const wrong = [];
  changed.forEach(([what, json], at) => {
    const taken = validate(json);
    if (taken === !said[at]) return;
    const list = taken ? BEYOND : LENIENT;
    const reason = list.find((one) => one.test(taken ? said[at] : what));
    if (reason) used.add(reason);
    else wrong.push(taken ? `schema takes: ${what}: ${said[at].split('.json: ')[1]}` : `schema refuses: ${what}: ${validate.errors.slice(-3).map((one) => `${one.instancePath} ${one.message}`)}`);
  });
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
  assert.deepEqual([...BEYOND, ...LENIENT].filter((one) => !used.has(one)), [], 'a reason that is not needed any more');
});
