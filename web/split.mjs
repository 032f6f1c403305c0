// Cuts the engine's Wasm in two: what the first frame of an empty page needs, and the rest, which the
// page fetches behind that frame (web/lazy-wasm.ts).
//   node web/split.mjs APP.wasm FIRST.wasm LATER.wasm
//
// A function is in the later half when nothing reaches it but through those that later.mjs names. A wrong
// guess costs time alone: whatever calls a later function before its half is there waits for it.
// APP.wasm needs its function names (--profiling-funcs); what is written keeps none.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLASSES, DRAWING, MEMBERS, WORKING } from './later.mjs';

/** Functions of the later half, by their names in C++. */
const own = 'cairn::(\\(anonymous namespace\\)::)?';
const members = ([type, names]) => `\\bcairn::${type}::(${names.length > 0 ? names.join('|') : `(?!${type})\\w+`})\\(`;
const LATER = [
  new RegExp(`\\b${own}(${[...DRAWING, ...CLASSES].join('|')})\\b`),
  new RegExp(`\\b${own}(${WORKING.join('|')})\\(`),
  new RegExp(Object.entries(MEMBERS).map(members).join('|')),
  /\bcairn::App::(storeAnew|beginEmpty|erase)\(.*'lambda'/,
  // A mentorship as a whole is copied by what one does with it.
  /^cairn::(Mentorship|Programme|Root)::(operator=|\w+)\(cairn::\w+ const&\)|^cairn::(Mentorship|Programme)::operator=\(/,
  // What puts things into a collection, or takes them out.
  /\bcairn::\(anonymous namespace\)::WorkOf<cairn::\w+>::(place|put|erase)\(/,
  /^cairn::\w+::operator=\(cairn::\w+ const&\)/,
  /\bnlohmann::/,
  // Scripts that are drawn as whole runs; no word of the first page is.
  /\bcairn::text::Runs::(make|draw|width)\(/,
  // Sorting what an empty page has none of, and angles that no drawing has.
  /\bstd::__2::(__inplace_merge|__stable_sort_move)\b|^__rem_pio2_large$/,
  // What ImGui offers and Cairn never draws.
  /\bImGui::(TabBarLayout|TabBarScrollingButtons|ShrinkWidths|RenderMouseCursor|BeginCombo|Selectable|EndMultiSelect|MultiSelectItem\w+|SeparatorTextEx|SetTooltip|ArrowButtonEx|NavUpdateCreateWrappingRequest|FindBestWindowPosForPopup\w*)\(/,
];

/** What Emscripten uses, and browsers have: a newer tool writes more where it may. */
const FEATURES = ['bulk-memory', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals', 'reference-types', 'multivalue'].map((one) => `--enable-${one}`);

const [from, first, later] = process.argv.slice(2);
if (!later) {
  console.error('usage: node web/split.mjs APP.wasm FIRST.wasm LATER.wasm');
  process.exit(2);
}

/** A number as Wasm writes it (unsigned LEB128): [value, place behind it]. */
function numberAt(bytes, place) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[place++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, place];
  }
}
function asNumber(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}
const withLength = (bytes) => Buffer.concat([asNumber(bytes.length), bytes]);

/** The sections behind the eight bytes at the beginning: {id, body}. */
function* sectionsOf(wasm) {
  for (let place = 8; place < wasm.length;) {
    const id = wasm[place];
    const [length, body] = numberAt(wasm, place + 1);
    yield { id, body: wasm.subarray(body, body + length), whole: wasm.subarray(place, body + length) };
    place = body + length;
  }
}

/** The functions' names by their numbers, where this section holds them. */
function namesIn({ id, body }) {
  if (id !== 0) return undefined;
  const [length, begin] = numberAt(body, 0);
  if (body.toString('utf8', begin, begin + length) !== 'name') return undefined;
  const names = new Map();
  for (let place = begin + length; place < body.length;) {
    const kind = body[place];
    let [size, at] = numberAt(body, place + 1);
    place = at + size;
    if (kind !== 1) continue;
    let count;
    for ([count, at] = numberAt(body, at); count > 0; --count) {
      let number;
      [number, at] = numberAt(body, at);
      [size, at] = numberAt(body, at);
      names.set(number, body.toString('utf8', at, at + size));
      at += size;
    }
  }
  return names;
}

/** Names of C++ hold commas and spaces, which the tools take for their own: each function is called f123. */
function shortNames(names) {
  const entries = [...names.keys()].map((number) => Buffer.concat([asNumber(number), withLength(Buffer.from(`f${number}`))]));
  const functions = Buffer.concat([asNumber(entries.length), ...entries]);
  const body = Buffer.concat([withLength(Buffer.from('name')), Buffer.from([1]), withLength(functions)]);
  return Buffer.concat([Buffer.from([0]), withLength(body)]);
}

const wasm = readFileSync(from);
let names;
const parts = [wasm.subarray(0, 8)];
for (const section of sectionsOf(wasm)) {
  const found = namesIn(section);
  names ??= found;
  parts.push(found ? shortNames(found) : section.whole);
}
if (!names) throw new Error(`${from} has no names of functions: link with --profiling-funcs`);

const folder = mkdtempSync(join(tmpdir(), 'split-'));
const short = join(folder, 'short.wasm');
writeFileSync(short, Buffer.concat(parts));
const text = execFileSync('wasm-dis', [...FEATURES, short], { encoding: 'utf8', maxBuffer: 1 << 28 });

const calls = new Map();
const lengths = new Map();
const roots = new Set();
let current;
for (const line of text.split('\n')) {
  const defined = /^ \(func \$(f\d+)/.exec(line);
  if (defined) calls.set((current = defined[1]), new Set());
  if (current) lengths.set(current, (lengths.get(current) ?? 0) + 1);
  // What is exported, or stands in a table, can be called from anywhere.
  if (/^ \((export|elem|start)/.test(line)) for (const [, name] of line.matchAll(/\$(f\d+)/g)) roots.add(name);
  const called = /\((?:call|ref\.func) \$(f\d+)/.exec(line);
  if (called && current) calls.get(current).add(called[1]);
}

/** The optimiser makes one function of equal ones, and it has but one of their names. */
const SHORT = 20; // lines of its text
const mayBeShared = (name, called) => lengths.get(name) < SHORT || (called.startsWith('std::__2::__function::') && !called.includes('::operator()'));
const isLater = (name) => {
  const called = names.get(Number(name.slice(1)));
  return !mayBeShared(name, called) && LATER.some((pattern) => pattern.test(called));
};
const needed = new Set();
const waiting = [...roots].filter((name) => !isLater(name));
while (waiting.length > 0) {
  const name = waiting.pop();
  if (needed.has(name)) continue;
  needed.add(name);
  for (const called of calls.get(name) ?? []) if (!isLater(called)) waiting.push(called);
}
const rest = [...calls.keys()].filter((name) => !needed.has(name));
execFileSync('wasm-split', [
  ...FEATURES, short, '-o1', first, '-o2', later, `--split-funcs=${rest.join(',')}`,
  '--import-namespace=first', '--placeholder-namespace=later',
], { stdio: 'inherit' });
rmSync(folder, { recursive: true });
console.log(`${rest.length} of ${calls.size} functions come later`);
