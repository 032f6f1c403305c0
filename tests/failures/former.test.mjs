// Erasing for good beside a tab of the version before: what that tab writes into the store of before 0.3 meanwhile is
// not taken away with what was copied from there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled, World } from './world.mjs';

const code = await bundled("export * from './former'; export { storeDatabase } from './database'; export { commit, readAll } from './file-table';", {});
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The store of before 0.3, as another tab would open it. */
const former = (world) => new Promise((resolve, reject) => {
  const request = world.factory.open('/cairn');
  request.onsuccess = () => resolve(request.result);
  request.onerror = reject;
});

test('what is written into the former store while something is erased is still there, and is copied later', async () => {
  const world = new World();
  await world.begin([['marker', 'cairn-store 1\n'], ['records/first', 'first\n'], ['records/erased', 'erased\n']], []);
  const { beginErasing, endErasing, copyFormerStore, storeDatabase, commit, readAll } = world.run(code, {});
  const store = await storeDatabase().open();
  await beginErasing(store);
  await commit(store, [['snapshots/rest', encoder.encode('first\n')]], ['records/first', 'records/erased']);
  const other = await former(world);
  await commit(other, [['records/late', encoder.encode('late\n')]], []);
  await endErasing(store);
  const textsIn = async (database) => (await readAll(database)).map(([, bytes]) => decoder.decode(bytes)).join('');
  const left = await textsIn(other);
  assert.ok(left.includes('first') && left.includes('late') && !left.includes('erased'), left);
  await copyFormerStore(store);
  assert.match(await textsIn(store), /late/);
  other.close();
  store.close();
});
