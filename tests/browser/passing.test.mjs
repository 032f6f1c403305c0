// What travels without a file: a mentorship in a link; and what is fetched when it is wanted: the library.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Profile, startSite } from './harness.mjs';

async function start(t, options = {}) {
  const address = await startSite(t);
  const profile = new Profile(t, options);
  const person = await profile.open(address);
  await profile.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return { address, profile, person };
}

async function linkOf(person) {
  await person.press('button', 'Hand over');
  await person.write('Your name', 'Ana Reis');
  await person.press('button', 'Copy a message with a link');
  await person.sees('Copied.');
  const text = await person.page.evaluate(() => navigator.clipboard.readText());
  const [link] = /http\S+#open=\S+/.exec(text) ?? [];
  assert.ok(link, text);
  return link;
}

test('a link holds the mentorship: it opens as a letter, on another machine, and leaves the address bar', async (t) => {
  const { person } = await start(t);
  await person.begin({ name: 'Amina Okafor', where: 'lagos', when: 'fri 16:00', link: 'https://meet.example/a' });
  await person.press('link', '← Amina Okafor');
  const link = await linkOf(person);
  assert.ok(link.length < 8_000, String(link.length));
  await person.press('button', 'Close');
  await person.sees('Handed to Amina on');

  const other = new Profile(t);
  const mentee = await other.open(link);
  await mentee.sees('Ana Reis hands you your mentorship');
  assert.doesNotMatch(mentee.page.url(), /open=/);
  await mentee.page.goBack();
  assert.doesNotMatch(mentee.page.url(), /open=/);
  await mentee.page.goForward();
  await mentee.press('button', 'I am Amina Okafor');
  await mentee.sees('First session');
  await mentee.saved();
  assert.deepEqual([person.errors, mentee.errors, other.foreign], [[], [], []]);
});

test('a link that was cut, or that would grow without end, is refused in words', async (t) => {
  const { address, profile, person } = await start(t);
  await person.begin({ name: 'Amina Okafor', where: 'lagos', when: 'fri 16:00', link: 'https://meet.example/a' });
  await person.press('link', '← Amina Okafor');
  const link = await linkOf(person);
  // A good file, and behind it more space than a link may become.
  const bomb = await person.page.evaluate(async (good) => {
    const through = (blob, stream) => new Response(blob.stream().pipeThrough(stream)).blob();
    const packed = good.slice(good.indexOf('#open=') + 6).replaceAll('-', '+').replaceAll('_', '/');
    const small = new Blob([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))]);
    const file = await through(small, new DecompressionStream('deflate-raw'));
    const large = await through(new Blob([file, ' '.repeat(3_000_000)]), new CompressionStream('deflate-raw'));
    let text = '';
    for (const byte of new Uint8Array(await large.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text).replaceAll('+', '-').replaceAll('/', '_');
  }, link);
  for (const bad of [link.slice(0, -40), `${address}#open=%%%`, `${address}#open=${bomb}`]) {
    const page = await profile.context.newPage();
    await page.goto(bad);
    await page.getByRole('heading', { name: 'This file cannot be opened' }).first().waitFor();
    await page.close();
  }
  await person.press('button', 'Close');
  await person.sees('Amina Okafor');
});

test('a phone that takes no .json gets a .txt by its own sheet; where that fails, the file is saved', async (t) => {
  const { person } = await start(t);
  await person.page.addInitScript(() => {
    const define = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
    define('canShare', ({ files }) => files?.every((file) => file.name.endsWith('.txt')) ?? false);
    define('share', async ({ files: [file], text }) => {
      if (globalThis.refuses) throw new TypeError('no');
      globalThis.shared = { name: file.name, type: file.type, text, content: await file.text() };
    });
  });
  await person.reload();
  await person.begin({ name: 'Amina Okafor', where: 'lagos', when: 'fri 16:00', link: 'https://meet.example/a' });
  await person.press('link', '← Amina Okafor');
  await person.press('button', 'Hand over');
  await person.press('button', 'Share the file');
  await person.page.waitForFunction(() => globalThis.shared);
  const shared = await person.page.evaluate(() => globalThis.shared);
  assert.equal(shared.name, 'Amina Okafor.cairn.txt');
  assert.equal(shared.type, 'text/plain');
  assert.match(shared.text, /^Hi Amina/);
  assert.equal(JSON.parse(shared.content).format, 'cairn-mentorship');
  await person.page.evaluate(() => (globalThis.refuses = true));
  const download = person.page.waitForEvent('download');
  await person.press('button', 'Share the file');
  assert.equal((await download).suggestedFilename(), 'Amina Okafor.cairn.json');
});

test('the library is fetched when somebody wants it, and works offline after that', async (t) => {
  const { profile, person } = await start(t);
  const asked = [];
  profile.context.on('request', (request) => /library-/.test(request.url()) && !request.serviceWorker() && asked.push(request.url()));
  await person.press('button', 'Look at an example');
  await person.press('link', 'Goals');
  assert.deepEqual(asked, []);
  await person.press('button', 'Take a checklist from the library');
  await person.press('button', 'Closing');
  await person.sees('0 of 9 done');
  assert.equal(asked.length, 1);
  await person.press('button', 'Guide: goals');
  await person.sees('A goal helps when both of you');
  assert.equal(asked.length, 1);
});

test('Backspace makes an understood promise a line of text again, before it takes a letter', async (t) => {
  const { person } = await start(t);
  await person.begin({ name: 'Amina Okafor', where: 'lagos', when: 'fri 16:00', link: 'https://meet.example/a' });
  await person.enter('Add a line to talk about', '@amina send it by fri');
  await person.sees('Amina Okafor · by');
  await person.page.keyboard.press('Backspace');
  await person.sees('Make it a step');
  assert.equal(await person.field('Add a line to talk about').inputValue(), '@amina send it by fri');
  await person.page.keyboard.press('Backspace');
  assert.equal(await person.field('Add a line to talk about').inputValue(), '@amina send it by fr');
  await person.press('button', 'Make it a step');
  await person.rest();
  assert.equal(await person.role('button', 'Make it a step').count(), 0);
});
