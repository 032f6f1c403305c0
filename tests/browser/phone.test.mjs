// The main story on a phone, by finger and by its keyboard, which takes half of the screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Profile, startSite } from './harness.mjs';

const TALL = { width: 390, height: 844 };
const WITH_KEYBOARD = { width: 390, height: 430 };

test('on a phone: started, prepared, talked, wrapped up and handed over, by finger alone', async (t) => {
  const person = await new Profile(t, { viewport: TALL, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }).open(await startSite(t));
  const { page } = person;
  /** A finger on the field, the keyboard comes up, the words, and the keyboard goes. */
  const write = async (label, text, end = '') => {
    await person.tap('textbox', label);
    await page.setViewportSize(WITH_KEYBOARD);
    await person.rest();
    const { y, height } = await person.field(label).boundingBox();
    assert.ok(y >= 0 && y + Math.min(height, 40) <= WITH_KEYBOARD.height, `${label} is in sight above the keyboard`);
    await page.keyboard.type(text);
    if (end) await page.keyboard.press(end);
    await person.rest();
    await page.setViewportSize(TALL);
    await person.rest();
  };
  await write('Their name', 'Amina Okafor');
  await write('City or time zone', 'lagos');
  await person.tap('button', 'Next');
  await write('Day and time', 'fri 16:00');
  await person.tap('button', 'Next');
  await person.tap('button', 'Prepare the first session');
  await person.sees('To talk about');
  await write('Private notes', 'Only mine');
  await person.tap('link', 'Talk');
  await write('Add a line to talk about', '@amina write the plan by sun', 'Enter');
  await person.sees('write the plan');
  await person.tap('checkbox', 'Who are we, and what brought each of us here?');
  await person.tap('button', 'End the call');
  await person.sees('Did it happen?');
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'INPUT', 'no keyboard comes up by itself');
  await write('Takeaway, in Amina’s words', 'I can ask');
  await person.tap('radio', 'Good');
  await person.saved();
  await person.tap('button', 'Today');
  await person.tap('checkbox', 'write the plan');
  await person.sees('Undo this');
  await person.tap('button', 'Undo this');
  await person.role('checkbox', 'write the plan').waitFor();
  await person.tap('button', 'Hand over');
  await write('Your name', 'Ana Reis');
  const download = page.waitForEvent('download');
  await person.tap('button', 'Save the file');
  await download;
  await person.tap('button', 'Close');
  await person.reload();
  await person.sees('write the plan');
  assert.deepEqual(person.errors, []);
});

test('a shortcut is the same key where letters are not Latin', async (t) => {
  const person = await new Profile(t).open(await startSite(t));
  const { page } = person;
  const session = await page.context().newCDPSession(page);
  const key = { key: 'л', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: 2 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await page.waitForFunction(() => location.hash.endsWith('?find'));
});
