// What a very long paste costs: the longest that the page does not answer, in the field and when it is left.
import { Person } from '../browser/harness.mjs';
import { start } from '../browser/store.mjs';

const LONG = 'A line that somebody wrote elsewhere, and another word.\n'.repeat(Math.ceil(1_000_000 / 56)).slice(0, 1_000_000);

/** Presses a key; how long until the second frame after it, in ms. */
async function answerTo(page, key) {
  await page.evaluate(() => {
    globalThis.answered = new Promise((resolve) => {
      addEventListener('keydown', () => {
        const from = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from))));
      }, { once: true, capture: true });
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => globalThis.answered);
}

async function worst(page) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), LONG);
  const times = [await answerTo(page, 'Control+v')];
  for (const key of ['x', 'Tab', 'Shift+Tab']) times.push(await answerTo(page, key));
  return Math.max(...times);
}

export async function pastedRow(browser, address, row) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const person = new Person(page);
  await person.goto(address);
  await start(person);
  await person.enter('Notes', 'Before. ');
  const ours = await worst(page);
  const bare = await context.newPage();
  await bare.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: '<textarea autofocus></textarea><input>' }));
  await bare.goto(new URL('bare', address).href);
  await bare.focus('textarea');
  const theirs = await worst(bare);
  // Nobody's page is faster than the browser's own layout of so many lines.
  const allowed = Math.max(1_000, 1.1 * theirs);
  row('1 MB pasted into notes, typed on and left: the longest wait', ours, 'ms', '≤ 1000, or that of a bare <textarea> + 10 %', ours <= allowed, ['a bare <textarea>', theirs]);
  await context.close();
}
