// Nothing that said "Saved" is lost, and trouble is told: two tabs, a closed tab, a full disk, a
// refused store, a newer version, a damaged record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Profile, startSite } from './harness.mjs';
import { another, begin, change, closeHandles, start, storedTexts as stored } from './store.mjs';

test('each change is a record at a path of its own, behind a marker', async (t) => {
  const { person } = await begin(t);
  const before = Object.keys(await stored(person.page));
  assert.ok(before.includes('/cairn/marker') && before.includes('/cairn/slots/0'));
  await person.submit('Add a next step', 'One');
  await person.saved();
  const after = await stored(person.page);
  const added = Object.keys(after).filter((path) => !before.includes(path) && path.includes('/records/'));
  assert.equal(added.length, 1);
  assert.ok(after[added[0]].startsWith('cairn-record 1 ') && after[added[0]].includes('One'));
});

test('an edit goes in one transaction, with its draft that is no longer one', async (t) => {
  const { person } = await begin(t);
  const { page } = person;
  await person.enter('Add a next step', 'One');
  await person.rest();
  await person.saved();
  await page.evaluate(() => {
    const seen = (globalThis.seen = []);
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...asked) {
      const transaction = begin.apply(this, asked);
      if (asked[1] === 'readwrite') seen.push('save');
      return transaction;
    };
  });
  await page.keyboard.press('Enter');
  await person.rest();
  await person.saved();
  const seen = await page.evaluate(() => globalThis.seen);
  assert.deepEqual(seen.filter((one) => one === 'save'), ['save'], seen.join());
  const left = Object.keys(await stored(page)).filter((path) => path.includes('/drafts/'));
  assert.deepEqual(left, []);
});

test('"Saved" is said only when the transaction is complete', async (t) => {
  const { person } = await begin(t);
  const { page } = person;
  await page.evaluate(() => {
    // A slow disk: `complete` is heard half a second late.
    const descriptor = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      ...descriptor,
      set(handler) {
        descriptor.set.call(this, (event) => setTimeout(() => {
          globalThis.completed = performance.now();
          handler(event);
        }, 700));
      },
    });
    globalThis.said = [];
    new MutationObserver(() => {
      const words = [...document.querySelectorAll('nav p')].map((p) => p.textContent);
      if (words.includes('Saving …')) globalThis.said.push(['saving', performance.now()]);
      if (words.includes('Saved in this browser')) globalThis.said.push(['saved', performance.now()]);
    }).observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true });
  });
  await person.submit('Add a next step', 'Slow');
  await person.sees('Saving …');
  await page.waitForFunction(() => globalThis.completed !== undefined);
  await person.saved();
  const { said, completed } = await page.evaluate(() => ({ said: globalThis.said, completed: globalThis.completed }));
  const firstSaving = said.findIndex(([word]) => word === 'saving');
  const saved = said.slice(firstSaving).find(([word]) => word === 'saved');
  assert.ok(saved[1] >= completed, 'not before complete');
});

test('on a slow disk what waits goes together: one transaction at a time, and all of it is there', async (t) => {
  const { person } = await begin(t);
  const { page } = person;
  await page.evaluate(() => {
    Object.assign(globalThis, { open: 0, most: 0, transactions: 0, isSlow: true });
    const { transaction: original } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function transaction(...args) {
      const made = original.apply(this, args);
      if (args[1] !== 'readwrite') return made;
      globalThis.most = Math.max(globalThis.most, ++globalThis.open);
      ++globalThis.transactions;
      for (const end of ['complete', 'abort']) made.addEventListener(end, () => --globalThis.open);
      // It stays open, and the database with it, for as long as something is asked of it: until all steps are there.
      const again = () => {
        if (globalThis.isSlow) made.objectStore('FILE_DATA').get('nothing').onsuccess = again;
      };
      again();
      return made;
    };
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function committing() {
      if (!globalThis.isSlow) commit.call(this);
    };
  });
  await person.enter('Add a next step', '');
  for (let step = 0; step < 20; ++step) {
    await page.keyboard.insertText(`Step ${step}.`);
    await page.keyboard.press('Enter');
  }
  await person.sees('Saving …');
  await page.evaluate(() => (globalThis.isSlow = false));
  await person.saved();
  const { most, transactions } = await page.evaluate(() => ({ most: globalThis.most, transactions: globalThis.transactions }));
  assert.equal(most, 1, 'at once');
  assert.ok(transactions <= 4, `${transactions} for 20 steps`);
  await person.reload();
  for (const step of [0, 7, 19]) await person.sees(`Step ${step}.`);
});

test('two tabs follow each other, and neither loses what the other wrote', async (t) => {
  const { profile, person } = await begin(t);
  const other = await another(profile, person.page.url());
  await other.submit('Add a next step', 'From the second tab');
  await person.sees('From the second tab');
  await person.submit('Add a next step', 'From the first tab');
  await other.sees('From the first tab');
  await Promise.all([person.saved(), other.saved()]);
  const slots = Object.entries(await stored(person.page)).filter(([path]) => path.includes('/slots/'));
  assert.equal(slots.length, 2);
  assert.notEqual(slots[0][1], slots[1][1]);
  await other.page.close();
  await person.reload();
  await person.sees('From the second tab');
  await person.sees('From the first tab');
});

test('two tabs to which the browser refuses the lock of a slot write under different ids', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const open = async () => {
    const person = await profile.open(address);
    await person.page.addInitScript(() => {
      const { request } = LockManager.prototype;
      LockManager.prototype.request = function (name, ...more) {
        return /#slot\//.test(name) ? Promise.reject(new DOMException('refused', 'SecurityError')) : request.call(this, name, ...more);
      };
    });
    await person.reload();
    return person;
  };
  const person = await open();
  await start(person);
  const other = await open();
  await other.sees('Amina');
  await other.saved();
  const slots = Object.entries(await stored(person.page)).filter(([path]) => /\/slots\/\d{4,}$/.test(path));
  assert.equal(slots.length, 2, 'none has the slot of another');
  assert.notEqual(slots[0][1], slots[1][1]);
});

test('a page that comes back out of the page cache is loaded anew: its slot may be another tab\'s', async (t) => {
  const { person } = await begin(t);
  await person.page.evaluate(() => {
    globalThis.isOld = true;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await person.page.waitForFunction(() => !globalThis.isOld && document.documentElement.dataset.ready === 'true');
  await person.sees('Notes');
});

test('a tab that is closed in the middle of typing loses at most the last second', async (t) => {
  const { profile, person } = await begin(t);
  const place = person.page.url();
  await person.enter('Notes', 'These words were typed');
  const typed = performance.now();
  while (!Object.entries(await stored(person.page)).some(([path, text]) => path.includes('/drafts/0/') && text.includes('typed'))) {
    assert.ok(performance.now() - typed < 1_000, 'the draft is stored within a second');
  }
  await person.page.keyboard.type(', and more');
  await person.page.close();
  const again = await another(profile, place);
  await again.page.waitForFunction(() => document.querySelector('textarea[aria-label=Notes]')?.value.startsWith('These words were typed'));
});

test('a full disk is told, editing goes on, and the file can be taken out', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const person = await profile.open('data:text/html,<html data-ready=true>');
  const session = await profile.context.newCDPSession(person.page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize: 150_000 });
  await person.goto(address);
  await start(person);
  const noise = (length) => Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000))).join('');
  for (let tries = 0; tries < 40; ++tries) {
    await person.enter('Notes', noise(20_000));
    await person.page.keyboard.press('Tab');
    await person.rest();
    if (await person.page.getByText('Not saved').count()) break;
  }
  await person.sees('Not saved: the disk or the browser’s space is full');
  await person.submit('Add a next step', 'Still here');
  await person.sees('Still here');
  await person.press('link', '← Amina');
  const file = await person.handOver();
  assert.ok(file.text.includes('Still here'));
});

test('a store that is refused altogether is told, and the page can be used', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const first = await profile.open('data:text/html,<html data-ready=true>');
  await first.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await first.goto(address);
  await first.sees('Not saved: the browser refuses to store anything here');
  await first.write('Their name', 'Amina');
  await first.press('button', 'Next');
  await first.sees('When do you talk next?');
});

test('a store of a newer Cairn is left alone', async (t) => {
  const { person } = await begin(t);
  await change(person.page, { '/cairn/marker': 'cairn-store 2\n' });
  const before = await stored(person.page);
  await person.submit('Add a next step', 'Too late');
  await person.sees('A newer Cairn has been here');
  assert.deepEqual(await stored(person.page), before);
  await person.reload();
  await person.sees('A newer Cairn has been here');
});

const flip = (text, at, bit) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
const damages = {
  'cut in the middle': (text) => text.slice(0, text.length / 2),
  'cut to nothing': () => '',
  'with one bit of its words flipped': (text) => flip(text, text.indexOf('Damaged') + 2, 5),
  'with one bit of its first line flipped': (text) => flip(text, 5, 0),
  'with one bit of its last byte flipped': (text) => flip(text, text.length - 1, 3),
};
for (const [how, damage] of Object.entries(damages)) {
  test(`a record ${how} is set aside and told; everything else is there`, async (t) => {
    const { person } = await begin(t);
    await person.submit('Add a next step', 'Damaged');
    await person.submit('Add a next step', 'Whole');
    await person.saved();
    const [path, text] = Object.entries(await stored(person.page)).find(([, content]) => content.includes('Damaged'));
    await change(person.page, { [path]: damage(text) });
    await person.reload();
    await person.sees('One record in this browser could not be read');
    await person.sees('Whole');
    assert.equal((await stored(person.page))[path], damage(text), 'it is left where it is');
    await person.submit('Add a next step', 'Afterwards');
    await person.saved();
  });
}

test('where a record is missing, the rest is there', async (t) => {
  const { person } = await begin(t);
  await person.submit('Add a next step', 'Gone');
  await person.submit('Add a next step', 'Whole');
  await person.saved();
  const [path] = Object.entries(await stored(person.page)).find(([, content]) => content.includes('Gone'));
  await change(person.page, { [path]: null });
  await person.reload();
  await person.sees('Whole');
  assert.equal(await person.page.getByText('Gone').count(), 0);
});

test('a handle that the browser closes is opened again', async (t) => {
  const { person } = await begin(t);
  await closeHandles(person.page);
  await person.submit('Add a next step', 'After the handle was lost');
  await person.saved();
  await person.reload();
  await person.sees('After the handle was lost');
});

test('an aborted transaction is told, and the next edit takes along what was not saved', async (t) => {
  const { person } = await begin(t);
  await person.page.evaluate(() => {
    // Every write, until allowed: the words being typed are saved before Enter, and one that succeeds
    // afterwards would take back what is told.
    const { put, add } = IDBObjectStore.prototype;
    globalThis.allow = () => Object.assign(IDBObjectStore.prototype, { put, add });
    const thenAbort = (write) =>
      function abort(...args) {
        const request = write.apply(this, args);
        this.transaction.abort();
        return request;
      };
    Object.assign(IDBObjectStore.prototype, { put: thenAbort(put), add: thenAbort(add) });
  });
  await person.submit('Add a next step', 'Aborted');
  await person.sees('Not saved');
  await person.sees('Aborted');
  await person.page.evaluate(() => globalThis.allow());
  await person.submit('Add a next step', 'The next one');
  await person.saved();
  await person.reload();
  await person.sees('Aborted');
  await person.sees('The next one');
});

test('a page that is left at once loses no letter, also where its last transaction never ends', async (t) => {
  const { address, person } = await begin(t);
  const place = person.page.url();
  await person.enter('Add a next step', 'half a wor');
  await person.rest();
  await person.saved();
  await person.page.evaluate(() => {
    // From now on nothing that is begun comes to an end.
    IDBDatabase.prototype.transaction = () => ({ objectStore: () => ({ get: () => ({}), put: () => ({}), add: () => ({}), delete: () => ({}) }), commit: () => undefined, abort: () => undefined });
  });
  await person.page.keyboard.type('d');
  await person.page.goto(`${address}manifest.webmanifest`);
  await person.goto(place);
  await person.page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'half a word'));
  await person.page.keyboard.press('Escape');
  assert.equal(await person.page.evaluate(() => Object.keys(localStorage).length), 0, 'it waits no longer');
});

test('a database that cannot be opened again is told, until it can', async (t) => {
  const { person } = await begin(t);
  await closeHandles(person.page);
  await person.page.evaluate(() => {
    const open = IDBFactory.prototype.open;
    globalThis.allow = () => {
      IDBFactory.prototype.open = open;
    };
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'UnknownError');
    };
  });
  await person.submit('Add a next step', 'While it was refused');
  await person.sees('Not saved');
  await person.press('link', '← Amina');
  assert.ok((await person.handOver()).text.includes('While it was refused'), 'it can be taken out as a file');
  await person.page.evaluate(() => globalThis.allow());
  await person.page.goBack();
  await person.submit('Add a next step', 'Afterwards');
  await person.saved();
  await person.reload();
  await person.sees('While it was refused');
});
