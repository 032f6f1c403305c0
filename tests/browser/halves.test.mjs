// The engine in two halves: the empty page needs the first alone, and nobody notices the other.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { LAUNCH, Person, root, startSite } from './harness.mjs';

const LATER = /\/later-[0-9a-f]+\.wasm$/;

/** An empty page; `answer` says what becomes of each request for the later half. */
async function emptyPage(t, answer) {
  const address = await startSite(t);
  const browser = await chromium.launch(LAUNCH);
  t.after(() => browser.close());
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.documentElement?.dataset.ready) globalThis.readyAt ??= performance.now();
    });
    watch.observe(document, { attributes: true, subtree: true, childList: true });
  });
  let asked = 0;
  await page.route(LATER, (route) => answer(route, ++asked));
  const person = new Person(page);
  await person.goto(address);
  return { person, page, asked: () => asked, waited: () => page.evaluate(() => globalThis.cairn.wasm.waited) };
}

test('what the first frame needs weighs at most 217 KB, packed by brotli', () => {
  const site = join(root, 'build/site');
  const first = readdirSync(site).filter((name) => /^(index\.html|cairn-.*\.(js|wasm|css))$/.test(name));
  const weights = first.map((name) => [name, brotliCompressSync(readFileSync(join(site, name))).length]);
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  assert.ok(first.length === 4 && sum <= 217_000, `${sum}: ${weights.join(' ')}; what comes later is named in web/later.mjs`);
});

test('the later half comes behind the first frame, and no call waits for it', async (t) => {
  const { person, page, waited } = await emptyPage(t, (route) => route.continue());
  await page.waitForFunction(() => globalThis.cairn.wasm.whole);
  const [readyAt, askedAt] = await page.evaluate(() =>
    [globalThis.readyAt, performance.getEntriesByType('resource').find((one) => /later-/.test(one.name)).startTime]);
  assert.ok(askedAt >= readyAt - 20, `the first frame at ${readyAt} ms, the later half asked for at ${askedAt} ms`);
  await person.press('button', 'Look at an example');
  await person.sees('Example: counted nowhere');
  await person.saved();
  await person.reload();
  await person.sees('Example: counted nowhere');
  assert.equal(await waited(), 0);
  assert.deepEqual(person.errors, []);
});

test('who is quicker than the network waits for it, and gets what was asked', async (t) => {
  const { person, asked, waited } = await emptyPage(t, (route, count) => (count === 1 ? undefined : route.continue()));
  await person.press('button', 'Look at an example');
  await person.sees('Example: counted nowhere');
  assert.equal(asked(), 2);
  assert.equal(await waited(), 1);
});

test('where it cannot be fetched at all, the panel says so', async (t) => {
  const { person, page } = await emptyPage(t, (route) => route.abort());
  await person.press('button', 'Look at an example');
  await page.getByText('could not be fetched').waitFor();
});
