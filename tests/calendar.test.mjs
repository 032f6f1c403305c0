// What `cairn ics` writes, as other calendars read it: ical.js and Debian's python3-icalendar find the
// right instants over a clock change, by the clock changes that the file itself brings.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { command } from './command.mjs';

const reader = new URL('calendar_instants.py', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'cairn-calendar-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

const session = (title, date, time, zone) => ({ title, date, time, zone, minutes: 45 });
/** Each with the instant at which its clock shows that: from the tables of the zones, by hand. */
const SESSIONS = [
  [session('Lisbon, summer', '2026-10-20', '16:00', 'Europe/Lisbon'), '2026-10-20T15:00:00Z'],
  [session('Lisbon, winter', '2026-10-27', '16:00', 'Europe/Lisbon'), '2026-10-27T16:00:00Z'],
  [session('Lisbon, the hour of the change', '2027-03-28', '02:30', 'Europe/Lisbon'), '2027-03-28T01:30:00Z'],
  [session('New York, before', '2026-10-29', '09:00', 'America/New_York'), '2026-10-29T13:00:00Z'],
  [session('New York, after', '2026-11-05', '09:00', 'America/New_York'), '2026-11-05T14:00:00Z'],
  [session('Sydney, before', '2026-10-03', '08:30', 'Australia/Sydney'), '2026-10-02T22:30:00Z'],
  [session('Sydney, after', '2026-10-05', '08:30', 'Australia/Sydney'), '2026-10-04T21:30:00Z'],
  [session('Kolkata, half an hour', '2026-12-01', '18:00', 'Asia/Kolkata'), '2026-12-01T12:30:00Z'],
  [session('Lagos, no changes; "commas, and \\ signs"', '2026-12-01', '17:00', 'Africa/Lagos'), '2026-12-01T16:00:00Z'],
];
const plan = { people: [{ name: 'Amina Okafor, née 李 🪨', role: 'mentee' }], sessions: [...SESSIONS.map(([one]) => one),
  { title: 'Moved away', date: '2026-10-21', time: '16:00', zone: 'Europe/Lisbon', minutes: 45, outcome: 'moved' }, { title: 'Some day' }] };

function calendar() {
  const file = join(folder, 'plan.cairn.json');
  writeFileSync(file, JSON.stringify({ format: 'cairn-mentorship', version: { major: 1, minor: 0 }, id: 'handmade00000003', plan }));
  const out = join(folder, 'plan.ics');
  const { status, stderr } = spawnSync(command, ['ics', file, '--page', 'https://cairn.example/', '-o', out], { encoding: 'utf8' });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  return readFileSync(out, 'utf8');
}
/** Names that no reader knows: only what the file says of these zones can help. */
const withoutKnownZones = (text) => text.replace(/(TZID[=:])([A-Za-z_]+)\/([A-Za-z_]+)/g, '$1Made-up-$2-$3');
const GONE = [`Moved away with ${plan.people[0].name}`, '2026-10-21T15:00:00Z', 'CANCELLED'];
const expected = [...SESSIONS.map(([{ title }, instant]) => [`${title} with ${plan.people[0].name}`, instant, 'none']), GONE].sort();

test('ical.js reads each session at its instant', () => {
  const text = withoutKnownZones(calendar());
  const root = new ICAL.Component(ICAL.parse(text));
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const found = events.map((event) => [event.summary, new Date(event.startDate.toUnixTime() * 1000).toISOString().replace('.000', ''),
    event.component.getFirstPropertyValue('status') ?? 'none']);
  assert.deepEqual(found.sort(), expected);
  for (const event of events) {
    assert.equal(event.duration.toSeconds(), 45 * 60);
    const alarm = event.component.getFirstSubcomponent('valarm');
    if (event.summary === GONE[0]) assert.equal(alarm, null);
    else assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), -15 * 60);
    assert.match(event.component.getFirstPropertyValue('url'), /^https:\/\/cairn\.example\/#\/m\/handmade00000003\/s\/[0-9a-z]{16}\/prepare$/);
  }
  assert.equal(new Set(events.map((event) => event.uid)).size, SESSIONS.length + 1);
});

test("Debian's python3-icalendar reads the same", () => {
  const text = withoutKnownZones(calendar());
  const found = JSON.parse(execFileSync('/usr/bin/python3', [reader], { input: text, encoding: 'utf8' }));
  assert.deepEqual(found.sort(), expected);
});

test('ics: what it cannot read it says, and usage', () => {
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"format": 7}');
  const { status, stderr } = spawnSync(command, ['ics', bad], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /bad\.json: plan: /);
  assert.equal(spawnSync(command, ['ics']).status, 2);
});
