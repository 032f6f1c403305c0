// Sleep and life: idle, hidden and shown again, the context lost, no WebGL, a fault, no service worker.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { LAUNCH, Person, Profile, startSite, useWholeBrowser, withExample } from './harness.mjs';

useWholeBrowser();

test('asleep when idle: no frame in ten seconds, on every screen', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await person.saved();
  const home = new URL(page.url()).hash;
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  const session = new URL(page.url()).hash;
  await page.evaluate(() => (location.hash = '#/'));
  const addresses = [
    '#/', '#/mentorships', '#/calendar', '#/start', '#/start/when', '#/start/link', '#/open', '#/settings', '#/?find', '#/?shortcuts',
    '#/m/0000000000000001', home, `${home}/goals`, `${home}/story`, `${home}/together`, `${home}/checklist`, `${home}/hand-over`,
    session, `${session}/prepare`, `${session}/talk`, `${session}/wrap-up`,
  ];
  // Each in a tab of its own, so that they are idle at the same time.
  const tabs = [person];
  for (const address of addresses.slice(1)) {
    const tab = new Person(await page.context().newPage());
    await tab.page.goto(page.url().replace(/#.*/, address));
    await tab.ready();
    tabs.push(tab);
  }
  for (const tab of tabs) {
    assert.equal(await tab.page.evaluate(() => document.visibilityState), 'visible');
    await tab.rest();
  }
  // All of them have come to rest: the offline copy and the day's backup are made behind the first frame.
  const counts = () => Promise.all(tabs.map((tab) => tab.page.evaluate(() => globalThis.cairn.frames.count)));
  for (let [before, now] = ['', String(await counts())]; before !== now;) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
    [before, now] = [now, String(await counts())];
  }
  // Over the turn of a minute, where only a visible clock wakes.
  await page.waitForFunction(() => Date.now() % 60_000 >= 48_000, undefined, { timeout: 60_000 });
  const frames = await Promise.all(tabs.map((tab) => tab.page.evaluate(() => new Promise((resolve) => {
    const before = globalThis.cairn.frames.count;
    const minute = Math.floor(Date.now() / 60_000) + 1;
    setTimeout(() => resolve(globalThis.cairn.frames.count - before), Math.max(10_000, minute * 60_000 + 2_000 - Date.now()));
  }))));
  const settling = 3;  // the frames of one change
  const clocks = [`${home}/together`, `${session}/talk`];
  for (const [at, address] of addresses.entries()) {
    if (clocks.includes(address)) assert.ok(frames[at] > 0 && frames[at] <= settling, `${address}: ${frames[at]}`);
    else assert.equal(frames[at], 0, address);
  }
  // And each would draw if something moved.
  for (const tab of tabs) {
    const before = await tab.page.evaluate(() => globalThis.cairn.frames.count);
    await tab.page.evaluate(() => globalThis.cairn.frames.request());
    await tab.page.waitForFunction((count) => globalThis.cairn.frames.count > count, before);
  }
});

test('a lost WebGL context comes back, in the middle of typing', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await person.press('link', 'Goals');
  await person.enter('Goal', 'Half a sen');
  await person.rest();
  const before = await page.screenshot();
  await page.evaluate(() => {
    globalThis.lost = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.lost.loseContext();
  });
  await page.evaluate(() => new Promise((resolve) => {
    document.querySelector('canvas').addEventListener('webglcontextrestored', () => resolve(), { once: true });
    setTimeout(() => globalThis.lost.restoreContext(), 50);
  }));
  await page.keyboard.type('tence');
  assert.equal(await person.field('Goal').inputValue(), 'Half a sentence');
  for (let back = 0; back < 5; ++back) await page.keyboard.press('Backspace');
  await person.rest();
  const { difference } = await import('./png.mjs');
  assert.ok(difference(before, await page.screenshot()) < 0.002, 'the picture is the same again');
  assert.deepEqual(person.errors.filter((error) => !error.includes('CONTEXT_LOST')), []);
});

test('without WebGL 2 a plain page says so and hands out the data', async (t) => {
  const { address, profile, person } = await withExample(t);
  await person.saved();
  const page = await profile.context.newPage();
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === 'webgl2' ? null : original.call(this, kind, ...rest);
    };
  });
  await page.goto(address);
  await page.getByText('WebGL 2 is missing').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my data' }).click();
  assert.ok(readFileSync(await (await download).path(), 'utf8').includes('Amina Okafor'));
});

test('where WebGL 2 is there but does not draw, the plain page says why', async (t) => {
  const { address, profile, person } = await withExample(t);
  await person.saved();
  const page = await profile.context.newPage();
  await page.addInitScript(() => {
    const { shaderSource } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.shaderSource = function (shader, text) {
      shaderSource.call(this, shader, text.replace('main', 'nothing'));
    };
  });
  await page.goto(address);
  await page.getByText('WebGL 2 is missing').waitFor();
  assert.match(await page.locator('.panel').innerText(), /shader/i);
  await page.getByRole('button', { name: 'Save my data' }).waitFor();
});

test('a fault of the engine shows the panel, a fault of somebody else does not', async (t) => {
  const { person } = await withExample(t);
  await person.saved();
  await person.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('an extension');
    });
  });
  await person.rest();
  await person.sees('Example: counted nowhere');
  await person.page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
  });
  await person.page.getByText('stopped because of a fault').waitFor();
  const download = person.page.waitForEvent('download');
  await person.page.getByRole('button', { name: 'Save my data' }).click();
  await download;
});

test('a browser without a service worker still has the page', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t, { serviceWorkers: 'block' });
  const person = await profile.open(address);
  await person.press('button', 'Look at an example');
  await person.sees('Example: counted nowhere');
  assert.deepEqual(person.errors, []);
});

test('hidden in the middle of typing, frozen, and shown again: the words are stored, nothing is drawn, the field goes on', async (t) => {
  const browser = await puppeteer.launch({ ...LAUNCH, headless: true }); // Playwright's pages are never hidden
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(await startSite(t));
  await page.waitForSelector('html[data-ready=true]');
  await page.type('[aria-label="Their name"]', 'Zoë Okon');
  const other = await browser.newPage();
  await other.bringToFront();
  assert.equal(await page.evaluate(() => document.visibilityState), 'hidden');
  const cdp = await page.createCDPSession();
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  const frames = () => page.evaluate(() => globalThis.cairn.frames.count);
  const before = await frames();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
  assert.equal(await frames(), before, 'nothing is drawn for nobody');
  await page.bringToFront();
  assert.equal(await page.evaluate(() => document.visibilityState), 'visible');
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'Their name');
  await page.keyboard.type('kwo');
  await page.waitForFunction(() => document.activeElement.value === 'Zoë Okonkwo');
  await page.waitForFunction((count) => globalThis.cairn.frames.count > count, {}, before);
  await page.reload();
  await page.waitForSelector('html[data-ready=true]');
  await page.waitForFunction(() => document.querySelector('[aria-label="Their name"]')?.value.startsWith('Zoë Okon'));
});
