// Somebody who presses whatever is there: a seeded walk of presses, words, keys, files and Back. Every tenth action
// the page is loaded again, and holds the same; in between its browser is killed in the middle of an action, and what
// was said to be saved is there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command } from '../command.mjs';
import { numbers } from '../numbers.mjs';
import { Profile, root, startSite } from './harness.mjs';
import { storedTexts } from './store.mjs';

const ACTIONS = Number(process.env.CAIRN_ACTIONS ?? (process.env.CAIRN_LONG ? 5_000 : 200));
const KILLS = Number(process.env.CAIRN_KILLS ?? (process.env.CAIRN_LONG ? 300 : 30));
const seed = Number(process.env.CAIRN_SEED ?? 20261128);

const files = readdirSync(join(root, 'tests/golden')).filter((name) => name.endsWith('.cairn.json'))
  .map((name) => ({ name, mimeType: 'application/json', buffer: readFileSync(join(root, 'tests/golden', name)) }));
const words = ['Ship it', 'send the notes by fri', 'tuesday 16:00', '@amina write\ntwo lines', 'Größe – شكرا 👩‍👩‍👧', '2027-02-29', '12.5', ' '];

/** What can be pressed here: those on screen that lead neither out of the page nor to the system. */
const targets = (page) => page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a, input, textarea, [role])')]
  .flatMap((element, at) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const isOut = element.matches('a:not([href^="#"])') || element.closest('[inert]') || element.ariaDisabled === 'true';
    const isControl = element.matches('button, a, input, textarea, [role=menuitem], [role=option], [role=radio], [role=checkbox], [role=tab], [role=switch], [role=gridcell]');
    const isSeen = width > 4 && height > 4 && x >= 0 && y >= 0 && x + 4 < innerWidth && y + 4 < innerHeight;
    return isControl && isSeen && !isOut ? [{ at, x: x + Math.min(12, width / 2), y: y + Math.min(12, height / 2), isField: element.matches('input, textarea'), name: element.ariaLabel ?? element.textContent }] : [];
  }));

class Walk {
  constructor(person, address, random) {
    this.person = person;
    this.address = address;
    this.random = random;
    this.done = [];
  }
  get page() {
    return this.person.page;
  }
  pick(list) {
    return list[this.random(list.length)];
  }

  async step() {
    const chance = this.random(20);
    if (chance === 0) return this.note('Back', () => this.back());
    if (chance <= 3) return this.key();
    if (chance === 4) return this.note('a file', () => this.open(this.pick(files)));
    const all = await targets(this.page);
    const fields = all.filter(({ isField }) => isField);
    const target = chance < 10 && fields.length > 0 ? this.pick(fields) : this.pick(all);
    if (!target) return this.note('Escape', () => this.page.keyboard.press('Escape'));
    return this.note(`press “${target.name}”`, async () => {
      await this.page.mouse.click(target.x, target.y);
      if (target.isField) await this.write();
    });
  }
  /** Before its first page lies another, from which a person comes again. */
  async back() {
    await this.page.goBack();
    // The browser tells of another page late: it is asked itself, and once more where it was about to go.
    for (let looks = 0; looks < 2; ++looks) {
      await this.page.waitForLoadState();
      const here = await this.page.evaluate(() => location.href).catch(() => '');
      if (!here.startsWith(this.address)) await this.page.goto(this.address);
    }
  }
  key() {
    const key = this.pick(['Escape', 'Control+z', 'Control+Shift+z', 'Tab', 'Enter', 'ArrowDown', 'Control+k', 'Space']);
    return this.note(key, () => this.page.keyboard.press(key));
  }
  async write() {
    await this.page.keyboard.insertText(this.pick(words));
    const end = this.pick(['Tab', 'Enter', '']);
    if (end) await this.page.keyboard.press(end);
  }
  /** A file, by dropping it as a system does. */
  open({ name, mimeType, buffer }) {
    return this.page.evaluate(([title, type, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], title, { type }));
      for (const kind of ['dragenter', 'dragover', 'drop']) document.getElementById('stage').dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, [name, mimeType, buffer.toString('utf8')]);
  }
  async note(what, work) {
    this.done.push(what);
    await work();
    await this.rest();
  }
  /** Going back to a backup, for one, loads the page again while somebody waits. */
  async rest() {
    for (let tries = 0; ; ++tries) {
      await this.page.waitForFunction(() => document.documentElement.dataset.ready === 'true' && globalThis.cairn).catch(async (error) => {
        const ready = await this.page.evaluate(() => `${document.documentElement.dataset.ready}: ${document.body.innerText.slice(0, 300)}`);
        throw new Error(`${error.message} at ${this.page.url()} after ${this.done.slice(-6).join(', ')}: ${ready}`);
      });
      const fault = await this.person.rest().catch((error) => error);
      if (!fault) return;
      if (tries > 2) throw fault;
    }
  }

  /** Until all is stored: nothing that was typed is still on its way. */
  async saved() {
    await this.page.keyboard.press('Escape');
    await this.page.evaluate(() => {
      document.activeElement?.blur();
      globalThis.cairn.engine.flush();
    });
    await this.page.waitForFunction(() => !globalThis.cairn.store.saving);
    await this.rest();
  }
}

/** What a start makes of the store, byte for byte: read by the command as the page would read it. */
function contentOf(texts, folder) {
  const file = join(folder, 'store.json');
  writeFileSync(file, JSON.stringify(texts));
  const merged = execFileSync(command, ['merge', '--private', file, '-o', '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(merged);
}

/** What the page itself holds, as the file that it keeps for its person. */
async function heldBy(person) {
  const { page } = person;
  const presenting = page.getByRole('button', { name: 'Stop presenting', exact: true });
  if (await presenting.count()) await presenting.click();
  await page.evaluate(() => (location.hash = '#/settings'));
  await person.sees('Keep a file of everything');
  const download = page.waitForEvent('download').catch(async (error) => {
    throw new Error(`${error.message.split('\n')[0]} at ${page.url()}: ${await page.evaluate(() => document.getElementById('mirror').innerText)}`);
  });
  await person.press('button', 'Keep a file of everything');
  const held = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  delete held.settings; // when it was kept last
  return held;
}

/** The ids of all that was ever added: what is removed keeps its id, so none may go. */
const itemsOf = (workspace) => new Set(JSON.stringify(workspace).match(/"id":"[0-9a-z]{16}"/g) ?? []);

test(`${ACTIONS} actions: loaded again, all is as it was; killed, nothing that was saved is missing`, async (t) => {
  console.log(`seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'cairn-walk-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const address = await startSite(t);
  // What is drawn is not looked at: a quarter of the pixels takes a quarter less of the processor.
  const profile = new Profile(t, { onDisk: true, deviceScaleFactor: 0.5 });
  let person = await profile.open(address);
  await person.begin({ name: 'Amina' });
  const walk = new Walk(person, address, numbers(seed));
  let reloads = 0;
  let kills = 0;
  let compared = 0;
  for (let action = 1; action <= ACTIONS; ++action) {
    await walk.step();
    const isKilled = Math.floor((action * KILLS) / ACTIONS) > Math.floor(((action - 1) * KILLS) / ACTIONS);
    if (action % 10 === 5) {
      await walk.saved();
      const place = person.page.url();
      const before = await heldBy(person);
      await walk.saved();
      await person.reload();
      ++reloads;
      assert.deepEqual(await heldBy(person), before, `loaded again after ${walk.done.slice(-12).join(', ')}`);
      compared += JSON.stringify(before).length;
      await person.page.evaluate((address) => (location.href = address), place); // another address of the same page
      await walk.rest();
    }
    if (isKilled) {
      const before = await storedTexts(person.page);
      const place = person.page.url();
      const moving = walk.step().catch(() => undefined); // its browser ends in the middle of it
      await new Promise((resolve) => setTimeout(resolve, walk.random(400)));
      profile.kill();
      await moving;
      person = await profile.open(place);
      walk.person = person;
      ++kills;
      const after = await storedTexts(person.page);
      // What undo took back of an opened file, in the moment before, is gone on purpose.
      const withdrawn = Object.fromEntries(Object.entries(after).filter(([path]) => path.startsWith('/cairn/withdrawn/')));
      const here = itemsOf(contentOf(after, folder));
      const missing = [...itemsOf(contentOf({ ...before, ...withdrawn }, folder))].filter((id) => !here.has(id));
      const isTakenAway = walk.done.slice(-2).some((what) => /^press “(Go back to this|Erase for good)/.test(what));
      if (!isTakenAway) assert.deepEqual(missing, [], `kill ${kills}, after ${walk.done.slice(-8).join(', ')}: was stored, and is missing`);
    }
    assert.deepEqual(person.errors.filter((error) => !/404|ERR_/.test(error)), [], walk.done.slice(-3).join());
  }
  console.log(`${walk.done.length} actions, ${reloads} reloads, ${kills} kills, ${Math.round(compared / 1_000)} KB compared`);
});
