// A canvas as a page: addresses, scroll, touch, themes, paper, sub-path, mirror.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Profile, startSite, withExample } from './harness.mjs';

const scrollOf = (person) => person.page.evaluate(() =>
  Math.abs(new DOMMatrix(getComputedStyle(document.querySelector('main > .content')).transform).m42));

test('every screen has an address; Back and reload find the place and its scroll again', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await person.press('link', 'Goals');
  assert.match(page.url(), /#\/m\/[0-9a-z]{16}\/goals$/);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 180);
  await person.rest();
  const scroll = await scrollOf(person);
  assert.ok(scroll > 100, String(scroll));
  await page.waitForFunction(() => (history.state?.scroll ?? 0) > 100);
  await person.press('link', 'Mentorships');
  assert.equal(await scrollOf(person), 0);
  await page.goBack();
  await person.sees('Expected outcome');
  await person.rest();
  assert.equal(await scrollOf(person), scroll);
  await person.reload();
  await person.rest();
  assert.equal(await scrollOf(person), scroll);
  await page.goForward();
  await person.sees('3 sessions held');
  // Forward too leads to the place where one was.
  await page.goBack();
  await person.rest();
  await page.goBack();
  await person.sees('Open steps');
  await person.rest();
  assert.equal(await scrollOf(person), 0);
  await page.goForward();
  await person.sees('Expected outcome');
  await person.rest();
  assert.equal(await scrollOf(person), scroll);
});

test('Back closes a sheet, Escape too, and what lies below it cannot be reached', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await person.press('button', 'Hand over');
  assert.equal(await page.locator('[role=dialog]').count(), 1);
  assert.equal(await page.locator('main').first().evaluate((main) => main.inert), true);
  await page.goBack();
  await page.waitForSelector('[role=dialog]', { state: 'detached' });
  await person.press('link', 'Settings');
  await page.waitForSelector('[role=dialog]');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[role=dialog]', { state: 'detached' });
});

test('a click counts once, by mouse, by finger, by key and by a screen reader', async (t) => {
  const { person } = await withExample(t, { profile: { hasTouch: true } });
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  await person.press('link', 'Talk');
  const name = 'Send the notes';
  await person.submit('Add a next step', name);
  const box = person.role('checkbox', name);
  // It comes to this state, and stays there once everything rests.
  const becomes = async (wanted, how) => {
    await person.page.waitForFunction(([key, checked]) =>
      document.querySelector(`[role=checkbox][aria-label="${key}"]`)?.ariaChecked === checked, [name, wanted]);
    await person.rest();
    assert.equal(await box.getAttribute('aria-checked'), wanted, how);
  };
  await person.press('checkbox', name);
  await becomes('true', 'by mouse');
  await person.tap('checkbox', name);
  await becomes('false', 'by finger');
  await box.focus();
  await person.page.keyboard.press('Space');
  await becomes('true', 'by key');
  await box.evaluate((element) => element.click()); // what assistive technology does
  await becomes('false', 'by a screen reader');
});

test('each mirror element lies exactly over what is drawn', async (t) => {
  const { person } = await withExample(t);
  await person.press('link', 'Mentorships');
  const box = await person.role('button', 'New mentorship').boundingBox();
  const pixel = async (x, y) => {
    const { PNG } = await import('./png.mjs');
    return PNG(await person.page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 1, height: 1 } }));
  };
  // The button's border is there, and one pixel further out is the page.
  const ground = await pixel(box.x - 3, box.y + box.height / 2);
  const edge = await pixel(box.x, box.y + box.height / 2);
  assert.notDeepEqual(edge, ground);
  assert.deepEqual(await pixel(box.x + box.width + 2, box.y + box.height / 2), ground);
});

test('a phone: touch scrolls and presses, a field is typed into', async (t) => {
  const { person } = await withExample(t, {
    profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } });
  const { page } = person;
  await person.tap('link', 'Goals');
  const session = await person.page.context().newCDPSession(page);
  const touch = (type, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] });
  await touch('touchStart', 600);
  for (let y = 590; y > 300; y -= 20) await touch('touchMove', y);
  // The finger rests before it lifts: a browser takes the tap behind a fling for one that stops it.
  await person.rest();
  await touch('touchMove', 300);
  await touch('touchEnd', 300);
  await page.waitForFunction(() => -new DOMMatrix(getComputedStyle(document.querySelector('main > .content')).transform).m42 > 150);
  await person.rest();
  await person.tap('textbox', 'Add a goal');
  await page.keyboard.type('Learn to say no');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some((field) => field.value === 'Learn to say no'));
  assert.deepEqual(await person.axe(), []);
});

test('an editor keeps composition, undo and paste to itself', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await person.press('link', 'Goals');
  const field = person.field('Goal');
  await person.reveal(field);
  await field.click();
  const session = await page.context().newCDPSession(page);
  await page.keyboard.press('Control+A');
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.insertText', { text: '日本' });
  assert.equal(await field.inputValue(), '日本');
  await page.keyboard.press('Tab');
  await person.rest();
  await person.sees('日本');
  await person.saved();
  await person.reload();
  assert.equal(await person.field('Goal').inputValue(), '日本');
});

test('light and dark follow the system, or the choice in settings', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  const ground = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--ground'));
  assert.equal(await ground(), '#f7f6f2');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--ground') === '#131517');
  await person.press('link', 'Settings');
  await person.press('radio', 'Light');
  assert.equal(await ground(), '#f7f6f2');
  await person.reload();
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--ground') === '#f7f6f2');
});

test('a system that forces its colours gets them, each word once', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  const ownGround = await page.evaluate(() => document.documentElement.style.getPropertyValue('--ground'));
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.waitForFunction((own) => document.documentElement.style.getPropertyValue('--ground') !== own, ownGround);
  const { canvas, ground, seen } = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.cssText = 'color: Canvas; forced-color-adjust: none';
    const hex = (css) => `#${css.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    const words = [...document.querySelectorAll('#mirror :is(p, h1, h2, button, a)')];
    return {
      canvas: hex(getComputedStyle(probe).color),
      ground: document.documentElement.style.getPropertyValue('--ground'),
      // What is drawn is not to be seen a second time in the page's own letters.
      seen: words.filter((word) => !/, 0\)$/.test(getComputedStyle(word).color)).map((word) => word.textContent),
    };
  });
  assert.equal(ground, canvas);
  assert.deepEqual(seen, []);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--ground') === '#131517');
});

test('on a Mac the shortcuts are shown, and work, with its own key', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
  await person.reload();
  await page.keyboard.press('Control+/'); // nothing on a Mac
  await page.keyboard.press('Meta+/');
  await person.sees('Keyboard shortcuts');
  await page.waitForFunction(() => document.getElementById('mirror').outerHTML.includes('⇧⌘Z'));
  assert.ok(!(await page.evaluate(() => document.getElementById('mirror').outerHTML)).includes('Ctrl'));
});

test('printed, a place is a page of its own with all that it says', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  await person.press('link', 'Goals');
  await page.evaluate(() => addEventListener('beforeprint', () => (globalThis.paper = document.getElementById('paper').innerText)));
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.ok((await page.pdf()).length > 5_000);
  const paper = await page.evaluate(() => globalThis.paper);
  for (const words of ['Amina Okafor', 'Aim of the mentorship', 'be trusted with a release', 'Lead a release from plan to announcement',
    '“Lead a release from plan to announcement” is Open']) {
    assert.ok(paper.includes(words), `${words} is in\n${paper}`);
  }
  for (const words of ['Hand over', 'Undo', 'Add a goal', 'Together', 'Reached']) assert.ok(!paper.includes(words), `${words} is in\n${paper}`);
  assert.equal(await page.locator('#paper').count(), 0, 'gone when it is printed');
});

test('printed, a long list has all its rows', async (t) => {
  const { person } = await withExample(t);
  const { page } = person;
  const sessions = Array.from({ length: 90 }, (_, at) => ({ title: `Talk ${at + 1}` }));
  const plan = { people: [{ name: 'Ana', role: 'mentor' }, { name: 'Bo Lind', role: 'mentee' }], sessions };
  await person.press('link', 'Today');
  await person.openFile({ name: 'long.json', text: JSON.stringify({ format: 'cairn-mentorship', version: { major: 1, minor: 0 }, id: 'handmade00000002', plan }) });
  await person.press('button', 'I am Ana');
  await person.press('link', 'Story');
  await page.evaluate(() => addEventListener('beforeprint', () => (globalThis.paper = document.getElementById('paper').innerText)));
  const inTree = () => page.locator('[role=list][aria-label=Sessions] > *').count();
  const before = await inTree();
  assert.ok(before < 40, `${before} are in the tree`);
  await page.pdf();
  assert.equal((await page.evaluate(() => globalThis.paper)).match(/Talk \d+/g).length, 90);
  await page.waitForFunction((most) => document.querySelectorAll('[role=list][aria-label=Sessions] > *').length <= most, before);
});

test('the site works below a path of its own', async (t) => {
  const { person, profile } = await withExample(t, { base: '/a/deep/path/' });
  await person.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await profile.context.setOffline(true);
  await person.reload();
  await person.sees('Example: counted nowhere');
  assert.deepEqual(profile.foreign, []);
});

test('a file is opened by paste and by drop, wherever one is', async (t) => {
  const { person, profile } = await withExample(t);
  const { page } = person;
  const golden = new URL('../golden/mentor.cairn.json', import.meta.url).pathname;
  await profile.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), readFileSync(golden, 'utf8'));
  await page.keyboard.press('Control+v');
  await person.sees('hands you your mentorship');
  await page.goBack();
  await person.sees('Example: counted nowhere');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [golden], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  }
  await person.sees('hands you your mentorship');
  await person.sees('mentor.cairn.json');
  await person.press('button', 'I am Amina Okafor');
  await person.sees('Read the release guide');
});
