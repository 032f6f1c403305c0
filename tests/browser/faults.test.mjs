// What browsers do to a page that is being written in: killed at random, closed right after a key,
// two tabs at once. Each time: nothing that was said to be saved is missing, and at most the last
// second of typing otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbers } from '../numbers.mjs';
import { Profile, startSite } from './harness.mjs';
import { another, begin, start } from './store.mjs';

/** The suite `walk` kills over everything that a person does. */
const KILLS = process.env.CAIRN_LONG ? 200 : 5;
const EDITS = process.env.CAIRN_LONG ? 1_000 : 120;
const seed = Number(process.env.CAIRN_SEED ?? Date.now() % 1e9);
const random = numbers(seed);

/** The steps on screen and what is in the composer, as the page shows them. */
const shown = (page) => page.evaluate(() => ({
  steps: [...document.querySelectorAll('#mirror [role=checkbox]')].map((box) => box.ariaLabel ?? box.textContent),
  composer: document.querySelector('#mirror input[aria-label="Add a next step"]')?.value ?? '',
}));

/** From now on the page reports each of its frames: what was on screen, and what it said about saving. */
async function report(page, seen) {
  await page.exposeFunction('reportFrame', (frame) => seen(frame));
  await page.evaluate(() => {
    new MutationObserver(() => {
      const words = [...document.querySelectorAll('nav p')].map((p) => p.textContent);
      globalThis.reportFrame({
        saved: words.includes('Saved in this browser'),
        steps: [...document.querySelectorAll('#mirror [role=checkbox]')].map((box) => box.ariaLabel ?? box.textContent),
      });
    }).observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

test(`killed ${KILLS} times at random while typing never pauses`, async (t) => {
  console.log(`seed ${seed}`);
  const address = await startSite(t);
  const profile = new Profile(t, { onDisk: true });
  let person = await profile.open(address);
  await start(person);
  const place = person.page.url();
  const finished = []; // every step whose Enter was handled, with the time
  const promised = new Set(); // on screen in a frame that said "Saved"
  let between = 0;
  let halfTyped = 0;
  let serial = 0;
  for (let kill = 0; kill < KILLS; ++kill) {
    let last = { saved: true, steps: [] };
    let lastReport = 0;
    let lastKey = 0;
    await report(person.page, (frame) => {
      last = frame;
      lastReport = performance.now();
      if (frame.saved) frame.steps.forEach((step) => promised.add(step));
    });
    await person.reveal(person.field('Add a next step'));
    await person.field('Add a next step').click();
    // What was half typed at the last kill may be in the field again: the first step begins with it.
    const half = (await shown(person.page)).composer;
    let before = half;
    if (half) ++halfTyped;
    const begun = []; // the names of this life, each from its first letter
    let alive = true;
    const typing = (async () => {
      while (alive) {
        const letters = `step ${serial++}`;
        const name = before + letters;
        before = '';
        begun.push(name);
        for (const letter of letters) {
          await person.page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 15 }); // three times as fast as people can
          lastKey = performance.now();
        }
        await person.page.keyboard.press('Enter');
        lastKey = performance.now();
        finished.push({ name, at: lastKey });
      }
    })().catch(() => undefined); // the page is gone
    await new Promise((resolve) => setTimeout(resolve, 300 + random(1_500)));
    const at = performance.now();
    profile.kill();
    if (!last.saved || lastKey > lastReport) ++between;
    alive = false;
    await typing;
    person = await profile.open(place);
    const { steps, composer } = await shown(person.page);
    const there = new Set(steps);
    for (const step of promised) assert.ok(there.has(step), `kill ${kill}: "${step}" was said to be saved`);
    for (const { name, at: when } of finished) {
      if (when < at - 1_000) assert.ok(there.has(name), `kill ${kill}: "${name}" was finished ${Math.round(at - when)} ms before`);
    }
    // What did not survive was never promised; the person would type it again.
    finished.length = 0;
    assert.ok([half, ...begun].some((name) => name.startsWith(composer)), `"${composer}" in the field was never typed`);
    for (const tab of profile.context.pages()) if (tab !== person.page) await tab.close();
  }
  console.log(`${KILLS} kills, ${between} of them between a key and "Saved"; ${promised.size} steps were promised, none is missing; ${halfTyped} times half a step was in the field again`);
  assert.ok(between >= KILLS / 2, 'most kills fell while something was not yet saved');
  assert.ok(promised.size > KILLS, 'there was something to lose');
});

test('a tab that is closed right after a key loses nothing that was said to be saved, and at most the last second', async (t) => {
  const { profile, person } = await begin(t);
  const place = person.page.url();
  let tab = person;
  const keeper = await profile.context.newPage(); // the browser lives on
  let kept = 0;
  for (let round = 0; round < 10; ++round) {
    await tab.submit('Add a next step', `Saved ${round}`);
    await tab.saved();
    await tab.enter('Add a next step', `Right before the end ${round}`);
    await tab.page.keyboard.press('Enter');
    await tab.page.close();
    tab = await another(profile, place);
    const { steps, composer } = await shown(tab.page);
    for (let earlier = 0; earlier <= round; ++earlier) assert.ok(steps.includes(`Saved ${earlier}`), `round ${round}`);
    if (steps.includes(`Right before the end ${round}`) || composer) ++kept;
  }
  console.log(`${kept} of 10 times even what was typed right before the end is there`);
  await keeper.close();
});

test(`two tabs with ${EDITS} random edits hold what an independent list says`, async (t) => {
  console.log(`seed ${seed}`);
  const { profile, person } = await begin(t);
  const tabs = [person, await another(profile, person.page.url())];
  const steps = new Map(); // name -> done
  let notes = '';
  for (let edit = 0; edit < EDITS; ++edit) {
    const tab = tabs[random(2)];
    await tab.page.bringToFront(); // a person looks at one; the other follows unseen
    const kind = random(10);
    const open = [...steps].filter(([, done]) => !done).map(([name]) => name);
    if (kind < 6 || open.length === 0) {
      const name = `Step ${edit}`;
      await tab.submit('Add a next step', name);
      steps.set(name, false);
    } else if (kind < 8) {
      const name = open[random(open.length)];
      await tab.sees(name);
      await tab.press('checkbox', name);
      steps.set(name, true);
    } else {
      // Two tabs that write one text at once make two versions; here each sees the other's first.
      await tab.page.waitForFunction((words) => document.querySelector('textarea[aria-label=Notes]').value === words, notes);
      notes = `Notes as of edit ${edit}`;
      await tab.write('Notes', notes);
      await tab.saved();
    }
  }
  const fresh = await another(profile, person.page.url());
  for (const tab of [...tabs, fresh]) {
    await tab.page.bringToFront();
    await tab.saved();
    await tab.page.waitForFunction((expected) => {
      const boxes = [...document.querySelectorAll('#mirror [role=checkbox][aria-label^="Step "]')];
      const found = Object.fromEntries(boxes.map((box) => [box.ariaLabel ?? box.textContent, box.ariaChecked === 'true']));
      return document.querySelector('textarea[aria-label=Notes]').value === expected.notes &&
        expected.open.every((name) => found[name] === false) && expected.done.every((name) => found[name] !== false) &&
        Object.keys(found).every((name) => expected.open.includes(name) || expected.done.includes(name));
    }, {
      notes,
      open: [...steps].filter(([, done]) => !done).map(([name]) => name),
      done: [...steps].filter(([, done]) => done).map(([name]) => name),
    });
  }
});
