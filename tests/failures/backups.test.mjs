// Backups that are first opened by the page and the worker at the same moment, beside those that all Cairns of a host
// once shared: whichever request fails, no backup is lost, neither one of before nor one that was just made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Faults, modesOf, put } from './faults.mjs';
import { bundled, World } from './world.mjs';

const code = await bundled("export * from './backups';", {});
const bytes = new TextEncoder().encode('a whole workspace\n');

/** What all Cairns of the host shared. */
const sharedBackups = (world) => new Promise((resolve, reject) => {
  const request = world.factory.open('cairn-backups', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('backups').put({ bytes, zipped: false }, '2025-01-01');
  request.onsuccess = () => resolve(request.result.close());
  request.onerror = reject;
});

/** One run; answers the names of its requests. */
async function runOf(faults) {
  const world = new World();
  await sharedBackups(world);
  const page = world.run(code, {});
  const worker = new (world.run(code, {}).Backups)();
  put(faults);
  const [, made] = await world.told('whether it is made', Promise.all([
    page.isDue('2026-11-30').catch(() => false),
    worker.put('2026-11-30', bytes).then(() => true, () => false),
  ]));
  put(new Faults());
  const names = async () => (await new (world.run(code, {}).Backups)().list()).map(({ name }) => name);
  await names();
  const listed = await names();
  assert.ok(listed.includes('2025-01-01'), `that of before is gone: ${listed}`);
  if (made) assert.ok(listed.includes('2026-11-30'), `that of today is gone: ${listed}`);
  return faults.names;
}

test('no failing request of the first opening takes a backup away', async () => {
  const wrong = [];
  let runs = 0;
  for (const [at, name] of (await runOf(new Faults())).entries()) {
    for (const mode of modesOf(name)) {
      ++runs;
      await runOf(new Faults(at, mode)).catch((error) => wrong.push(`request ${at}, ${name} ${mode}: ${error.message}`));
    }
  }
  console.log(`${runs} runs`);
  assert.ok(runs > 20, `${runs} runs`);
  assert.deepEqual(wrong, []);
});
