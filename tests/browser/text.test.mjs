// Text: what the canvas draws is what the browser itself draws, in every script; lines break where
// the browser breaks them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWholeBrowser } from './harness.mjs';
import { inkOf } from './png.mjs';
import { begin } from './store.mjs';

useWholeBrowser();

const SAMPLES = {
  Latin: 'Lead a release on her own, twice',
  Vietnamese: 'Trình bày cho cả nhóm bằng tiếng Việt',
  'a decomposed accent': 'Zoe\u0308 Cafe\u0301 Nguye\u0302\u0303n',
  Arabic: 'تقود الإصدار بنفسها من دون مساعدة',
  'Arabic with Latin': 'تقود الإصدار 2.0 مع Amina بنفسها',
  Hebrew: 'להוביל גרסה לבדה',
  Hindi: 'वह अपने दम पर रिलीज़ का नेतृत्व करती है',
  Thai: 'เธอนำการเผยแพร่ด้วยตัวเอง',
  Chinese: '她独立领导一次发布',
  Japanese: '自分でリリースを率いる',
  Korean: '혼자서 릴리스를 이끈다',
  'a family and a flag': 'Talk to 👨‍👩‍👧‍👦 in 🇵🇹 and 👍🏽',
};

for (const deviceScaleFactor of [1, 2]) {
  test(`the canvas draws as the browser does, at ${deviceScaleFactor} device pixels a pixel`, async (t) => {
    const { person } = await begin(t, { deviceScaleFactor, viewport: { width: 900, height: 600 } }); // each frame costs its pixels
    const { page } = person;
    await person.press('link', '← Amina');
    await person.press('link', 'Goals');
    await person.submit('Add a goal', 'First');
    const fields = { 'in a line': person.field('Goal'), 'in a field that grows': person.field('Expected outcome') };
    const all = Object.entries(fields).flatMap(([where, field]) => Object.entries(SAMPLES).map(([script, words]) => [`${script} ${where}`, words, field]));
    for (const [script, words, field] of all) {
      await field.fill(words);
      await page.keyboard.press('Tab');
      await person.rest();
      const { x, y, width, height } = await field.boundingBox();
      const clip = { x: x + 4, y: y + 6, width: width - 8, height: height - 12 };
      await page.mouse.move(0, 0);
      const ours = inkOf(await page.screenshot({ clip }));
      await field.focus();
      await person.rest();
      const theirs = inkOf(await page.screenshot({ clip }));
      assert.ok(theirs.ink > 300, `${script} is there`);
      const far = ours.farFrom(theirs, deviceScaleFactor);
      t.diagnostic(`${script}: ${ours.ink} and ${theirs.ink} pixels of ink, ${far} of them far from any of the other's`);
      assert.ok(Math.abs(ours.ink - theirs.ink) < 0.12 * theirs.ink, `${script}: as much ink (${ours.ink} and ${theirs.ink})`);
      assert.ok(far <= 0.01 * theirs.ink, `${script}: in the same places (${far} pixels are not)`);
    }
    assert.deepEqual(person.errors, []);
  });
}

/** The element's box as the canvas draws it, and as the browser draws its text. */
async function bothDrawings(page, shown) {
  const { x, y, width, height } = await shown.boundingBox();
  const clip = { x: Math.round(x) - 2, y: Math.round(y), width: Math.round(width) + 4, height: Math.round(height) };
  await page.mouse.move(0, 0);
  const ours = inkOf(await page.screenshot({ clip }));
  const canvas = (visibility) => page.evaluate((how) => (document.getElementById('canvas').style.visibility = how), visibility);
  await canvas('hidden');
  await shown.evaluate((element) => (element.style.color = 'var(--ink)'));
  const theirs = inkOf(await page.screenshot({ clip }));
  await shown.evaluate((element) => (element.style.color = ''));
  await canvas('');
  return [ours, theirs];
}

test('lines break where the browser breaks them', async (t) => {
  const { person } = await begin(t);
  const { page } = person;
  await person.press('link', '← Amina');
  for (const [script, words] of Object.entries(SAMPLES)) {
    await person.press('link', 'Together');
    // Without spaces where none are written.
    const between = /[一ぁ]/.test(words) ? '。' : script === 'Thai' ? '' : ', ';
    await person.write('Remember', Array.from({ length: 9 }, () => words).join(between));
    await person.press('link', 'Story');
    await person.press('link', 'First session');
    await person.press('link', 'Prepare');
    const shown = page.locator('main p').filter({ hasText: words }).first();
    const [ours, theirs] = await bothDrawings(page, shown);
    assert.ok(theirs.ink > 1_000, `${script} is there`);
    const far = ours.farFrom(theirs, 2);
    t.diagnostic(`${script}: ${ours.height / 24} lines, ${ours.ink} and ${theirs.ink} pixels of ink, ${far} far from any of the other's`);
    assert.ok(far <= 0.005 * theirs.ink && theirs.farFrom(ours, 2) <= 0.005 * theirs.ink, `${script}: the same words in the same lines`);
    await person.press('link', '← Amina');
  }
});
