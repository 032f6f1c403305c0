// Zones by Intl in the browser and by the system's tz database natively say the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { Profile, root } from './harness.mjs';

const ZONES = ['Europe/Lisbon', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Chatham', 'Africa/Casablanca'];

test('offsets of six zones from 2020 to 2030, at every change and every sixth hour', async (t) => {
  const bundle = await build({ entryPoints: [join(root, 'web/zones.ts')], bundle: true, write: false, format: 'iife', globalName: 'zones' });
  const person = await new Profile(t).open('data:text/html,<html data-ready=true>');
  await person.page.evaluate(`${bundle.outputFiles[0].text}; globalThis.zones = zones;`);
  let compared = 0;
  let changes = 0;
  for (const zone of ZONES) {
    const { stdout, status } = spawnSync(join(root, 'build/native-debug/tests/zone_offsets'), [zone, Date.UTC(2020, 0, 1), Date.UTC(2031, 0, 1)].map(String), { encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.equal(status, 0);
    const expected = stdout.trim().split('\n').map((line) => line.split(' ').map(Number));
    const found = await person.page.evaluate(({ name, instants }) => instants.map((instant) => globalThis.zones.zoneOffset(name, instant)),
      { name: zone, instants: expected.map(([instant]) => instant) });
    expected.forEach(([instant, minutes], at) => assert.equal(found[at], minutes, `${zone} at ${new Date(instant).toISOString()}`));
    compared += expected.length;
    changes += expected.filter(([instant]) => instant % 1_000 !== 0).length;
  }
  assert.equal(await person.page.evaluate(() => globalThis.zones.zoneOffset('Mars/Olympus', 0)), 100_000, 'an unknown zone is told');
  console.log(`${compared} instants compared, ${changes} changes of offset among them`);
  assert.ok(compared > 90_000 && changes > 60, 'the years were walked through');
});
