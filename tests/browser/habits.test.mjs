// What people do with any page: they enlarge it, pinch it, press it with the other button, type on a
// phone's keyboard, and open a file by a double click.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Profile, startSite } from './harness.mjs';
import { tour } from './tour.mjs';

const golden = new URL('../golden/mentor.cairn.json', import.meta.url).pathname;

test('at 200 %: every screen can be used, nothing lies beside the page, axe finds nothing', async (t) => {
  // A window of 1280×800 whose page is enlarged twice has 640×400 of its own pixels.
  const profile = new Profile(t, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  const person = await profile.open(await startSite(t));
  await tour(person, true, async (name) => {
    const beside = await person.page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a, input, textarea, p, h1, h2, h3)')]
      .map((element) => [element.getBoundingClientRect(), element.ariaLabel ?? element.textContent])
      .filter(([box]) => box.left < -1 || box.right > innerWidth + 1)
      .map(([, words]) => words));
    assert.deepEqual(beside, [], name);
    assert.deepEqual(await person.axe(), [], name);
  });
});

test('two fingers enlarge the page: the gesture is the browser\'s, and the page stands it', async (t) => {
  const profile = new Profile(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const person = await profile.open(await startSite(t));
  const { page } = person;
  const session = await page.context().newCDPSession(page);
  // The gesture is the browser's (a headless one knows no fingers that pinch): it is given what it would set.
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#stage')).touchAction), 'pinch-zoom');
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await page.waitForFunction(() => visualViewport.scale === 2);
  await person.rest();
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await page.waitForFunction(() => visualViewport.scale === 1);
  await person.tap('button', 'Look at an example');
  await person.sees('Example: counted nowhere');
  assert.deepEqual(person.errors, []);
});

test("the other button opens the browser's menu and presses nothing", async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  await page.evaluate(() => {
    globalThis.menus = [];
    addEventListener('contextmenu', (event) => globalThis.menus.push([event.target.tagName, event.defaultPrevented]));
  });
  const before = page.url();
  await person.role('link', 'Goals').click({ button: 'right' });
  await person.rest();
  assert.equal(page.url(), before);
  assert.deepEqual(await page.evaluate(() => globalThis.menus), [['A', false]]);
});

test("with a phone's keyboard open the field that is typed in stays in sight", async (t) => {
  const profile = new Profile(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const person = await profile.open(await startSite(t));
  const { page } = person;
  await person.tap('button', 'Look at an example');
  await person.tap('link', 'Goals');
  await person.tap('textbox', 'Add a goal');
  await page.setViewportSize({ width: 390, height: 430 }); // interactive-widget=resizes-content
  await person.rest();
  const box = await person.field('Add a goal').boundingBox();
  const bar = await page.locator('nav').last().boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= bar.y, JSON.stringify([box, bar]));
  await page.keyboard.type('Learn to say no');
  await page.keyboard.press('Enter');
  await person.sees('Learn to say no');
});

test('a file that the system opens with Cairn is looked at first, like any other', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const person = await profile.open('data:text/html,<html data-ready=true>');
  const { page } = person;
  await page.addInitScript((text) => {
    const file = new File([text], 'from-amina.cairn.json', { type: 'application/json' });
    const launchQueue = { setConsumer: (consumer) => void consumer({ files: [{ getFile: async () => file }] }) };
    Object.defineProperty(globalThis, 'launchQueue', { value: launchQueue });
  }, readFileSync(golden, 'utf8'));
  await person.goto(address);
  await person.sees('from-amina.cairn.json');
  await person.sees('hands you your mentorship');
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
  assert.equal(manifest.file_handlers[0].action, './');
});

test('a file that the system cannot read is told, by its name', async (t) => {
  const address = await startSite(t);
  const person = await new Profile(t).open('data:text/html,<html data-ready=true>');
  await person.page.addInitScript(() => {
    const handle = { name: 'gone.cairn.json', getFile: async () => { throw new Error('it was moved'); } };
    Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer: (consumer) => void consumer({ files: [handle] }) } });
  });
  await person.goto(address);
  await person.sees('gone.cairn.json (Error: it was moved)');
  assert.deepEqual(person.errors, []);
});

test('who wants less motion gets none: nothing moves by itself', async (t) => {
  const person = await new Profile(t, { reducedMotion: 'reduce' }).open(await startSite(t));
  await person.press('button', 'Look at an example');
  await person.press('link', 'Goals');
  assert.deepEqual(await person.page.evaluate(() => document.getAnimations().length), 0);
  const moving = await person.page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
  }).length);
  assert.equal(moving, 0);
});

test('a link that is opened in a new tab leaves this one where it is', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  const here = page.url();
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Story', exact: true }).click({ modifiers: ['Control'] }),
  ]);
  await opened.waitForURL(/story$/);
  await person.rest();
  assert.equal(page.url(), here);
});

test('what a search has found in notes has the keyboard there', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  await person.press('link', 'Talk');
  await page.getByRole('textbox', { name: 'Notes', exact: true }).fill('About the giraffe');
  await person.press('link', 'Today');
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('What are you'));
  await page.keyboard.type('giraffe');
  await page.getByRole('link', { name: 'About the giraffe' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.value === 'About the giraffe');
});

test('the keys that scroll a page scroll this one; the space bar presses where something can be pressed', async (t) => {
  const person = await new Profile(t, { viewport: { width: 1280, height: 500 } }).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  await person.press('link', 'Together');
  await page.evaluate(() => document.querySelector('h1').focus());
  const scroll = async (keys) => {
    await page.keyboard.press(keys);
    await person.rest();
    return page.evaluate(() => Math.abs(new DOMMatrix(getComputedStyle(document.querySelector('main > .content')).transform).m42));
  };
  const once = await scroll('Space');
  assert.ok(once > 300, String(once));
  assert.equal(await scroll('Shift+Space'), 0);
  const end = await scroll('Control+End');
  assert.ok(end > once, String(end));
  assert.equal(await scroll('Control+Home'), 0);
  await page.getByRole('link', { name: 'Goals', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title === 'Goals · Amina Okafor – Cairn');
});

test('enlarged with two fingers, the page is moved with one: that is the browser\'s', async (t) => {
  const profile = new Profile(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const person = await profile.open(await startSite(t));
  const { page } = person;
  const session = await page.context().newCDPSession(page);
  const touchAction = (wanted) => page.waitForFunction((value) => getComputedStyle(document.querySelector('#stage')).touchAction === value, wanted);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await touchAction('manipulation');
  // By wheel or trackpad, too.
  await page.mouse.move(200, 300);
  await page.mouse.wheel(0, 100);
  await page.waitForFunction(() => visualViewport.pageTop > 20);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await touchAction('pinch-zoom');
});

test('a label leads to its field, a name that did not fit shows whole, a message has its place before it speaks', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  const long = 'Wolfeschlegelsteinhausenbergerdorff the Third of Nowhere in Particular';
  assert.equal(await page.locator('#mirror [role=status][aria-label="Message"]').count(), 1);
  await person.write('Their name', long);
  const field = await person.field('Their name').boundingBox();
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.click(field.x + 8, field.y - 14);
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Their name');
  await person.press('button', 'Next');
  await person.press('button', 'Not yet');
  await person.press('button', 'Prepare the first session');
  await person.sees('To talk about');
  const rail = page.getByRole('link', { name: long, exact: true });
  assert.match(await rail.getAttribute('title'), new RegExp(`^${long}`));
  assert.equal(await page.getByRole('link', { name: 'Today', exact: true }).getAttribute('title'), null);
});

test('a file above the page is told that it may be let go', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [golden], dragOperationsMask: 1 };
  const drag = (type) => session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await drag('dragEnter');
  await drag('dragOver');
  await page.waitForFunction(() => document.documentElement.dataset.drop === 'Let go to open this file');
  await drag('dragCancel');
  await page.waitForFunction(() => document.documentElement.dataset.drop === undefined);
});

test("Back and the keyboard: a sheet that is closed gives the focus back to what opened it", async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  const focused = (name) => page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, name);
  await person.key('Hand over');
  await person.sees('Save the file');
  await page.keyboard.press('Escape');
  await focused('Hand over');
  const [first, second] = ['Write the release checklist, one page', 'Ask two maintainers what went wrong last time'];
  await person.key(first);
  await focused(second);
});

test('Back closes a menu or a calendar, and the page stays; then it goes back', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  await person.press('link', 'Goals');
  await person.press('link', 'Story');
  const here = page.url();
  await person.press('button', 'More for “Amina Okafor”');
  const menu = page.getByRole('menu');
  await menu.waitFor({ state: 'attached' });
  await page.evaluate(() => history.back());
  await menu.waitFor({ state: 'detached' });
  await page.waitForFunction((url) => location.href === url, here);
  assert.equal(await page.title(), 'Story · Amina Okafor – Cairn');
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === 'Goals · Amina Okafor – Cairn');
  await page.evaluate(() => history.forward());
  await page.waitForFunction(() => document.title === 'Story · Amina Okafor – Cairn');
  assert.equal(page.url(), here);
});

test('what a browser lacks is told where one looks for it, and the rest goes on', async (t) => {
  const address = await startSite(t);
  const person = await new Profile(t).open('data:text/html,<html data-ready=true>');
  const { page } = person;
  await page.addInitScript(() => {
    delete Intl.Segmenter;
    delete globalThis.CompressionStream;
    delete Navigator.prototype.locks;
    delete Navigator.prototype.serviceWorker;
  });
  await person.goto(address);
  await person.press('button', 'Look at an example');
  await person.press('link', 'Settings');
  for (const words of ['What this browser cannot do', 'This browser does not keep the page itself', 'half typed when a tab ended', 'cannot put a mentorship into a link', 'where words end in Thai']) await person.sees(words);
  await person.press('button', 'Close');
  await person.press('button', 'Hand over');
  await person.sees('This browser cannot put a mentorship into a link. The file takes it all.');
  await person.press('button', 'Close');
  // Lines still break: between words, and within one that is too long; letters keep their accents.
  await person.submit('Add a next step', `${'ภาษาไทยไม่มีช่องว่าง'.repeat(12)} שלום ${'é̃'.repeat(200)}`);
  await person.saved();
  await person.goto(page.url());
  await person.sees('ภาษาไทย');
  assert.deepEqual(person.errors, []);
});

test('pulling at the top reloads nothing, and no address bar hides', async (t) => {
  const profile = new Profile(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const person = await profile.open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  for (const element of ['html', 'body']) {
    assert.equal(await page.evaluate((name) => getComputedStyle(document.querySelector(name)).overscrollBehaviorY, element), 'none');
  }
  await page.evaluate(() => (globalThis.stillHere = true));
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', { x: 200, y: 200, yDistance: 500, gestureSourceType: 'touch' });
  await person.rest();
  assert.equal(await page.evaluate(() => globalThis.stillHere && document.scrollingElement.scrollTop === 0), true);
});

test('a thing that is dragged is let go wherever that happens, also above a field', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  await person.press('link', 'Talk');
  for (const line of ['One', 'Two', 'Three']) await person.submit('Add a line to talk about', line);
  const grip = await page.getByRole('button', { name: 'Move “One”' }).boundingBox();
  const field = await person.field('Add a line to talk about').boundingBox();
  const drags = () => page.evaluate(() => globalThis.cairn.engine.drags());
  await page.mouse.move(grip.x + 20, grip.y + 20);
  await page.mouse.down();
  await page.mouse.move(field.x + 60, field.y + 10, { steps: 8 });
  await person.rest();
  assert.equal(await drags(), true);
  await page.mouse.up();
  await person.rest();
  assert.equal(await drags(), false);
  const lines = await page.getByRole('checkbox').evaluateAll((all) => all.map((one) => one.ariaLabel).filter((name) => /^(One|Two|Three)$/.test(name)));
  assert.deepEqual(lines, ['Two', 'Three', 'One']);
  assert.equal(await page.evaluate(() => getSelection().toString()), '');
});

for (const deviceScaleFactor of [1, 2]) {
  test(`edges are crisp at ${deviceScaleFactor} device pixels: whole pixels of their colour, and nothing beside them`, async (t) => {
    const { decode } = await import('./png.mjs');
    const person = await new Profile(t, { viewport: { width: 1280, height: 800 }, deviceScaleFactor, colorScheme: 'light' }).open(await startSite(t));
    const { page } = person;
    await person.write('Their name', 'Amina');
    await page.mouse.move(0, 0);
    // The second of a row: it begins behind a text's width, which is no whole number.
    await person.press('button', 'Next');
    const box = await person.role('button', 'Not yet').boundingBox();
    await page.mouse.move(0, 0);
    await person.rest();
    const y = box.y + box.height / 2;
    const x = Math.round(box.x);
    const picture = decode(await page.screenshot({ clip: { x: x - 3, y: Math.round(y), width: 6, height: 1 } }));
    const colors = Array.from({ length: picture.width }, (_, at) => picture.pixels.toString('hex', at * picture.channels, at * picture.channels + 3));
    // From outside to inside: the page, the edge's own pixels, the button. No shade between.
    assert.equal(new Set(colors).size, 3, colors.join('\n'));
    const edge = colors.filter((color) => color !== colors[0] && color !== colors[colors.length - 1]);
    assert.equal(edge.length, deviceScaleFactor, colors.join('\n'));
  });
}

test('words are selected over steps and links, by mouse or all of them, and copied with these', async (t) => {
  const person = await new Profile(t, { permissions: ['clipboard-read', 'clipboard-write'] }).open(await startSite(t));
  const { page } = person;
  await person.press('button', 'Look at an example');
  await person.sees('Example: counted nowhere');
  const copied = async () => {
    await page.keyboard.press('Control+C');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('Control+A');
  const all = await copied();
  const steps = await page.getByRole('checkbox').evaluateAll((found) => found.map((step) => step.ariaLabel));
  assert.ok(steps.length > 0);
  for (const step of steps) assert.ok(all.includes(`- [ ] ${step}\n`), all);
  assert.match(all, /^Amina Okafor$/m);
  assert.doesNotMatch(all, /^(Undo|Hand over)$/m);

  // From the middle of a heading to the middle of a text below the steps.
  const words = page.locator('main :is(h2, p):visible');
  const ends = await words.evaluateAll((found) => {
    const step = document.querySelector('[role=checkbox]').getBoundingClientRect().top;
    const boxes = found.map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
    const above = boxes.filter(({ box }) => box.bottom <= step).at(-1);
    const below = boxes.find(({ box }) => box.top > step && box.bottom < innerHeight);
    return [above, below].map(({ text, box }) => ({ text, x: box.left, y: (box.top + box.bottom) / 2 }));
  });
  await page.mouse.click(120, 500); // what is selected would be dragged
  await page.mouse.move(ends[0].x + 2, ends[0].y);
  await page.mouse.down();
  await page.mouse.move(ends[1].x + 40, ends[1].y, { steps: 6 });
  await page.mouse.up();
  const lines = (await copied()).split('\n');
  assert.equal(lines[0], ends[0].text);
  assert.ok(lines.some((line) => line === `- [ ] ${steps[0]}`), lines.join(' | '));
  assert.ok(ends[1].text.startsWith(lines.at(-1)) && lines.at(-1).length < ends[1].text.length, lines.at(-1));
});
