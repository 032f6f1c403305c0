// Pictures of every screen into build/screenshots, in both themes and forced colours, on a large
// screen and on a phone; and the one in the README. Clock and zone are fixed, so that a picture
// changes only when the page does.
import { mkdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Profile, root, startSite } from './harness.mjs';
import { tour } from './tour.mjs';

const out = join(root, 'build/screenshots');
mkdirSync(out, { recursive: true });
mkdirSync(join(root, 'assets/pictures'), { recursive: true });
const ended = [];
const t = { after: (work) => ended.unshift(work) };

const looks = [
  { name: 'desktop', profile: { viewport: { width: 1280, height: 800 } } },
  { name: 'large', profile: { viewport: { width: 2560, height: 1440 } } },
  { name: 'phone', profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
];
const address = await startSite(t);
for (const look of looks) {
  for (const colors of look.name === 'desktop' ? ['light', 'dark', 'forced'] : ['light', 'dark']) {
    const scheme = colors === 'forced' ? { colorScheme: 'dark', forcedColors: 'active' } : { colorScheme: colors };
    const profile = new Profile(t, { ...look.profile, ...scheme });
    const person = await profile.open('data:text/html,<html data-ready=true>');
    await person.page.clock.install({ time: new Date('2026-11-24T09:30:00Z') });
    await person.goto(address);
    const shoot = async (name) => {
      await person.page.mouse.move(0, 0);
      await person.page.waitForTimeout(150);
      await person.page.screenshot({ path: join(out, `${look.name}-${colors}-${name}.png`) });
    };
    await tour(person, look.name === 'phone', shoot);
    console.log(`${look.name} ${colors}`);
  }
}
copyFileSync(join(out, 'desktop-light-now.png'), join(root, 'assets/pictures/cairn.png'));
for (const work of ended) await work();
console.log(`Pictures are in ${out}`);
