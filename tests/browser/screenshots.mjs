// Pictures of every screen and of the gallery into build/screenshots, in both themes and forced
// colours, on a large screen and on a phone; and the one in the README. Clock and zone are fixed, so that a picture
// changes only when the page does.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Profile, root, startSite, stopBrowser, useWholeBrowser } from './harness.mjs';
import { exchange, GALLERY, tour } from './tour.mjs';

useWholeBrowser();
const out = join(root, 'build/screenshots');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
mkdirSync(join(root, 'assets/pictures'), { recursive: true });
const ended = [];
const t = { after: (work) => ended.unshift(work) };

/** What a screen reader meets: the elements of the mirror, each with its edge. */
async function mirrorOf(person, shoot) {
  await person.press('link', 'Mentorships');
  await person.press('link', 'Amina Okafor');
  await person.page.evaluate(() => {
    const edges = new CSSStyleSheet();
    edges.replaceSync('#mirror :is(p, h1, h2, h3, a, button, input, textarea) { outline: 1px solid #c2410c; outline-offset: -1px; }');
    document.adoptedStyleSheets = [edges];
  });
  await shoot('mirror');
  await person.page.evaluate(() => { document.adoptedStyleSheets = []; });
}

/** What comes above a page, open: a list, a calendar, times, zones, a question, a menu, a notice. */
async function whatOpens(person, debug, shoot) {
  const open = async (page, what, name) => {
    await person.goto(`${debug}#/gallery/${page}`);
    await person.reload();
    await what();
    await person.rest();
    await shoot(`open-${name}`);
  };
  await open('choose', () => person.press('button', 'Who does it?, Nobody yet'), 'list');
  await open('pick', () => person.press('button', 'By when?: choose from a calendar'), 'calendar');
  await open('pick', () => person.press('button', 'At what time?: choose from a list'), 'times');
  await open('pick', () => person.page.getByRole('button', { name: /^Where are they\?/ }).first().click(), 'zones');
  await open('press', () => person.press('button', 'Erase something'), 'question');
  await open('states', () => person.press('button', 'More for “Amina”'), 'menu');
  await open('states', () => person.press('button', 'A notice with undo'), 'notice');
  await open('states', () => person.press('button', 'A sheet'), 'sheet');
}

const looks = [
  { name: 'desktop', profile: { viewport: { width: 1280, height: 800 } } },
  { name: 'sharp', profile: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 } },
  { name: 'large', profile: { viewport: { width: 2560, height: 1440 } } },
  { name: 'large-sharp', profile: { viewport: { width: 2560, height: 1440 }, deviceScaleFactor: 2 } },
  { name: 'phone-plain', profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  { name: 'phone', profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
];
const address = await startSite(t);
const debug = await startSite(t, '/', join(root, 'build/site-debug'));
for (const look of looks) {
  for (const colors of look.name === 'desktop' ? ['light', 'dark', 'forced'] : ['light', 'dark']) {
    const scheme = colors === 'forced' ? { colorScheme: 'dark', forcedColors: 'active' } : { colorScheme: colors };
    const profile = new Profile(t, { ...look.profile, ...scheme });
    const person = await profile.open('data:text/html,<html data-ready=true>');
    await person.page.clock.install({ time: new Date('2026-11-24T09:30:00Z') });
    await person.goto(address);
    const shoot = async (name, who = person) => {
      await who.page.mouse.move(0, 0);
      await who.page.waitForTimeout(150);
      await who.page.screenshot({ path: join(out, `${look.name}-${colors}-${name}.png`) });
    };
    await tour(person, look.profile.isMobile === true, shoot);
    if (look.name === 'desktop') await mirrorOf(person, shoot);
    await person.goto(`${address}#/`);
    await person.reload();
    await exchange(person, await new Profile(t, { ...look.profile, ...scheme }).open(address), shoot);
    for (const page of GALLERY) {
      await person.goto(`${debug}#/gallery/${page}`);
      await person.reload();
      await person.rest();
      await shoot(`gallery-${page}`);
      const unfit = await person.axe();
      if (unfit.length > 0) throw new Error(`gallery ${page}: ${unfit.join('\n')}`);
      // The whole page, not only what is in sight of its first screenful.
      await person.page.mouse.move(look.profile.viewport.width / 2, 500);
      for (let part = 2; part < 5; ++part) {
        const before = await person.page.evaluate(() => document.querySelector('main > .content').style.transform);
        await person.page.mouse.wheel(0, 700);
        await person.rest();
        if (before === (await person.page.evaluate(() => document.querySelector('main > .content').style.transform)) || page === 'lists') break;
        await shoot(`gallery-${page}-${part}`);
        await person.page.mouse.move(look.profile.viewport.width / 2, 500);
      }
    }
    await whatOpens(person, debug, shoot);
    console.log(`${look.name} ${colors}`);
  }
}
const inReadme = { cairn: 'desktop-light-now', prepare: 'desktop-light-session-prepare', goal: 'desktop-light-goal', people: 'desktop-light-people', talk: 'phone-dark-session-talk', calendar: 'desktop-light-calendar' };
// docs/canvas.md shows how it is done.
Object.assign(inReadme, { mirror: 'desktop-light-mirror', gallery: 'desktop-light-gallery-choose', forced: 'desktop-forced-now' });
for (const [name, picture] of Object.entries(inReadme)) copyFileSync(join(out, `${picture}.png`), join(root, `assets/pictures/${name}.png`));
for (const work of ended) await work();
await stopBrowser();
console.log(`Pictures are in ${out}`);
