// A person at Cairn in a real browser: real clicks, taps, keys and wheel, by role and name.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.mjs';

export const root = new URL('../..', import.meta.url).pathname;
export const sharedData = join(root, '../shared/data');
export const hasData = existsSync(sharedData);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Chromium's own engine without its windows, which starts and draws in half the time. SwiftShader draws the canvas, for
 * there is no graphics card; the browser puts its page together without it, which takes half of that.
 */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'],
};

/** Serves the built site; stops with the test. */
export async function startSite(t, base = '/', folder = process.env.CAIRN_SITE ?? join(root, 'build/site')) {
  const site = await serve(folder, { base });
  t.after(() => site.stop());
  return site.address;
}

/** From now on Chromium as people have it: for what depends on the system's fonts, on its windows and tabs. */
export function useWholeBrowser() {
  LAUNCH.executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
}

/** Waits for the browser to close something, but not for ever: now and then one never says that it did. */
const closed = (work) => Promise.race([work?.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))]);

// One browser for all tests of a file: starting one takes as long as many a test.
let shared;
const sharedBrowser = () => (shared ??= chromium.launch(LAUNCH));
/** For who is no test, and opens profiles all the same. */
export const stopBrowser = async () => closed((await shared)?.close());
if (process.env.NODE_TEST_CONTEXT) after(stopBrowser);

/** Somebody's browser, with nothing in it at first; with `onDisk` a process of its own, which can be killed and opened again. */
export class Profile {
  constructor(t, { onDisk = false, ...options } = {}) {
    this.folder = onDisk ? mkdtempSync(join(tmpdir(), 'cairn-')) : undefined;
    this.options = { viewport: { width: 1280, height: 800 }, acceptDownloads: true, timezoneId: 'Europe/Lisbon', ...options };
    this.foreign = [];
    t.after(async () => {
      await closed(this.context?.close());
      if (this.folder) rmSync(this.folder, { recursive: true, force: true });
    });
  }

  async begin() {
    if (this.folder) return chromium.launchPersistentContext(this.folder, { ...LAUNCH, ...this.options });
    return (await sharedBrowser()).newContext(this.options);
  }

  async open(address) {
    this.context ??= await this.begin();
    const origin = new URL(address).origin;
    this.context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) this.foreign.push(url);
    });
    const page = await this.context.newPage();
    const person = new Person(page);
    await person.goto(address);
    return person;
  }

  /** As a power cut would: every process of this profile at once. */
  kill() {
    try {
      execFileSync('pkill', ['-KILL', '-f', this.folder]);
    } catch {
      // pkill answers 1 when it has also ended its own helper
    }
    this.context = undefined;
  }
}

const inFront = new WeakMap(); // context: the page that was brought there last

export class Person {
  constructor(page) {
    this.page = page;
    this.errors = [];
    page.setDefaultTimeout(40_000); // a busy machine is slow, and no fault
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async goto(address) {
    await this.front();
    await this.page.goto(address);
    await this.ready();
  }
  async reload() {
    await this.front();
    await this.page.reload();
    await this.ready();
  }
  ready() {
    return this.page.waitForSelector('html[data-ready=true]');
  }

  /** Whoever acts looks at the page: the browser draws a tab in the background once a second. */
  async front() {
    const context = this.page.context();
    if (context.pages().length === 1 || inFront.get(context) === this.page) return;
    inFront.set(context, this.page);
    await this.page.bringToFront();
  }

  role(role, name, options = {}) {
    return this.page.getByRole(role, { name, exact: true, ...options }).first();
  }
  field(label) {
    return this.role('textbox', label);
  }

  /** Scrolls by wheel until the element is on screen, as a person would. */
  async reveal(locator) {
    await this.front();
    await locator.waitFor({ state: 'attached' });
    const { width, height } = this.page.viewportSize();
    for (let tries = 0; tries < 20; ++tries) {
      const box = await locator.boundingBox();
      const room = await this.room(locator);
      if (box && box.y >= room.top && box.y + Math.min(box.height, 60) <= room.bottom) return box;
      await this.page.mouse.move(width * 0.6, height * 0.4);
      // A wheel is told to the page with its next frame, which may be later than the next command. The
      // page listens before the wheel turns; one that the browser drops is turned again.
      const told = await this.page.evaluateHandle(() => {
        const wheel = new Promise((resolve) => addEventListener('wheel', resolve, { capture: true, once: true }));
        return { wheel: Promise.race([wheel, new Promise((resolve) => setTimeout(resolve, 2_000))]).then(() => undefined) };
      });
      await this.page.mouse.wheel(0, Math.round((box?.y ?? 0) - (room.top + room.bottom) / 2) || 1);
      await told.evaluate(({ wheel }) => wheel);
      await told.dispose();
      await this.rest();
    }
    throw new Error('the element cannot be scrolled into view');
  }
  async room(locator) {
    return locator.evaluate((element) => {
      const region = element.closest('main, nav, [role=dialog], [role=alertdialog], [role=status]');
      const { top, bottom } = (region?.closest('#mirror > *') ?? document.body).getBoundingClientRect();
      return { top, bottom };
    });
  }
  /** Until no frame is asked for any more, three looks in a row, and the tests know the page's address as well. */
  async rest() {
    const address = await this.page.evaluate(async () => {
      const look = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const begun = performance.now();
      for (let quiet = 0; quiet < 3;) {
        await look();
        quiet = globalThis.cairn.frames.busy ? 0 : quiet + 1;
        if (performance.now() - begun > 30_000) throw new Error('frames are asked for without end');
      }
      return location.href;
    });
    if (this.page.url() !== address) await this.page.waitForURL(address, { waitUntil: 'commit' });
  }

  async press(role, name, options = {}) {
    const locator = this.role(role, name, options);
    await this.reveal(locator);
    await locator.click({ position: { x: 12, y: 12 } });
    await this.rest();
  }
  async tap(role, name) {
    const locator = this.role(role, name);
    await this.reveal(locator);
    await locator.tap({ position: { x: 12, y: 12 } });
    await this.rest();
  }
  /** Types into a field and leaves it. */
  async write(label, text) {
    await this.enter(label, text);
    await this.page.keyboard.press('Tab');
    await this.rest();
  }
  /** Types into a single line and presses Enter. */
  async submit(label, text) {
    await this.enter(label, text);
    await this.page.keyboard.press('Enter');
    await this.rest();
  }
  async enter(label, text) {
    const field = this.field(label);
    // What another tab adds above moves the field away: then it is looked for again.
    for (let tries = 0; ; ++tries) {
      await this.reveal(field);
      const clicked = await field.click({ position: { x: 20, y: 16 }, timeout: tries < 5 ? 1_500 : 15_000 }).then(() => true, (error) => {
        if (tries >= 5) throw error;
      });
      if (clicked) break;
    }
    await this.page.keyboard.press('Control+A');
    // The first letter by its key, what follows as a phone's keyboard brings it: in one piece.
    const [first = '', ...rest] = text.length > 200 ? ['', text] : text;
    await this.page.keyboard.type(first);
    await this.page.keyboard.insertText(rest.join(''));
  }
  /** Waits until the words are on the page: as text, or in a name, a description or a value. */
  sees(text) {
    return this.page.waitForFunction((wanted) => [...document.querySelectorAll('#mirror *')].some((element) =>
      [element.ariaLabel, element.getAttribute('aria-description'), element.value, element.children.length ? '' : element.textContent]
        .some((words) => words?.includes(wanted))), text).catch(async (error) => {
      const shown = await this.page.evaluate(() => document.querySelector('#mirror')?.innerText ?? document.body.innerText).catch(String);
      throw new Error(`“${text}” is not to be seen (${error.message}); at ${this.page.url()} stands: ${shown}`, { cause: error });
    });
  }
  async saved() {
    await this.sees('Saved in this browser');
  }

  /** Tabs until the named element has the focus; fails where a keyboard does not reach it. */
  async tabTo(name) {
    for (let steps = 0; steps < 120; ++steps) {
      const here = await this.page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (here === name) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach "${name}"`);
  }
  async key(name) {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
    await this.rest();
  }
  async keys(name, text, end = 'Tab') {
    await this.tabTo(name);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(end);
    await this.rest();
  }

  /** From the empty page to the prepared first session; what is left out stays empty. */
  async begin({ name, where = '', when = '', link = '' }) {
    await this.write('Their name', name);
    if (where) await this.enter('City or time zone', where);
    await this.press('button', 'Next');
    if (when) await this.enter('Day and time', when);
    await this.press('button', when ? 'Next' : 'Not yet');
    if (link) await this.enter('Meeting link', link);
    await this.press('button', 'Prepare the first session');
    await this.sees('First session');
  }

  async axe() {
    await this.page.evaluate(axeSource);
    const result = await this.page.evaluate(() => globalThis.axe.run(document));
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
  }

  /** Hands over and answers the file's name and text. */
  async handOver() {
    await this.press('button', 'Hand over');
    const download = this.page.waitForEvent('download');
    await this.press('button', 'Save the file');
    const file = await download;
    const text = readFileSync(await file.path(), 'utf8');
    await this.press('button', 'Close');
    return { name: file.suggestedFilename(), text };
  }
  async openFile(file) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press('button', 'Open a file');
    await (await chooser).setFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
  }
}

/** A new profile in which the example is open. */
export async function withExample(t, options = {}) {
  const address = await startSite(t, options.base);
  const profile = new Profile(t, options.profile);
  const person = await profile.open(address);
  await person.press('button', 'Look at an example');
  await person.sees('Example: counted nowhere');
  return { address, profile, person };
}
