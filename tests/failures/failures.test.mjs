// Every request of the storage fails once, in every way in which it can (run.mjs).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('every request fails once in every way: told, nothing lost, saving goes on', () => {
  const { stdout, stderr, status } = spawnSync('node', [new URL('run.mjs', import.meta.url).pathname], { encoding: 'utf8', timeout: 300_000 });
  assert.equal(status, 0, stdout + stderr);
  const { requests, runs, wrong } = JSON.parse(stdout.trim().split('\n').at(-1));
  console.log(`${requests} requests, ${runs} runs`);
  assert.ok(requests > 60 && runs > 200, `${requests} requests, ${runs} runs`);
  assert.deepEqual(wrong, []);
});
