// The long work away from the page: large files, records taken together, backups, and a tab that
// slept through what the others did.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { command } from '../command.mjs';
import { hasData, Profile, root, sharedData, startSite } from './harness.mjs';
import { another, backedUp, begin, change, stored, storedTexts, until } from './store.mjs';

const folder = mkdtempSync(join(tmpdir(), 'cairn-large-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** A file by another program with so many sessions, and the same made whole by the command. */
function largeFiles(sessions) {
  const day = (at) => new Date(Date.UTC(2020, 0, 1 + (at % 2_000))).toISOString().slice(0, 10);
  const plan = {
    people: [{ id: '0000000000000011', name: 'Amina Okafor', role: 'mentee' }, { id: '0000000000000012', name: 'Jonas', role: 'mentor' }],
    sessions: Array.from({ length: sessions }, (_, at) => ({
      id: (at + 1_000).toString(10).padStart(16, '0'), date: day(at), minutes: 45, outcome: 'held', notes: `What we said in talk ${at}, and what follows from it.`,
    })),
  };
  const proposal = JSON.stringify({ format: 'cairn-mentorship', version: { major: 1, minor: 0 }, id: '0000000000000007', plan });
  const [from, to] = [join(folder, `${sessions}.json`), join(folder, `${sessions}.cairn.json`)];
  writeFileSync(from, proposal);
  const { status, stderr } = spawnSync(command, ['merge', from, '-o', to], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return { proposal, whole: readFileSync(to, 'utf8') };
}
const large = largeFiles(3_000);
assert.ok(large.whole.length > 400_000);

async function empty(t) {
  const address = await startSite(t);
  const profile = new Profile(t);
  return { profile, person: await profile.open(address) };
}
const recordOf = async (page, folderName) => Object.keys(await stored(page)).filter((path) => path.startsWith(`/cairn/${folderName}/`));

test('a large file is read away from the page, taken piece by piece, followed by other tabs, withdrawn and brought back', async (t) => {
  const { profile, person } = await empty(t);
  const other = await another(profile, person.page.url());
  await person.page.bringToFront();
  await person.openFile({ name: 'large.cairn.json', text: large.whole });
  await person.sees('Which one is you?');
  await person.sees('3000 sessions');
  assert.deepEqual(await recordOf(person.page, 'imports'), [], 'nothing is stored before the person says so');
  await person.press('button', 'I am Jonas');
  await person.sees('File taken');
  assert.equal((await recordOf(person.page, 'imports')).length, 1, 'an import is one record');
  await person.saved();
  await other.page.bringToFront();
  await other.sees('Amina Okafor');
  await other.page.evaluate(() => {
    globalThis.news = [];
    new BroadcastChannel('cairn/#records').onmessage = ({ data }) => globalThis.news.push(data.kind);
  });
  await person.page.bringToFront();
  await person.press('button', 'Undo');
  // First "who is me", then the file itself.
  await person.press('button', 'Undo');
  await person.page.waitForFunction(() => !document.querySelector('nav [aria-label="Amina Okafor"]'));
  // Told at once, not only found when the tab is looked at again.
  await other.page.waitForFunction(() => globalThis.news.includes('withdrawn'), undefined, { polling: 50 });
  await person.reload();
  assert.equal(await person.role('link', 'Amina Okafor').count(), 0, 'withdrawn for good, while nothing else was done');
  await other.page.bringToFront();
  await other.page.waitForFunction(() => !document.querySelector('nav [aria-label="Amina Okafor"]'));
  await other.openFile({ name: 'large.cairn.json', text: large.whole });
  await other.press('button', 'I am Jonas');
  await other.sees('File taken');
  await other.reload();
  await other.sees('Amina Okafor');
});

test('a large file from another program becomes edits; a second time it changes nothing', async (t) => {
  const { person } = await empty(t);
  await person.openFile({ name: 'proposal.json', text: large.proposal });
  await person.press('button', 'I am Jonas');
  await person.sees('File taken');
  await person.press('link', 'Today');
  await person.openFile({ name: 'proposal.json', text: large.proposal });
  await person.sees('Nothing new: you have everything that is in it.');
});

test('reading can be left, and a file that cannot be read is refused with its place', async (t) => {
  const { person } = await empty(t);
  const slow = large.whole;
  await person.page.evaluate(() => {
    // The worker answers late.
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function late(...args) {
      setTimeout(() => post.apply(this, args), 60_000);
    };
    globalThis.prompt = () => {
      Worker.prototype.postMessage = post;
    };
  });
  await person.openFile({ name: 'slow.json', text: slow });
  await person.sees('Reading a large file');
  await person.press('button', 'Cancel');
  await person.page.evaluate(() => globalThis.prompt());
  await person.openFile({ name: 'bad.json', text: slow.replace('"held"', '"perhaps"') });
  await person.sees('bad.json');
  await person.sees('outcome');
  assert.deepEqual(await recordOf(person.page, 'imports'), []);
});

test('records are taken together behind the page, in every tab, and nothing changes', async (t) => {
  const { profile, person } = await begin(t);
  await person.submit('Add a next step', 'From before');
  await person.saved();
  const other = await another(profile, person.page.url());
  const [path, text] = Object.entries(await storedTexts(person.page)).find(([, content]) => content.includes('From before'));
  // The same record under many names is the same state, with much to take together; a later Cairn's is none of ours.
  const copies = Object.fromEntries(Array.from({ length: 505 }, (_, at) => [path.replace(/-\d+$/, `-9${String(at).padStart(9, '0')}`), text]));
  await change(person.page, { ...copies, '/cairn/later': '\0', '/cairn/later/thing': 'of a later Cairn' });
  await person.page.bringToFront();
  await person.reload();
  await person.submit('Add a next step', 'The one too many');
  await until('the records are one', async () => {
    const paths = Object.keys(await stored(person.page));
    return paths.some((one) => one.startsWith('/cairn/snapshots/')) && paths.filter((one) => one.startsWith('/cairn/records/')).length < 5;
  });
  const after = await storedTexts(person.page);
  assert.equal(after['/cairn/later/thing'], 'of a later Cairn');
  await other.page.bringToFront();
  await other.sees('The one too many');
  await other.submit('Add a next step', 'Afterwards');
  await person.page.bringToFront();
  await person.sees('Afterwards');
  await person.reload();
  for (const words of ['From before', 'The one too many', 'Afterwards']) await person.sees(words);
});

test('a backup a day; a look at it shows what would change; going back keeps what was there, under new writer ids', async (t) => {
  const { person } = await begin(t);
  await person.submit('Add a next step', 'In the backup');
  await person.saved();
  await person.reload(); // the first opening of a day with something to keep
  await backedUp(person.page);
  await person.submit('Add a next step', 'After the backup');
  await person.saved();
  const before = (await storedTexts(person.page))['/cairn/slots/0'];
  const place = person.page.url();
  await person.press('link', 'Settings');
  await person.sees('One a day, kept in this browser');
  const today = await person.page.evaluate(() => new Date().getFullYear().toString());
  await person.page.getByRole('button', { name: new RegExp(today) }).first().click({ position: { x: 12, y: 12 } });
  await person.sees('Look at a backup');
  await person.sees('After the backup');
  assert.equal((await storedTexts(person.page))['/cairn/slots/0'], before, 'a look changes nothing');
  await Promise.all([person.page.waitForEvent('load'), person.press('button', 'Go back to this').catch(() => undefined)]);
  await person.ready();
  await person.goto(place);
  await person.reload();
  await person.sees('In the backup');
  assert.equal(await person.page.getByRole('checkbox', { name: 'After the backup' }).count(), 0);
  await person.submit('Add a next step', 'A new beginning');
  await person.saved();
  assert.notEqual((await storedTexts(person.page))['/cairn/slots/0'], before);
  await person.press('link', 'Settings');
  await person.sees('As it was before going back to a backup');
});

test('where all is gone before a start but the backups, they are offered, and bring it back', async (t) => {
  const { person } = await begin(t);
  await person.submit('Add a next step', 'In the backup');
  await person.saved();
  const place = person.page.url();
  await person.reload();
  await backedUp(person.page);
  await person.page.goto(`${new URL(place).origin}/manifest.webmanifest`).catch(() => undefined); // no page of ours holds the store
  await person.page.evaluate(() => new Promise((resolve) => {
    indexedDB.deleteDatabase('cairn/').onsuccess = resolve;
  }));
  // Also where the browser takes its time to tell which databases there are.
  await person.page.addInitScript(() => {
    const { databases } = IDBFactory.prototype;
    IDBFactory.prototype.databases = async function () {
      await new Promise((resolve) => setTimeout(resolve, Number(sessionStorage.getItem('delay') ?? 0)));
      return databases.call(this);
    };
  });
  await person.page.evaluate(() => sessionStorage.setItem('delay', '3000'));
  await person.goto(new URL('/', place).href);
  assert.equal(await person.page.getByText('what was saved is gone').count(), 0, 'the page did not wait');
  await person.sees('what was saved is gone');
  await person.page.evaluate(() => sessionStorage.removeItem('delay'));
  await person.press('button', 'Look at the backups');
  const year = await person.page.evaluate(() => new Date().getFullYear().toString());
  await person.page.getByRole('button', { name: new RegExp(year) }).first().click({ position: { x: 12, y: 12 } });
  await person.sees('Look at a backup');
  await Promise.all([person.page.waitForEvent('load'), person.press('button', 'Go back to this').catch(() => undefined)]);
  await person.ready();
  await person.goto(place);
  await person.sees('In the backup');
});

test('a trouble with the backups is told, and is no backup', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  await person.page.evaluate(() => globalThis.cairn.engine.backups([], 'slow'));
  await person.sees('A backup could not be made or read: the browser’s store does not answer');
  assert.equal(await person.page.getByText('is still here').count(), 0);
});

test('a tab that slept reads what it has missed, when it is looked at again', async (t) => {
  const { profile, person } = await begin(t);
  const asleep = await profile.context.newPage();
  await asleep.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });
  });
  await asleep.goto(person.page.url());
  await asleep.waitForSelector('html[data-ready=true]');
  await person.page.bringToFront();
  await person.submit('Add a next step', 'While it slept');
  await person.saved();
  await asleep.bringToFront();
  await asleep.evaluate(() => dispatchEvent(new Event('pageshow')));
  await asleep.getByRole('checkbox', { name: 'While it slept' }).waitFor({ state: 'attached' });
});

test('of the backups seven days and four weeks stay, whichever day it is', async () => {
  const bundle = await build({ entryPoints: [join(root, 'web/backup-rotation.ts')], bundle: true, write: false, format: 'esm' });
  const { backupsToDrop } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);
  let kept = [];
  for (let day = 0; day < 120; ++day) {
    const today = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    kept.push(today);
    if (day % 9 === 0) kept.push(`${today} before going back 1`);
    const gone = backupsToDrop(kept);
    kept = kept.filter((name) => !gone.includes(name));
    const ages = kept.filter((name) => name.length === 10).map((name) => Math.round((Date.parse(today) - Date.parse(name)) / 86_400_000)).sort((a, b) => a - b);
    assert.deepEqual(ages.slice(0, 7), Array.from({ length: Math.min(7, day + 1) }, (_, age) => age), today);
    const weeks = ages.slice(7);
    assert.ok(weeks.every((age) => age >= 7 && age < 35), `${today}: ${weeks}`);
    if (day > 40) assert.ok(weeks.length >= 4 && weeks.length <= 5, `${today}: ${weeks}`);
    assert.ok(kept.filter((name) => name.length > 10).every((name) => Date.parse(today) - Date.parse(name.slice(0, 10)) < 7 * 86_400_000));
  }
  for (const year of [1956, 2096]) {
    const jumped = [...kept, `${year}-05-01`];
    const gone = backupsToDrop(jumped);
    assert.ok(gone.length <= 2, `a clock in ${year} takes ${gone}`);
    assert.ok(kept.slice(-6).every((name) => !gone.includes(name)), `a clock in ${year} takes ${gone}`);
  }
});

test('erased for good, what was removed is in no record, in no backup, nowhere in the browser', async (t) => {
  const { person } = await begin(t);
  await person.press('link', '← Amina');
  await person.press('link', 'Goals');
  await person.submit('Add a goal', 'Unutterable words');
  await person.saved();
  await person.page.evaluate(() => indexedDB.deleteDatabase('cairn-backups/'));
  await person.reload();
  await backedUp(person.page);
  await person.press('button', 'More for “Unutterable words”');
  await person.press('menuitem', 'Remove');
  await person.press('link', 'Settings');
  await person.sees('goal, removed today');
  await person.press('button', 'Erase for good: Unutterable words');
  await person.press('button', 'Erase for good');
  await person.sees('Erased from this browser');
  await until('it is in no record and no backup', () => person.page.evaluate(async () => {
    const open = (name) => new Promise((resolve) => { const request = indexedDB.open(name); request.onsuccess = () => resolve(request.result); });
    const all = (database, table) => new Promise((resolve) => { const request = database.transaction(table).objectStore(table).getAll(); request.onsuccess = () => resolve(request.result); });
    const [store, backups] = [await open('cairn/'), await open('cairn-backups/')];
    const texts = (await all(store, 'FILE_DATA')).map((entry) => new TextDecoder().decode(entry.contents ?? new Uint8Array()));
    for (const { bytes, zipped } of await all(backups, 'backups')) {
      const stream = new Blob([bytes]).stream();
      texts.push(await new Response(zipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text());
    }
    store.close();
    backups.close();
    return texts.length > 2 && texts.every((text) => !text.includes('Unutterable'));
  }));
  assert.deepEqual(person.errors, []);
});

test('naughty strings stand in the page as they were written: as names, items and notes', async (t) => {
  if (!hasData) return console.log('not run: no data');
  const { person } = await begin(t);
  const strings = JSON.parse(readFileSync(join(sharedData, 'naughty-strings.json'), 'utf8')).filter((text) => text.trim() && !text.includes('\0'));
  const id = (at) => `00000000000${String(at).padStart(5, '0')}`;
  const plan = {
    people: [{ id: '0000000000000011', name: strings[0] }, { id: '0000000000000012', name: 'Jonas' }],
    goals: strings.map((text, at) => ({ id: id(10_000 + at), title: text, expected: text })),
  };
  const file = JSON.stringify({ format: 'cairn-mentorship', version: { major: 1, minor: 0 }, id: '0000000000000007', plan });
  await person.page.goto(`${new URL(person.page.url()).origin}/#/mentorships`);
  await person.ready();
  await person.openFile({ name: 'naughty.cairn.json', text: file });
  await person.press('button', 'I am Jonas');
  await person.press('link', 'Goals');
  const [notes, fields] = [new Set(), new Set()];
  for (;;) {  // a long list is drawn part by part
    const shown = await person.page.evaluate(() => ['textarea', 'input'].map((kind) => [...document.querySelectorAll(`#mirror ${kind}`)].map((element) => element.value)));
    shown[0].forEach((value) => notes.add(value));
    shown[1].forEach((value) => fields.add(value));
    const more = person.page.getByRole('button', { name: /^\d+ more$/ }).first();
    if (!(await more.count())) break;
    await person.press('button', await more.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent));
  }
  const lines = (text) => text.replace(/\r\n?/g, '\n');  // what a textarea makes of line ends
  const line = (text) => text.replace(/[\r\n]/g, '');  // and an input
  const unlike = strings.filter((text) => !notes.has(lines(text)) || !fields.has(line(text)));
  assert.deepEqual(unlike, []);
  assert.deepEqual(person.errors, []);
  const { text } = await person.handOver();
  const handed = new Set(JSON.parse(text).plan.goals.map((goal) => goal.title));
  assert.deepEqual(strings.filter((one) => !handed.has(one)), [], 'and go out byte for byte');
});
