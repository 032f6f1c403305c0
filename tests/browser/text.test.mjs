// Text: what the canvas draws is what the browser itself draws, in every script; lines break where
// the browser breaks them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inkOf } from './png.mjs';
import { begin } from './store.mjs';

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
    const { person } = await begin(t, { deviceScaleFactor });
    const { page } = person;
    await person.press('link', '← Amina');
    await person.press('link', 'Goals');
    await person.submit('Add a goal', 'First');
    const field = person.field('Goal');
    for (const [script, words] of Object.entries(SAMPLES)) {
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

test('lines break where the browser breaks them', async (t) => {
  const { person } = await begin(t);
  const { page } = person;
  await person.press('link', '← Amina');
  const notes = 'Remember';
  for (const [script, words] of Object.entries(SAMPLES)) {
    await person.press('link', 'Together');
    const long = Array.from({ length: 9 }, () => words).join(/[一ぁ]/.test(words) ? '。' : ', ');
    await person.write(notes, long);
    await person.press('link', 'Story');
    await person.press('link', 'First session');
    await person.press('link', 'Prepare');
    const shown = page.locator('main p').filter({ hasText: words }).first();
    const [ours, theirs] = await shown.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 8)));
      return [Math.round(element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight)), tops.size];
    });
    t.diagnostic(`${script}: ${ours} lines, ${theirs} in the browser`);
    assert.equal(ours, theirs, script);
    await person.press('link', '← Amina');
  }
});
