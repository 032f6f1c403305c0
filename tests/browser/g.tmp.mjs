import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { Profile, root, startSite } from './harness.mjs';
import { GALLERY } from './tour.mjs';
const ended = []; const t = { after: (w) => ended.unshift(w) };
mkdirSync('/tmp/g', { recursive: true });
const debug = await startSite(t, '/', join(root, 'build/site-debug'));
const pages = process.argv[2] ? process.argv[2].split(',') : GALLERY;
for (const [name, p] of [['dl', { viewport: { width: 1280, height: 1500 } }], ['dd', { viewport: { width: 1280, height: 1500 }, colorScheme: 'dark' }], ['pl', { viewport: { width: 390, height: 1500 }, hasTouch: true, isMobile: true }]]) {
  const person = await new Profile(t, p).open('data:text/html,<html data-ready=true>');
  await person.page.clock.install({ time: new Date('2026-11-24T09:30:00Z') });
  for (const page of pages) {
    await person.page.goto('about:blank');
    await person.page.goto(`${debug}#/gallery/${page}`); await person.ready(); await person.rest();
    await person.page.screenshot({ path: `/tmp/g/${name}-${page}.png` });
  }
}
for (const w of ended) await w();
