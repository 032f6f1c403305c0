// Zones by Intl in the browser and by the system's tz database natively say the same. Governments
// change their clocks, and a browser and a system may hold different releases of the database: where
// they differ, each side must be what its own database says when it is read in another way.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { Profile, root } from './harness.mjs';

const ZONES = ['Europe/Lisbon', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Chatham', 'Africa/Casablanca'];

const SETTLED = Date.UTC(2025, 0, 1);

const minutesOf = (sign, hours, minutes) => (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));

/** The system's database, read by `date`. */
function bySystem(zone, instants) {
  const lines = instants.map((instant) => `@${Math.floor(instant / 1_000)}`).join('\n');
  const { stdout } = spawnSync('date', ['-f', '-', '+%z'], { input: lines, encoding: 'utf8', env: { ...process.env, TZ: zone } });
  return stdout.trim().split('\n').map((text) => minutesOf(...text.match(/([+-])(..)(..)/).slice(1)));
}
/** The browser's, read by the name of the offset ("GMT+05:30"). */
const byBrowser = (page, zone, instants) => page.evaluate(([timeZone, all]) => {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return all.map((instant) => format.formatToParts(instant).find((part) => part.type === 'timeZoneName').value);
}, [zone, instants]).then((names) => names.map((name) => minutesOf(...(name.match(/([+-])(\d\d):(\d\d)/) ?? ['', '+', 0, 0]).slice(1))));

test('offsets of six zones from 2020 to 2030, at every change and every sixth hour', async (t) => {
  const bundle = await build({ entryPoints: [join(root, 'web/zones.ts')], bundle: true, write: false, format: 'iife', globalName: 'zones' });
  const person = await new Profile(t).open('data:text/html,<html data-ready=true>');
  await person.page.evaluate(`${bundle.outputFiles[0].text}; globalThis.zones = zones;`);
  let compared = 0;
  let changes = 0;
  let differing = 0;
  for (const zone of ZONES) {
    const { stdout, status } = spawnSync(join(root, 'build/native-debug/tests/zone_offsets'), [zone, Date.UTC(2020, 0, 1), Date.UTC(2031, 0, 1)].map(String), { encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.equal(status, 0);
    const expected = stdout.trim().split('\n').map((line) => line.split(' ').map(Number));
    const found = await person.page.evaluate(({ name, instants }) => instants.map((instant) => globalThis.zones.zoneOffset(name, instant)),
      { name: zone, instants: expected.map(([instant]) => instant) });
    const unlike = expected.map(([instant, minutes], at) => ({ instant, minutes, found: found[at] })).filter((one) => one.minutes !== one.found);
    if (unlike.length > 0) {
      const instants = unlike.map((one) => one.instant);
      const [system, browser] = [bySystem(zone, instants), await byBrowser(person.page, zone, instants)];
      unlike.forEach((one, at) => assert.deepEqual([one.minutes, one.found], [system[at], browser[at]], `${zone} at ${new Date(one.instant).toISOString()}`));
      assert.ok(Math.min(...instants) > SETTLED, `${zone} differs in years that no release changes any more`);
      differing += unlike.length;
    }
    compared += expected.length;
    changes += expected.filter(([instant]) => instant % 1_000 !== 0).length;
  }
  assert.equal(await person.page.evaluate(() => globalThis.zones.zoneOffset('Mars/Olympus', 0)), 100_000, 'an unknown zone is told');
  console.log(`${compared} instants compared, ${changes} changes of offset among them; at ${differing} the two databases differ`);
  assert.ok(compared > 90_000 && changes > 60, 'the years were walked through');
});
