// Words arrive in a field in more ways than by one key a letter: input methods, dead keys, dictation,
// corrections, phones, long pastes. What a field shows and what is saved is the same, each time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Profile, startSite } from './harness.mjs';
import { inkOf } from './png.mjs';

/** On the first session's Prepare, with the "Add a next step" and agenda fields at hand. */
async function begin(t, options = {}) {
  const person = await new Profile(t, options).open(await startSite(t));
  await person.press('button', 'Look at an example');
  await person.press('link', 'Goals');
  const session = await person.page.context().newCDPSession(person.page);
  return { person, page: person.page, session };
}
const GOAL = 'Add a goal';

/** As an input method does: what is composed changes until it is committed. */
async function compose(session, steps, committed) {
  for (const text of steps) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Process', windowsVirtualKeyCode: 229 });
  }
  await session.send('Input.insertText', { text: committed });
}

const methods = [
  ['Japanese', ['に', 'にほ', 'にほんご', '日本語'], '日本語'],
  ['Korean', ['ㅎ', '하', '한', '한ㄱ', '한그', '한글'], '한글'],
  ['Vietnamese telex', ['v', 'vi', 'viê', 'việ', 'việt'], 'việt'],
  ['a dead key', ['´'], 'é'],
];
for (const [name, steps, committed] of methods) {
  test(`${name}: what is being composed stays the field's own, Enter in it ends nothing`, async (t) => {
    const { person, page, session } = await begin(t);
    await person.enter(GOAL, 'A ');
    const count = () => page.locator('[aria-label="Goal"]').count();
    const before = await count();
    for (const text of steps) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      assert.equal(await person.field(GOAL).inputValue(), `A ${text}`);
    }
    // The Enter that takes a candidate.
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    await person.rest();
    assert.equal(await count(), before);
    await session.send('Input.insertText', { text: committed });
    assert.equal(await person.field(GOAL).inputValue(), `A ${committed}`);
    await page.keyboard.press('Enter');
    await person.sees(`A ${committed}`);
    await person.saved();
    await person.reload();
    await person.sees(`A ${committed}`);
    assert.deepEqual(person.errors, []);
  });
}

test("a phone's keyboard, whose keys are all 229", async (t) => {
  const { person, page, session } = await begin(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await person.tap('textbox', GOAL);
  await compose(session, ['l', 'le', 'lea', 'lead'], 'Lead ');
  await compose(session, ['a'], 'a ');
  await compose(session, ['t', 'ta', 'tal', 'talk'], 'talk');
  assert.equal(await person.field(GOAL).inputValue(), 'Lead a talk');
  await page.keyboard.press('Enter');
  await person.sees('Lead a talk');
  await person.saved();
});

test('dictation, an emoji picker and a correction put in more than a letter', async (t) => {
  const { person, page, session } = await begin(t);
  await person.enter(GOAL, '');
  await session.send('Input.insertText', { text: 'Lead teh next release' });
  await session.send('Input.insertText', { text: ' 👩‍👩‍👧🇵🇹' });
  // What a correction replaces is selected first.
  await person.field(GOAL).evaluate((input) => input.setSelectionRange(5, 8));
  await session.send('Input.insertText', { text: 'the' });
  assert.equal(await person.field(GOAL).inputValue(), 'Lead the next release 👩‍👩‍👧🇵🇹');
  await page.keyboard.press('Enter');
  await person.saved();
  await person.reload();
  await person.sees('Lead the next release 👩‍👩‍👧🇵🇹');
});

test("undo in a field is the field's, until it is left", async (t) => {
  const { person, page } = await begin(t);
  await person.enter('Expected outcome', 'One release. ');
  await page.keyboard.insertText('Two if it goes well.');
  await page.keyboard.press('Control+z');
  await person.rest();
  const value = await person.field('Expected outcome').inputValue();
  assert.ok(!value.includes('Two if'), value);
  assert.equal(await page.locator('main').count(), 1);
  await page.keyboard.press('Control+Shift+z');
  assert.ok((await person.field('Expected outcome').inputValue()).endsWith('Two if it goes well.'));
});

test('100 kB are pasted, shown, saved, and there again; spelling is marked', async (t) => {
  const { person, page } = await begin(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  await person.press('link', 'Talk');
  const label = await page.evaluate(() => document.querySelector('textarea').ariaLabel);
  const notes = person.field(label);
  const line = 'What we said, and what follows from it until the next time we talk. ';
  const long = line.repeat(Math.ceil(100_000 / line.length));
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await person.reveal(notes);
  await notes.click();
  await page.keyboard.press('Control+A');
  const before = await notes.inputValue();
  await page.keyboard.press('Control+V');
  await person.rest();
  assert.equal(await notes.inputValue(), long);
  await page.keyboard.type('!');
  for (const expected of [long, before]) {
    await page.keyboard.press('Control+Z');
    await person.rest();
    assert.equal(await notes.inputValue(), expected, 'undo takes back the letter, then the long paste');
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  await person.rest();
  assert.equal(await notes.inputValue(), long);
  assert.equal(await notes.evaluate((element) => element.spellcheck), true);
  const top = await notes.evaluate((element) => element.getBoundingClientRect().top);
  await page.keyboard.type('End.');
  await person.rest();
  assert.ok((await notes.evaluate((element) => element.getBoundingClientRect().top)) <= top + 1, 'the line does not jump down');
  await page.keyboard.press('Tab');
  await person.rest();
  await person.saved();
  await person.reload();
  assert.equal(await person.field(label).inputValue(), `${long}End.`);
  assert.deepEqual(person.errors, []);
});

test('words that are dragged into a field from elsewhere, a few and very many', async (t) => {
  const { person, page, session } = await begin(t);
  const outcome = person.field('Expected outcome');
  await person.reveal(outcome);
  for (const text of ['dragged', 'A long line from elsewhere. '.repeat(2_000)]) {
    await outcome.fill('');
    await person.rest();
    const box = await outcome.boundingBox();
    const [x, y] = [box.x + 30, box.y + 20];
    const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await person.rest();
    assert.equal(await outcome.inputValue(), text);
  }
  assert.deepEqual(person.errors, []);
});

for (const [name, viewport] of [['desktop', { width: 1280, height: 800 }], ['a phone with its keyboard open', { width: 390, height: 430 }]]) {
  test(`long notes, ${name}: the page follows the caret, up and down`, async (t) => {
    const { person, page } = await begin(t, { viewport });
    await person.press('link', 'Story');
    await person.press('link', 'First session');
    await person.press('link', 'Talk');
    const notes = page.getByRole('textbox', { name: 'Notes', exact: true });
    await notes.focus();
    for (let line = 0; line < 40; ++line) {
      await page.keyboard.type(`Line ${line}`);
      await page.keyboard.press('Enter');
    }
    const bottom = () => notes.evaluate((field) => field.getBoundingClientRect().bottom);
    await page.waitForFunction((height) => document.activeElement.getBoundingClientRect().bottom < height, viewport.height);
    assert.ok(await bottom() > viewport.height / 4, 'the last line is in sight');
    await page.waitForFunction(() => document.activeElement.scrollTop === 0);
    await page.keyboard.press('Control+Home');
    await page.waitForFunction(() => document.activeElement.getBoundingClientRect().top >= 0);
  });
}

test('when a field becomes an editor its words stay where they were, and the caret is where one pressed', async (t) => {
  const { person, page } = await begin(t);
  for (const label of ['Goal', 'Expected outcome']) {
    const field = person.field(label);
    await person.reveal(field);
    const box = await field.boundingBox();
    const clip = { x: box.x + 6, y: box.y + 6, width: box.width - 12, height: Math.min(box.height, 44) - 12 };
    await page.mouse.move(4, 4);
    await page.evaluate(() => document.activeElement?.blur());
    await person.rest();
    const shown = inkOf(await page.screenshot({ clip }));
    const value = await field.inputValue();
    // Between the twelfth letter and the one behind it.
    const x = await field.evaluate((element) => {
      const pen = document.createElement('canvas').getContext('2d');
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      pen.fontKerning = 'none';
      return pen.measureText(element.value.slice(0, 12)).width;
    });
    await page.mouse.click(box.x + 12 + x + 1, box.y + 22);
    await person.rest();
    assert.deepEqual(await field.evaluate((element) => [element.selectionStart, element.selectionEnd]), [12, 12], label);
    await field.evaluate((element) => { element.style.caretColor = 'transparent'; });
    const edited = inkOf(await page.screenshot({ clip }));
    await field.evaluate((element) => { element.style.caretColor = ''; });
    assert.ok(shown.ink > 200, `${label}: ${shown.ink}`);
    const far = Math.max(shown.farFrom(edited), edited.farFrom(shown));
    assert.ok(far <= 0.01 * shown.ink, `${label}: ${far} of ${shown.ink} pixels elsewhere`);
    await page.keyboard.type('!');
    assert.equal(await field.inputValue(), `${value.slice(0, 12)}!${value.slice(12)}`);
    await page.keyboard.press('Backspace');
  }
});

test('the wheel moves the page below an open editor, and what opens above it ends the editing and keeps the words', async (t) => {
  const { person, page } = await begin(t);
  const field = person.field('Expected outcome');
  await person.enter('Expected outcome', 'Half a sen');
  const before = await field.boundingBox();
  await page.mouse.move(before.x + 60, before.y + 30);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction((top) => document.activeElement.getBoundingClientRect().top < top, before.y);
  await person.rest();
  const moved = await field.boundingBox();
  const heading = await page.getByRole('textbox', { name: 'Goal', exact: true }).first().boundingBox();
  assert.ok(moved.y < before.y && heading.y < moved.y);
  await page.keyboard.type('tence');
  assert.equal(await field.inputValue(), 'Half a sentence');

  // A calendar of the field below opens over other fields: none of these shows through it, or takes its press.
  await person.press('button', 'By when: choose from a calendar');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BUTTON');
  const day = page.getByRole('gridcell').nth(10);
  const { x, y, width, height } = await day.boundingBox();
  const hit = await page.evaluate(([left, top]) => document.elementFromPoint(left, top).getAttribute('role'), [x + width / 2, y + height / 2]);
  assert.equal(hit, 'gridcell');
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('textarea')].every((area) => area.closest('[inert]') && getComputedStyle(area).color === 'rgba(0, 0, 0, 0)')), true);
  await page.keyboard.press('Escape');
  await person.rest();
  assert.equal(await field.inputValue(), 'Half a sentence');
  await person.saved();
  await person.reload();
  assert.equal(await person.field('Expected outcome').inputValue(), 'Half a sentence');
});

/** Every place that the example's own links lead to, and the questions before a first mentorship. */
async function placesWithFields(person) {
  const links = await person.page.locator('#mirror a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  return ['#/start', '#/start/when', ...new Set(links.filter((link) => link?.startsWith('#/m/')))];
}

test('what is typed and left, or taken back, before the next frame is drawn: every field shows it', async (t) => {
  const { person, page } = await begin(t);
  const seen = new Set();
  for (const place of await placesWithFields(person)) {
    await page.evaluate((hash) => (location.hash = hash), place);
    await person.rest();
    const labels = await page.locator('#mirror :is(input, textarea)').evaluateAll((all) => all.map((field) => field.ariaLabel));
    for (const label of labels) {
      const field = page.getByRole('textbox', { name: label, exact: true }).first();
      if (seen.has(label) || (await field.count()) === 0) continue;
      seen.add(label);
      const before = await field.inputValue();
      // As the window is left for another: the field stays the document's own.
      await field.evaluate((element) => {
        element.focus();
        element.setSelectionRange(element.value.length, element.value.length);
        document.execCommand('insertText', false, 'xyz');
        element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      });
      await person.rest();
      const left = await field.inputValue().catch(() => undefined);
      assert.ok(left === undefined || left.includes('xyz'), `${place}: ${label} had “${before}”, shows “${left}”`);
      await field.evaluate((element) => {
        element.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        document.execCommand('insertText', false, 'uvw');
      });
      await person.rest();
      const took = await field.evaluate((element) => {
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        const { value } = element;
        document.execCommand('insertText', false, 'z');
        return value;
      });
      assert.ok(!took.includes('uvw'), `${place}: ${label} shows “${took}” after Escape`);
      await person.rest();
      assert.equal(await field.inputValue(), `${took}z`, `${place}: ${label}`);
      await page.keyboard.press('Escape');
      await person.rest();
    }
  }
  assert.ok(seen.size > 10, [...seen].join(', '));
});
