// Pictures of every screen, in both themes and on a phone, into build/screenshots; and the one in
// the README. Clock and zone are fixed, so that a picture changes only when the page does.
import { mkdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Profile, root, startSite } from './harness.mjs';

const out = join(root, 'build/screenshots');
mkdirSync(out, { recursive: true });
mkdirSync(join(root, 'assets/pictures'), { recursive: true });
const ended = [];
const t = { after: (work) => ended.unshift(work) };

const looks = [
  { name: 'desktop', profile: { viewport: { width: 1280, height: 800 } } },
  { name: 'phone', profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
];
const address = await startSite(t);
for (const look of looks) {
  for (const colorScheme of ['light', 'dark']) {
    const profile = new Profile(t, { ...look.profile, colorScheme });
    const person = await profile.open('data:text/html,<html data-ready=true>');
    await person.page.clock.install({ time: new Date('2026-11-24T09:30:00Z') });
    await person.goto(address);
    const shoot = async (name) => {
      await person.page.mouse.move(0, 0);
      await person.page.waitForTimeout(150);
      await person.page.screenshot({ path: join(out, `${look.name}-${colorScheme}-${name}.png`) });
    };
    await shoot('start');
    await person.press('button', 'Look at an example');
    await shoot('now');
    for (const tab of ['Goals', 'Story', 'Together']) {
      await person.press('link', tab);
      await shoot(tab.toLowerCase());
    }
    await person.press('link', 'Story');
    await person.press('link', 'First session');
    for (const view of ['Prepare', 'Talk', 'Wrap up']) {
      await person.press('link', view);
      await shoot(`session-${view.toLowerCase().replace(' ', '-')}`);
    }
    await person.press('link', '← Amina Okafor');
    await person.press('button', 'Hand over');
    await shoot('hand-over');
    await person.page.keyboard.press('Escape');
    for (const [name, keys] of [['find', 'Control+k'], ['shortcuts', 'Control+/']]) {
      await person.page.keyboard.press(keys);
      await person.rest();
      await shoot(name);
      await person.page.keyboard.press('Escape');
      await person.rest();
    }
    await person.press(look.name === 'phone' ? 'button' : 'link', 'Today');
    await shoot('today');
    console.log(`${look.name} ${colorScheme}`);
  }
}
copyFileSync(join(out, 'desktop-light-now.png'), join(root, 'assets/pictures/cairn.png'));
for (const work of ended) await work();
console.log(`Pictures are in ${out}`);
