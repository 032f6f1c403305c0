// Arrows point one way, web → shell → src, and a few rules of the house that a reader relies on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CLASSES, DRAWING, MEMBERS, WORKING } from '../web/later.mjs';
import { mutants } from './mutants/list.mjs';

const root = new URL('..', import.meta.url).pathname;
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const read = (path) => readFileSync(`${root}/${path}`, 'utf8');

/** Which folders a folder of the core or the shell may know. */
const core = ['src/base', 'src/model', 'src/replica', 'src/query'];
const all = [...core, 'src/command', 'src/codec', 'src/journal', 'src/insight', 'src/exchange'];
const BELOW = {
  'src/base': [],
  'src/model': ['src/base'],
  'src/replica': ['src/base', 'src/model'],
  'src/query': ['src/base', 'src/model'],
  'src/command': core,
  'src/codec': ['src/base', 'src/model', 'src/replica'],
  'src/journal': [...core, 'src/command', 'src/codec'],
  'src/insight': [...core, 'src/command'],
  'src/exchange': all,
  'shell/words': all,
  'shell/platform': ['src/base', 'src/journal'],
  'shell/semantics': [],
  'shell/text': ['src/base', 'shell/platform'],
  'shell/widgets': ['src/base', 'src/exchange', 'shell/semantics', 'shell/text', 'shell/words'],
  'shell/frame': [...all, 'shell/words', 'shell/widgets'],
  'shell/screens': [...all, 'shell/words', 'shell/widgets', 'shell/frame'],
  'shell/app': [...all, 'shell/words', 'shell/platform', 'shell/semantics', 'shell/text', 'shell/widgets', 'shell/frame', 'shell/screens'],
  'shell/platform/headless': [...all, 'shell/words', 'shell/platform', 'shell/semantics'],
  'shell/platform/web': [...all, 'shell/words', 'shell/platform', 'shell/semantics', 'shell/text', 'shell/widgets', 'shell/app'],
  'shell/command_line': [...all, 'shell/words', 'shell/platform/headless'],
  'shell/imgui': [],
};
/** The same as ARCHITECTURE.md shows it, a folder a line. */
const isWhole = (names) => all.every((name) => names.includes(name));
const short = (names) => (isWhole(names) ? ['all of src', ...names.filter((name) => !all.includes(name))] : names).map((name) => name.replace(/^src\//, ''));
const picture = Object.entries(BELOW).map(([folder, names]) => `${folder.padEnd(24)} ${short(names).join(' · ') || '–'}`).join('\n');
const folderOf = (path) => path.slice(0, path.lastIndexOf('/'));

/** Lines of files below a folder that match, but for allowed places. */
function offenders(folder, pattern, allowed = () => false) {
  return files
    .filter((path) => path.startsWith(folder) && /\.(cpp|hpp|ts|mjs)$/.test(path) && !allowed(path))
    .flatMap((path) => read(path).split('\n').map((line, at) => [`${path}:${at + 1}`, line]))
    .filter(([, line]) => pattern.test(line))
    .map(([place, line]) => `${place} ${line.trim()}`);
}

test('the core knows neither ImGui nor Emscripten nor the shell', () => {
  assert.deepEqual(offenders('src/', /imgui|emscripten|EM_JS/i, () => false).filter((line) => !line.includes('//')), []);
  assert.deepEqual(offenders('src/', /#include "(app|frame|screens|widgets|platform|text\/fonts|semantics)\//), []);
});
test('the core reads no clock and no file, and throws nothing', () => {
  assert.deepEqual(offenders('src/', /#include <(fstream|filesystem|iostream|ctime|thread|mutex)>|system_clock|\bthrow\b|\btry\b/), []);
});
test('only the codec sees nlohmann/json', () => {
  assert.deepEqual(offenders('', /nlohmann\/json\.hpp/, (path) => path.startsWith('src/codec/') || path.startsWith('tests/')), []);
});
test('what a person can do is a function of src/command: nobody else makes a command', () => {
  assert.deepEqual(offenders('shell/', /\bCommand \w+\{|\bCommand\{|\bCommand \w+;/), []);
});
test('no test waits for a promise as for an answer: waitForFunction takes it for true', () => {
  assert.deepEqual(offenders('tests/', /waitForFunction\((async|\(.*\) => new Promise)/), []);
});
test('folders know only those below them', () => {
  const found = new Set();
  for (const path of files.filter((one) => /^(src|shell)\/.*\.(cpp|hpp)$/.test(one))) {
    const folder = folderOf(path);
    for (const [, included] of read(path).matchAll(/^#include "([\w/]+)\/\w+\.hpp"$/gm)) {
      const below = Object.keys(BELOW).find((one) => one === `src/${included}` || one === `shell/${included}`);
      if (below && below !== folder && !BELOW[folder].includes(below)) found.add(`${folder} → ${below}: ${path}`);
    }
  }
  assert.deepEqual([...found], []);
});
test('ARCHITECTURE.md shows these arrows and no others', () => {
  assert.ok(read('ARCHITECTURE.md').includes(picture), `its picture is to be:\n${picture}`);
});
test('no circle among the files of web', () => {
  const imports = new Map(files.filter((path) => /^web\/[\w-]+\.ts$/.test(path)).map((path) => [path,
    [...read(path).matchAll(/^(?:import|export) [^;]*? from '\.\/([\w-]+)'/gm)].map(([, name]) => `web/${name}.ts`)]));
  const circles = new Set();
  const walk = (path, way) => {
    if (way.includes(path)) circles.add([...way.slice(way.indexOf(path)), path].join(' → '));
    else for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
  };
  for (const path of imports.keys()) walk(path, []);
  assert.deepEqual([...circles], []);
});
test('every listed way to break the code still applies', () => {
  assert.deepEqual(mutants.filter(({ file, from }) => read(file).split(from).length !== 2).map(({ name }) => name), []);
});
test('no function is called by tests alone', () => {
  const code = files.filter((path) => /^(src|shell)\/.*\.(cpp|hpp)$/.test(path) && !path.includes('/headless/'));
  const texts = new Map(code.map((path) => [path, read(path).replaceAll(/\/\/.*/g, '')]));
  const uses = new Map();
  for (const text of texts.values()) for (const [word] of text.matchAll(/\b\w+\b/g)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const idle = code.filter((path) => path.endsWith('.hpp')).flatMap((path) => {
    const body = texts.get(path.replace(/hpp$/, 'cpp')) ?? '';
    return [...texts.get(path).matchAll(/^(?:inline |constexpr |template <.*>\s)*[\w:<>,&* ]+?[ &*](\w+)\(/gm)].map(([, name]) => name)
      .filter((name) => uses.get(name) <= (new RegExp(`^[\\w:<>,&* ]+[ &*]${name}\\(`, 'm').test(body) ? 2 : 1))
      .map((name) => `${path}: ${name}`);
  });
  assert.deepEqual(idle, []);
});
test('what is loaded later is there, by the names of the sources', () => {
  const code = files.filter((path) => /^(src|shell)\/.*\.(cpp|hpp)$/.test(path)).map(read).join('\n');
  const isFunction = (name) => new RegExp(`[\\w>&*] ${name}\\(|::${name}\\(`).test(code);
  const isType = (name) => new RegExp(`(class|struct) ${name}\\b`).test(code);
  const members = Object.entries(MEMBERS).flatMap(([type, names]) => [...names.map((name) => [name, isFunction]), [type, isType]]);
  const all = [...DRAWING, ...WORKING].map((name) => [name, (one) => isFunction(one) || isType(one)]);
  const gone = [...all, ...CLASSES.map((name) => [name, isType]), ...members].filter(([name, isThere]) => !isThere(name));
  assert.deepEqual(gone.map(([name]) => name), []);
});
test('screens draw with widgets only', () => {
  assert.deepEqual(offenders('shell/screens/', /ImGui|ImDrawList|IsMouse|imgui/), []);
});
test('EM_JS and Emscripten stay in platform/web', () => {
  assert.deepEqual(offenders('shell/', /EM_JS|EM_ASM|emscripten/, (path) => path.startsWith('shell/platform/web/')), []);
});
test('the platform is chosen by CMake, not by #ifdef', () => {
  assert.deepEqual([...offenders('src/', /#\s*if(def|ndef)?\b/), ...offenders('shell/', /#\s*if(def|ndef)?\b/)], []);
});
test('words on screen come from the catalogue', () => {
  const drawn = /\b(heading|paragraph|display|emptyState|button|link)\(ui, (\d, )?"[^"]*"(, |\))"?[A-Z]/;
  assert.deepEqual(offenders('shell/screens/', drawn, (path) => path.includes('/gallery')), []);
  const glue = /(\+=? |<< )"( ?[·–—,:] ?| )"|"( ?[–—,:] ?| · | )" \+|"[^"]*[A-Za-z]{2,} " \+|\+ " [A-Za-z]{2,}/;
  // The command's errors are for programs too; a fault in a tree is for tests.
  assert.deepEqual(offenders('shell/', glue, (path) => /gallery|command_line\/(main|files|new_file)\.cpp|app_store/.test(path)), []);
  const catalogue = Object.keys(JSON.parse(read('assets/strings/en.json')));
  const code = files.filter((path) => /^(shell|web)\/.*\.(cpp|hpp|ts)$/.test(path)).map(read).join('\n');
  const unused = catalogue.filter((key) => !/^(did|field|thing|value)_/.test(key) && !new RegExp(`\\b${key}\\b`).test(code));
  assert.deepEqual(unused, []);
});
test('no file has outgrown its room', () => {
  const long = files.filter((path) => /^(src|shell|web)\/.*\.(cpp|hpp|ts)$/.test(path) && read(path).split('\n').length > 401);
  assert.deepEqual(long, []);
});
test('nothing of other people, of this machine or of a registry is committed', () => {
  const strings = [['registry', 'npmjs'].join('.'), ['deb', 'debian', 'org'].join('.'), ['', 'work', 'main'].join('/')];
  const found = files.filter((path) => !path.endsWith('.png') && strings.some((text) => read(path).includes(text)));
  assert.deepEqual(found, []);
});
