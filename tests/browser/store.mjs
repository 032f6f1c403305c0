// The store as it lies in IndexedDB: read and changed behind Cairn's back.
import { Person, Profile, startSite } from './harness.mjs';

/** A mentorship with Amina, at its first session, in the state to talk. */
export async function begin(t, options = {}) {
  const address = await startSite(t);
  const profile = new Profile(t, options);
  const person = await profile.open(address);
  await start(person);
  return { address, profile, person };
}

export async function start(person) {
  await person.begin({ name: 'Amina' });
  await person.press('link', 'Talk');
  await person.saved();
}

/** Another tab at the same place. */
export async function another(profile, address) {
  const person = new Person(await profile.context.newPage());
  await person.goto(address);
  return person;
}

/** Every path of the store with its bytes, a letter each. */
export const stored = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open(`cairn${new URL('./', location.href).pathname}`);
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const found = {};
    const cursor = request.result.transaction('FILE_DATA').objectStore('FILE_DATA').openCursor();
    cursor.onsuccess = () => {
      if (!cursor.result) {
        request.result.close();
        return resolve(found);
      }
      const { contents } = cursor.result.value;
      if (contents) found[cursor.result.key] = Array.from(contents, (byte) => String.fromCharCode(byte)).join('');
      cursor.result.continue();
    };
  };
}));
const utf8 = (content) => Buffer.from(content, 'latin1').toString('utf8');
export const storedTexts = async (page) => Object.fromEntries(Object.entries(await stored(page)).map(([path, content]) => [path, utf8(content)]));

/** The days of the backups, where there are any. */
const backupNames = (page) => page.evaluate(async () => {
  const name = `cairn-backups${new URL('./', location.href).pathname}`;
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const keys = request.result.transaction('backups').objectStore('backups').getAllKeys();
      keys.onsuccess = () => resolve(keys.result);
      request.result.close();
    };
  });
});

/** Waits until `ask` answers something true, which it may do later: `waitForFunction` takes a promise itself for true. */
export async function until(what, ask) {
  for (const end = Date.now() + 30_000; !(await ask());) {
    if (Date.now() > end) throw new Error(`not within 30 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
export const backedUp = (page) => until('a backup', async () => (await backupNames(page)).length > 0);

/** A version change closes every handle to the database, as the browser does under pressure. */
export const closeHandles = (page) => page.evaluate(() => new Promise((resolve) => {
  const request = indexedDB.open(`cairn${new URL('./', location.href).pathname}`, 9_999);
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = () => resolve();
}));

/** Puts texts at paths; null takes one away. */
export const change = (page, files) => page.evaluate((all) => new Promise((resolve, reject) => {
  const request = indexedDB.open(`cairn${new URL('./', location.href).pathname}`);
  request.onsuccess = () => {
    const transaction = request.result.transaction('FILE_DATA', 'readwrite');
    const table = transaction.objectStore('FILE_DATA');
    for (const [path, value] of Object.entries(all)) {
      if (value === null) table.delete(path);
      else table.put({ timestamp: new Date(), mode: 0o100666, contents: Uint8Array.from(value, (letter) => letter.charCodeAt(0)) }, path);
    }
    transaction.oncomplete = () => {
      request.result.close();
      resolve();
    };
    transaction.onabort = () => reject(transaction.error);
  };
}), files);
