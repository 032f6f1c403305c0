// What holds on every screen: its accessibility tree is the golden one, axe finds nothing, nothing
// moves while nobody does anything; and everything that can be done is done by keyboard alone.
//   CAIRN_GOLDEN=write node --test tests/browser/access.test.mjs   writes the golden files anew
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Profile, startSite } from './harness.mjs';
import { difference } from './png.mjs';
import { exchange, tour } from './tour.mjs';

const folder = new URL('trees/', import.meta.url).pathname;

/** Ids are made anew with every profile. */
function withoutIds(snapshot) {
  const known = new Map();
  return snapshot.replace(/(?<=\/)[0-9a-z]{16}(?=[/?"\s]|$)/gm, (id) => {
    if (!known.has(id)) known.set(id, `ID${known.size + 1}`);
    return known.get(id);
  });
}

/** What a snapshot leaves out: descriptions, places in a list, and what is current or opens something. */
const furtherOf = (page) => page.evaluate(() => {
  const told = ['aria-description', 'aria-posinset', 'aria-setsize', 'aria-rowindex', 'aria-rowcount', 'aria-current', 'aria-haspopup', 'aria-modal'];
  const lines = [...document.querySelectorAll('#mirror *')].map((element) => {
    const said = told.filter((name) => element.hasAttribute(name)).map((name) => `${name.slice(5)}=${JSON.stringify(element.getAttribute(name))}`);
    return said.length > 0 ? `# ${element.role ?? element.tagName.toLowerCase()} ${JSON.stringify(element.ariaLabel ?? element.textContent)}: ${said.join(' ')}\n` : '';
  });
  return lines.join('');
});

const IDLE = 300; // ten seconds, over the turn of a minute: life.test.mjs
/** Frames of so many milliseconds in which nobody does anything. */
const framesOf = (page, idle) => page.evaluate((time) => new Promise((resolve) => {
  const before = globalThis.cairn.frames.count;
  setTimeout(() => resolve(globalThis.cairn.frames.count - before), time);
}), idle);

const looks = [
  { name: 'desktop', profile: {} },
  { name: 'phone', profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];
for (const look of looks) {
  test(`${look.name}: each screen reads as its golden file says, axe finds nothing, nothing moves in ${IDLE / 1_000} s`, async (t) => {
    const address = await startSite(t);
    const profile = new Profile(t, look.profile);
    const person = await profile.open('data:text/html,<html data-ready=true>');
    await person.page.clock.setFixedTime(new Date('2026-11-24T09:30:00Z'));
    await person.goto(address);
    const seen = [];
    const visit = async (name, who = person) => {
      const file = `${look.name}-${name}.yml`;
      seen.push(file);
      // What is being typed there is no change yet, and the clock that would store its last letters stands still:
      // how many went with the first depends on who was quicker.
      const isTyping = /^start-(when|link)$/.test(name);
      if (!isTyping) await who.sees('Saved in this browser');
      const whole = `${withoutIds(await who.page.locator('body').ariaSnapshot())}\n${await furtherOf(who.page)}`;
      const snapshot = isTyping ? whole.replace('Saving …', 'Saved in this browser') : whole;
      if (process.env.CAIRN_GOLDEN === 'write') writeFileSync(folder + file, snapshot);
      assert.ok(existsSync(folder + file), `${file} is missing`);
      assert.equal(snapshot, readFileSync(folder + file, 'utf8'), file);
      assert.deepEqual(await who.axe(), [], name);
      await who.rest();
      if (look.name === 'desktop' && !isTyping) assert.equal(await framesOf(who.page, IDLE), 0, name);
    };
    await tour(person, look.name === 'phone', visit);
    await person.goto(`${address}#/`);
    await person.reload();
    const other = await new Profile(t, look.profile).open('data:text/html,<html data-ready=true>');
    await other.page.clock.setFixedTime(new Date('2026-11-24T09:30:00Z'));
    await other.goto(address);
    await exchange(person, other, visit);
    assert.deepEqual(readdirSync(folder).filter((file) => file.startsWith(look.name)).sort(), seen.sort());
  });
}

test('every action by keyboard alone: by its name, and by its shortcut', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.key('Look at an example');
  await person.sees('Example: counted nowhere');
  const home = page.url();
  await person.key('Story');
  await person.key('First session');
  const session = page.url();
  await page.goto(home);
  const ends = (end) => async () => assert.ok(page.url().endsWith(end), `${page.url()} ends with ${end}`);
  const steps = () => page.getByRole('checkbox', { name: 'By keyboard' }).count();
  // What each does; those of the registry without an entry here fail below.
  const effects = {
    find: ends('?find'), today: ends('#/'), calendar: ends('#/calendar'), mentorships: ends('#/mentorships'), new: ends('#/start'), open: null,
    now: async () => assert.equal(page.url(), home), goals: ends('/goals'), story: ends('/story'), together: ends('/together'),
    'hand-over': ends('/hand-over'), undo: async () => assert.equal(await steps(), 0), redo: async () => assert.equal(await steps(), 1),
    settings: ends('#/settings'), shortcuts: ends('?shortcuts'),
    present: async () => {
      await person.key('Stop presenting');
      await person.sees('First session');
    },
  };
  const strings = JSON.parse(readFileSync(new URL('../../assets/strings/en.json', import.meta.url), 'utf8'));
  const source = readFileSync(new URL('../../shell/frame/action_registry.cpp', import.meta.url), 'utf8');
  const registry = [...source.matchAll(/^ {4}\{"([a-z-]+)", S::(\w+), "([^"]*)"/gm)].map(([, key, label, shortcut]) => ({ key, label: strings[label], shortcut }));
  assert.deepEqual(registry.map(({ key }) => key).sort(), Object.keys(effects).sort());

  await person.keys('Add a next step', 'By keyboard', 'Enter');
  assert.equal(await steps(), 1);
  const doIt = async ({ key }, way) => {
    const chooser = key === 'open' ? page.waitForEvent('filechooser') : null;
    await way();
    await person.rest();
    if (chooser) await chooser;
    else await effects[key]();
  };
  for (const action of registry) {
    // Where undo and redo can be seen; each begins outside editors and sheets.
    const begin = async () => {
      const from = action.key === 'present' ? session : home;
      if (page.url() !== from) await page.goto(from);
      await page.evaluate(() => document.activeElement?.blur());
      await person.rest();
    };
    if (action.key !== 'find') {
      await begin();
      await doIt(action, async () => {
        await page.keyboard.press('Control+k');
        await person.rest();
        await page.keyboard.type(action.label);
        await person.rest();
        await page.keyboard.press('Enter');
      });
    }
    if (!action.shortcut) continue;
    await begin();
    // Once more what its name has done.
    if (action.key === 'undo') await page.keyboard.press('Control+Shift+Z');
    if (action.key === 'redo') await page.keyboard.press('Control+Z');
    await person.rest();
    await doIt(action, () => page.keyboard.press(action.shortcut.replace('Ctrl', 'Control')));
  }
});

test('what opens above the page, by keyboard alone: it takes the focus, Escape gives it back', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await person.rest();
    }
  };
  await person.page.clock.setFixedTime(new Date('2026-11-24T09:30:00Z'));
  await person.key('Look at an example');
  await person.key('Goals');

  // A calendar: a week on, a day back, and taken.
  await person.key('By when: choose from a calendar');
  const opened = await focused();
  assert.match(opened, /^\w{3} \d+ \w{3} \d{4}$/);
  assert.deepEqual(await person.axe(), []);
  await press('Escape');
  assert.equal(await focused(), 'By when: choose from a calendar');
  await press('Enter', 'ArrowDown', 'ArrowLeft');
  const chosen = await focused();
  assert.notEqual(chosen, opened);
  await press('Enter');
  assert.equal(await person.field('By when').inputValue(), chosen);

  // A radio group: arrows choose.
  await person.tabTo('Open');
  await press('ArrowRight');
  assert.equal(await focused(), 'Reached');
  assert.equal(await page.getByRole('radio', { name: 'Reached' }).first().getAttribute('aria-checked'), 'true');

  // A menu.
  await person.key('More for “Lead a release from plan to announcement”');
  assert.equal(await focused(), 'Remove');
  assert.deepEqual(await person.axe(), []);
  await press('Enter');
  await person.sees('Undo this');

  // A question.
  await press('Control+,');
  await person.key('Erase for good: Lead a release from plan to announcement');
  assert.equal(await page.getByRole('alertdialog').count(), 1);
  assert.deepEqual(await person.axe(), []);
  await press('Escape');
  assert.equal(await page.getByRole('alertdialog').count(), 0);
  assert.equal(await page.getByRole('dialog').count(), 1, 'the sheet is still there');
  await person.key('Erase for good: Lead a release from plan to announcement');
  await person.key('Erase for good');
  await person.sees('Erased from this browser');
  assert.deepEqual(person.errors, []);
});

/** What Tab should reach: everything that is not below a sheet, of a list one. */
const reachable = (page) => page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a, input, textarea)')]
  .filter((element) => !element.closest('[inert]') && element.tabIndex >= 0)
  .map((element) => element.ariaLabel));

/** Tabs until the focus has left the page, forwards or backwards; the names that had it. */
async function tabOut(person, key, visit) {
  const met = [];
  for (let steps = 0; steps < 120; ++steps) {
    await person.page.keyboard.press(key);
    if (visit) await person.rest();
    const name = await person.page.evaluate(() => (document.activeElement === document.body ? null : document.activeElement.ariaLabel ?? document.activeElement.textContent));
    if (name === null) return met;
    met.push(name);
    await visit?.(name);
  }
  throw new Error(`${key} does not leave the page: ${met.slice(-40).join(' | ')}`);
}

/** The share of pixels along the focused element's edge that are others without the focus. */
async function ringOf(person) {
  const { page } = person;
  const clip = await page.evaluate(() => {
    const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
    const [x, y] = [Math.max(0, left - 4), Math.max(0, top - 4)];
    return { x, y, width: Math.min(innerWidth, right + 4) - x, height: Math.min(innerHeight, bottom + 4) - y };
  });
  const focused = await page.screenshot({ clip });
  const element = await page.evaluateHandle(() => document.activeElement);
  await element.evaluate((one) => one.blur());
  await person.rest();
  const ring = difference(focused, await page.screenshot({ clip }), 6);
  await element.evaluate((one) => one.focus({ preventScroll: true }));
  await person.rest();
  return ring;
}

test('Tab reaches every control of every screen, forwards and backwards, and leaves the page again', async (t) => {
  const profile = new Profile(t);
  const person = await profile.open(await startSite(t));
  let all = 0;
  await tour(person, false, async (name) => {
    const wanted = await reachable(person.page);
    all += wanted.length;
    await tabOut(person, 'Tab');
    for (const key of ['Tab', 'Shift+Tab']) {
      const met = await tabOut(person, key);
      assert.deepEqual(wanted.filter((one) => !met.includes(one)), [], `${name}: ${key}`);
    }
  });
  assert.ok(all > 300, String(all));
});

test('whatever has the keyboard shows it by its edge', async (t) => {
  const person = await new Profile(t, { colorScheme: 'dark' }).open(await startSite(t));
  let seen = 0;
  await tour(person, false, async (name) => {
    if (!/^(now|session-talk|settings)$/.test(name)) return;
    await tabOut(person, 'Tab');
    await tabOut(person, 'Tab', async (control) => {
      const ring = await ringOf(person);
      assert.ok(ring > 0.1, `${name}, ${control}: ${ring}`);
      ++seen;
    });
  });
  assert.ok(seen > 40, String(seen));
});
