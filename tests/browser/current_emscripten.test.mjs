// The newest Emscripten builds it without a warning, and the story passes on that build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = new URL('../..', import.meta.url).pathname;
const tool = join(root, '../shared/tools/with-current-emscripten');

test('the newest Emscripten', async (t) => {
  if (!existsSync(tool)) return t.diagnostic('not run: no data');
  for (const library of ['nlohmann', 'tl']) {
    cpSync(`/usr/include/${library}`, join(root, 'build/deps/headers', library), { recursive: true });
  }
  const run = (...words) => spawnSync(words[0], words.slice(1), { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  await t.test('builds without a warning', () => {
    const steps = 'emcmake cmake -S . -B build/web-current -G Ninja -DCMAKE_BUILD_TYPE=Release ' +
      '-DIMGUI_DIR=/src/build/deps/imgui -DCAIRN_HEADERS=/src/build/deps/headers && cmake --build build/web-current';
    const { status, stdout, stderr } = run(tool, root, 'bash', '-c', steps);
    assert.equal(status, 0, stdout.slice(-5000) + stderr.slice(-5000));
    assert.doesNotMatch(stdout + stderr, /warning:/i);
    assert.equal(run('node', 'web/build.mjs', 'build/web-current/shell/platform/web', 'build/site-current').status, 0);
  });
  await t.test('passes the story', () => {
    const env = { ...process.env, CAIRN_SITE: join(root, 'build/site-current') };
    delete env.NODE_TEST_CONTEXT;
    const { status, stdout } = spawnSync('node', ['--test', 'tests/browser/story.test.mjs'], { cwd: root, encoding: 'utf8', env });
    assert.equal(status, 0, stdout.slice(-8000));
  });
});
