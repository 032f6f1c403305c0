// Around the page: several Cairns and other people's pages on one host, the store of the version before, versions
// that change under a page, foreign frames, and the page's policy.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { another, storedTexts } from './store.mjs';
import { Person, Profile, root, startSite } from './harness.mjs';

const site = process.env.CAIRN_SITE ?? join(root, 'build/site');

/** A folder to serve, with a Cairn in each of the folders named. */
function host(t, ...names) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-host-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) symlinkSync(site, join(folder, name));
  writeFileSync(join(folder, 'other.html'), '<!doctype html><title>Other</title><p>Another page of this host');
  return folder;
}

/** A store that the version before has written: path to text. */
function goldenStore(name) {
  const bytes = readFileSync(join(root, 'tests/golden/stores', `${name}.store`));
  const files = {};
  for (let at = 0; at < bytes.length;) {
    const pathEnd = bytes.indexOf(10, at);
    const lengthEnd = bytes.indexOf(10, pathEnd + 1);
    const length = Number(bytes.subarray(pathEnd + 1, lengthEnd));
    files[bytes.subarray(at, pathEnd)] = bytes.subarray(lengthEnd + 1, lengthEnd + 1 + length).toString('utf8');
    at = lengthEnd + 1 + length;
  }
  return files;
}

/** Writes as the version before did: into the database that every Cairn of a host shared. */
const writeFormer = (page, files) => page.evaluate((all) => new Promise((resolve, reject) => {
  const request = indexedDB.open('/cairn', 21);
  request.onupgradeneeded = () => request.result.createObjectStore('FILE_DATA').createIndex('timestamp', 'timestamp');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction('FILE_DATA', 'readwrite');
    const table = transaction.objectStore('FILE_DATA');
    for (const [path, text] of Object.entries(all)) {
      const folder = path.split('/').slice(0, -1).join('/');
      if (folder) table.put({ timestamp: new Date(), mode: 0o040777 }, `/cairn/${folder}`);
      table.put({ timestamp: new Date(), mode: 0o100666, contents: new TextEncoder().encode(text) }, `/cairn/${path}`);
    }
    transaction.oncomplete = () => resolve(request.result.close());
  };
}), files);

const controlled = (person) => person.page.waitForFunction(() => navigator.serviceWorker.controller !== null);

test('the store of the version before is copied by each Cairn of its host, which share nothing from then on', async (t) => {
  const address = await startSite(t, '/', host(t, 'a', 'b'));
  const profile = new Profile(t);
  const before = await profile.open(`${address}a/`);
  const plain = await profile.context.newPage();
  await plain.goto(`${address}other.html`);
  const former = goldenStore('everyday');
  await writeFormer(plain, former);

  await before.reload();
  await before.sees('Amina Okafor');
  const b = await another(profile, `${address}b/`);
  await b.sees('Amina Okafor');
  for (const person of [before, b]) {
    const stored = await storedTexts(person.page);
    const paths = Object.keys(stored).map((path) => path.replace('/cairn/', ''));
    for (const path of Object.keys(former)) assert.ok(/^(slots|drafts)\//.test(path) || paths.includes(path), `${path} was copied`);
    assert.ok(Object.values(stored).some((text) => text.includes('Half a word')), 'the unfinished text came along');
  }
  const slotOf = async (person) => (await storedTexts(person.page))['/cairn/slots/0'];
  const slots = [former['slots/0'], await slotOf(before), await slotOf(b)];
  assert.equal(new Set(slots).size, 3, 'each goes on under writer ids of its own');

  await before.press('link', 'Settings');
  await before.write('Your name', 'Only in A');
  await before.saved();
  await b.reload();
  await b.press('link', 'Settings');
  assert.notEqual(await b.field('Your name').inputValue(), 'Only in A');
  assert.deepEqual([...before.errors, ...b.errors], []);
});

test('erased for good in one Cairn, the rest of the former store is still there for another of the host', async (t) => {
  const address = await startSite(t, '/', host(t, 'a', 'b'));
  const profile = new Profile(t);
  const a = await profile.open(`${address}a/`);
  const plain = await profile.context.newPage();
  await plain.goto(`${address}other.html`);
  await writeFormer(plain, goldenStore('everyday'));
  await a.reload();
  await a.press('link', 'Amina Okafor');
  await a.press('link', 'Goals');
  await a.submit('Add a goal', 'Unutterable words');
  await a.saved();
  // A tab of the version before has written it too.
  const record = Object.entries(await storedTexts(a.page)).find(([path, text]) => path.includes('/records/') && text.includes('Unutterable'));
  await writeFormer(plain, { [record[0].replace('/cairn/', '')]: record[1] });
  await a.press('button', 'More for “Unutterable words”');
  await a.press('menuitem', 'Remove');
  await a.press('link', 'Settings');
  await a.press('button', 'Erase for good: Unutterable words');
  await a.press('button', 'Erase for good');
  await a.sees('Erased from this browser');
  const b = await another(profile, `${address}b/`);
  await b.sees('Amina Okafor');
  const texts = Object.values(await storedTexts(b.page));
  assert.ok(texts.every((text) => !text.includes('Unutterable')), 'what was erased does not come back');
  assert.deepEqual([...a.errors, ...b.errors], []);
});

test('what a tab of the version before goes on writing arrives too, also over a path of its own', async (t) => {
  const address = await startSite(t, '/', host(t, 'a'));
  const profile = new Profile(t);
  const person = await profile.open(`${address}a/`);
  const plain = await profile.context.newPage();
  await plain.goto(`${address}other.html`);
  const { 'everyday.cairn.json': _, ...former } = goldenStore('everyday');
  const records = Object.keys(former).filter((path) => path.startsWith('records/'));
  const last = records.at(-1);
  const { [last]: held, ...first } = former;
  await writeFormer(plain, { ...first, [last]: former[records[0]] });
  await person.reload();
  await writeFormer(plain, { [last]: held });
  await person.reload();
  const stored = await storedTexts(person.page);
  const copies = Object.entries(stored).filter(([path]) => path.startsWith(`/cairn/${last}`)).map(([, text]) => text);
  assert.deepEqual(copies.sort(), [former[records[0]], held].sort(), 'both of what stood there are kept');
  const again = Object.keys(stored).length;
  await person.reload();
  assert.equal(Object.keys(await storedTexts(person.page)).length, again, 'nothing is copied twice');
});

test('another page of the host, and another Cairn below, are not answered by this one', async (t) => {
  const folder = host(t);
  cpSync(site, folder, { recursive: true });
  symlinkSync(site, join(folder, 'below'));
  const address = await startSite(t, '/', folder);
  const profile = new Profile(t);
  const person = await profile.open(address);
  await controlled(person);
  await person.page.goto(`${address}other.html`);
  assert.equal(await person.page.title(), 'Other');
  const below = await another(profile, `${address}below/`);
  const names = await below.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  assert.ok(names.includes('cairn/') && names.includes('cairn/below/'), names.join());
});

test('a version that is not whole is never taken; the version before goes on, and offline too', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-versions-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(site, folder, { recursive: true });
  const address = await startSite(t, '/', folder);
  const profile = new Profile(t);
  const person = await profile.open(address);
  await controlled(person);
  const kept = await person.page.evaluate(() => caches.keys());
  // The browser looks for a new worker by itself, too: whoever asks first, this hears of it.
  await person.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    globalThis.registration = registration;
    globalThis.refused = new Promise((resolve) => registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing.addEventListener('statechange', () => resolve(installing.state));
    }));
  });
  // Half of a deployment: a new worker and start page, but the script that they name is that of another build.
  const script = readdirSync(folder).find((name) => /^cairn-.*\.js$/.test(name));
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('<title>Cairn</title>', '<title>Next</title>'));
  writeFileSync(join(folder, 'service-worker.js'), `${readFileSync(join(folder, 'service-worker.js'), 'utf8')}\n// next`);
  writeFileSync(join(folder, script), 'throw new Error("of another build")');
  const states = await person.page.evaluate(async () => {
    await globalThis.registration.update().catch(() => undefined);
    return globalThis.refused;
  });
  assert.equal(states, 'redundant', 'it is refused');
  assert.deepEqual(await person.page.evaluate(() => caches.keys()), kept);
  await profile.context.setOffline(true);
  await person.reload();
  assert.notEqual(await person.page.title(), 'Next');
});

test('a start page whose parts are missing says so instead of staying blank', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-mixed-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['index.html', 'service-worker.js']) cpSync(join(site, name), join(folder, name));
  const address = await startSite(t, '/', folder);
  const profile = new Profile(t);
  profile.context = await profile.begin();
  const page = await profile.context.newPage();
  await page.goto(address);
  await page.getByText('Cairn has not started yet').waitFor({ state: 'visible' });
});

test('inside another site’s page it does not start, and leads out', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const outer = await startSite(t, '/', host(t));
  const person = await profile.open(address);
  const page = await profile.context.newPage();
  await page.goto(`${outer.replace('localhost', '127.0.0.1')}other.html`);
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src })), address);
  const frame = page.frameLocator('iframe');
  await frame.getByText('does not run inside another site').waitFor();
  assert.equal(await frame.getByRole('link', { name: 'Open Cairn on its own' }).getAttribute('rel'), 'noopener noreferrer');
  assert.equal(await frame.locator('canvas').count(), 0);
  assert.deepEqual(person.errors, []);
});

test('the policy stops what it forbids: foreign requests and scripts, texts as code, HTML from texts', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const { page } = await profile.open(address);
  const outcome = await page.evaluate(async () => {
    const violated = new Set();
    addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    const elsewhere = 'https://example.invalid/';
    const failed = await fetch(elsewhere).then(() => false, () => true);
    for (const [tag, member] of [['img', 'src'], ['script', 'src'], ['iframe', 'src'], ['link', 'href']]) {
      const element = document.createElement(tag);
      if (tag === 'link') element.rel = 'stylesheet';
      try {
        element[member] = `${elsewhere}x`;
      } catch {
        violated.add(`refused ${tag}`);
      }
      document.head.append(element);
    }
    const thrown = (work) => {
      try {
        work();
        return '';
      } catch (error) {
        return error.name;
      }
    };
    const inline = document.createElement('p');
    await new Promise((resolve) => setTimeout(resolve)); // the debugger's own calls may use eval
    const names = {
      eval: thrown(() => (0, eval)('1')), html: thrown(() => (inline.innerHTML = '<b>x</b>')),
      worker: thrown(() => new Worker('./worker.js')), policy: thrown(() => trustedTypes.createPolicy('other', {})),
    };
    while (!['connect-src', 'img-src', 'style-src-elem', 'frame-src'].every((name) => violated.has(name))) await new Promise((resolve) => setTimeout(resolve, 20));
    return { failed, names, violated: [...violated] };
  });
  assert.ok(outcome.failed);
  assert.deepEqual(outcome.names, { eval: 'EvalError', html: 'TypeError', worker: 'TypeError', policy: 'TypeError' });
  assert.ok(outcome.violated.includes('refused script'), outcome.violated.join());
  assert.deepEqual(profile.foreign.filter((url) => !url.includes('example.invalid')), []);
});

test('what the panel of last resort saves opens again, in another browser', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const person = await profile.open(address);
  await person.begin({ name: 'Rescued Amina' });
  await person.saved();
  await person.page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('on purpose') })));
  const download = person.page.waitForEvent('download');
  await person.page.getByRole('button', { name: 'Save my data' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const other = await new Profile(t).open(address);
  await other.openFile({ name: 'cairn-store.json', text });
  await other.sees('Rescued Amina');
});
