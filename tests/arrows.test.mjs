// Arrows point one way, web → shell → src, and a few rules of the house that a reader relies on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('..', import.meta.url).pathname;
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const read = (path) => readFileSync(`${root}/${path}`, 'utf8');

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
  assert.deepEqual(offenders('src/', /#include "(app|screens|widgets|platform|text\/fonts|semantics)\//), []);
});
test('the core reads no clock and no file, and throws nothing', () => {
  assert.deepEqual(offenders('src/', /#include <(fstream|filesystem|iostream|ctime|thread|mutex)>|system_clock|\bthrow\b|\btry\b/), []);
});
test('only the codec sees nlohmann/json', () => {
  assert.deepEqual(offenders('', /nlohmann\/json\.hpp/, (path) => path.startsWith('src/codec/') || path.startsWith('tests/')), []);
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
