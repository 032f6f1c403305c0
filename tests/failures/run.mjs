// Run by failures.test.mjs, in a process of its own: what is thrown inside an event belongs to nobody.
// Every request of a mix of actions fails once, in every way in which it can. Afterwards: somebody was told the
// truth, nothing that was said to be saved is missing, and saving goes on without a reload.
import assert from 'node:assert/strict';
import { wordsOf } from './engine.mjs';
import { Faults, modesOf, put } from './faults.mjs';
import { Help, Tab, World } from './world.mjs';

const record = (word) => [`records/${word}`, `${word}\n`];
const wordsIn = (files) => files.filter(([path]) => path.startsWith('records/')).map(([, text]) => text.trim());

/** Everything in every database, or in one, as one text. */
async function everything(factory, only) {
  const texts = [];
  for (const { name } of await factory.databases()) {
    if (only && name !== only) continue;
    const database = await new Promise((resolve) => {
      const request = factory.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    for (const table of database.objectStoreNames) {
      const all = await new Promise((resolve) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      for (const { contents, bytes, zipped } of all) {
        const kept = contents ?? bytes;
        if (!kept) continue;
        const stream = new Blob([kept]).stream();
        texts.push(await new Response(zipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text());
      }
    }
    database.close();
  }
  return texts.join('\n');
}

/** A tab that could load; where that failed it was told, and it is opened once more. */
async function opened(world, name) {
  const tab = new Tab(world, name);
  const { trouble } = await tab.load();
  if (trouble === 'none') return tab;
  const again = new Tab(world, name);
  assert.equal((await again.load()).trouble, 'none', `opened again after ${trouble}`);
  return again;
}

/** The mix of actions; answers what must be there and what must be gone. */
async function mix(world) {
  const saved = new Set(['former', 'left']);
  const save = async (tab, word, files = [], remove = []) => {
    const words = wordsIn([...tab.unsaved, record(word)]);
    if (!(await tab.save([...files, record(word)], remove))) words.forEach((one) => saved.add(one));
  };
  const one = await opened(world, 'one');
  await save(one, 'first', [['marker', 'cairn-store 1\n'], ['slots/0', 'ids']]);
  await save(one, 'second', [['drafts/0/a', 'half a']]);
  await save(one, 'third', [], ['drafts/0/a']);
  const two = await opened(world, 'two');
  await save(two, 'fourth');
  const help = new Help(world);
  const today = '2026-11-24';
  help.scope.onmessage({ data: { kind: 'back up', today } }); // it answers only where it failed
  const taken = await help.ask({ kind: 'take', name: 'x', path: 'imports/imported', refused: '' }, 'taken');
  if (taken.trouble === 'none') saved.add('imported');
  await save(one, 'erased');
  help.scope.onmessage({ data: { kind: 'compact' } });
  await help.ask({ kind: 'list' }, 'backups');
  // Where it fails it may have begun: that it is not erased everywhere is what is told.
  const isGone = saved.delete('erased') && (await help.ask({ kind: 'erase', today }, 'erased')).trouble === 'none';
  await help.ask({ kind: 'list' }, 'backups');
  await save(two, 'fifth');
  return { one, two, saved, isGone };
}

async function runOf(faults) {
  const world = new World();
  await world.begin([['marker', 'cairn-store 1\n'], record('former')], [record('left')]);
  put(faults);
  const { one, two, saved, isGone } = await mix(world);
  put(new Faults()); // the storage works again
  for (const tab of [one, two]) {
    const word = `last of ${tab.name}`;
    const words = [...wordsIn(tab.unsaved), word];
    const troubles = [await tab.save([record(word)])];
    if (troubles[0] !== 'none') troubles.push(await tab.save([]));
    assert.equal(troubles.at(-1), 'none', `${tab.name} saves again, after ${troubles.join()}`);
    words.forEach((one) => saved.add(one));
  }
  const { files, trouble } = await new Tab(world, 'three').load();
  assert.equal(trouble, 'none', 'the next start');
  const text = new TextDecoder().decode(files);
  for (const word of saved) assert.ok(text.includes(`${word}\n`), `“${word}” was saved and is missing`);
  if (isGone) assert.ok(!(await everything(world.factory)).includes('erased'), 'erased, it was said, and it is there');
  assert.ok((await everything(world.factory, '/cairn')).includes('former'), 'what another Cairn of the host has not copied yet is gone');
  return faults.names;
}

// In a browser too, what is thrown in a handler ends its transaction and is otherwise only reported.
process.on('uncaughtException', (error) => {
  if (!String(error.message).includes('on purpose')) throw error;
});

const names = await runOf(new Faults());
const wrong = [];
let runs = 0;
for (const [at, name] of names.entries()) {
  for (const mode of modesOf(name)) {
    ++runs;
    await runOf(new Faults(at, mode)).catch((error) => wrong.push(`request ${at}, ${name} ${mode}: ${error.message}`));
  }
}
console.log(JSON.stringify({ requests: names.length, runs, wrong }));
process.exit(0);
