// Sixteen weeks of a mentorship, by the calendar of a real programme, in two browsers: the mentor's
// clock goes on week by week, sessions are held, moved, missed and paused, and files go both ways three
// times. No week takes more than five presses outside the call.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasData, Profile, sharedData, startSite } from './harness.mjs';

const MOST = 5;

/** A page whose clock the test moves. */
async function personAt(t, address, zone, time) {
  const person = await new Profile(t, { timezoneId: zone }).open('data:text/html,<html data-ready=true>');
  await person.page.clock.install({ time });
  person.page.context().on('page', (page) => page.close()); // the call itself
  await person.goto(address);
  return person;
}

/** The mentee's file, let go above the mentor's page wherever that is. */
async function drop(t, person, { name, text }) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-drop-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, text);
  const session = await person.page.context().newCDPSession(person.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
}

test('sixteen weeks, two browsers, at most five presses a week outside the call', async (t) => {
  if (!hasData) return t.diagnostic('not run: no data');
  const address = await startSite(t);
  const { weeks } = JSON.parse(readFileSync(join(sharedData, 'mentoring/open-seeds-ols-7.json'), 'utf8'));
  assert.equal(weeks.length, 16);
  const calls = weeks.filter((week) => week.calls.some((call) => call.type === 'Mentor-Mentee'));
  assert.equal(calls.length, 8);
  const at = (start, days, time) => new Date(Date.parse(`${start}T${time}:00Z`) + days * 86_400_000);
  const mentor = await personAt(t, address, 'Europe/Lisbon', at(weeks[0].start, 0, '09:00'));
  const mentee = await personAt(t, address, 'Asia/Kolkata', at(weeks[0].start, 0, '09:00'));

  let presses = 0;
  const press = async (role, name) => {
    ++presses;
    await mentor.press(role, name);
  };
  const counts = [];
  const go = async (person, time) => {
    await person.page.clock.setSystemTime(time);
    await person.goto(`${address}#/`);
    await person.reload();
    await person.rest();
  };

  // The first three answers, the cadence of the programme, and the mentee has it too.
  await mentor.page.evaluate(() => {
    globalThis.pressed = 0;
    addEventListener('pointerdown', () => ++globalThis.pressed, true);
  });
  await mentor.begin({ name: 'Amina Okafor', where: 'kolk', when: 'thu 16:00', link: 'https://meet.example/amina' });
  await mentor.press('link', '← Amina Okafor');
  const home = new URL(mentor.page.url()).hash;
  await mentor.press('link', 'Story');
  await mentor.submit('When do you talk?', `every two weeks, ${calls[1].start.replace(/-13$/, '-16')} 16:00`);
  await mentor.sees('Cadence planned');
  await mentor.saved();
  await mentee.openFile(await mentor.handOver());
  const begun = await mentor.page.evaluate(() => globalThis.pressed);
  await mentee.press('button', 'I am Amina Okafor');
  await mentee.sees('Next call');

  /** There and back: handed over again with one press, the mentee works with it, and what comes back is taken. */
  const exchange = async (ways, work, told) => {
    const download = mentor.page.waitForEvent('download');
    for (const [role, name] of ways) await press(role, name);
    const file = await download;
    await go(mentee, await mentor.page.evaluate(() => Date.now()));
    await mentee.openFile({ name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') });
    await mentee.sees('What this file changes');
    await mentee.press('button', 'Take the changes');
    await mentee.sees('File taken');
    await mentee.page.evaluate((to) => { location.hash = to; }, home);
    await mentee.rest();
    await work();
    await mentee.saved();
    await drop(t, mentor, await mentee.handOver());
    await mentor.sees(told);
    await press('button', 'Take the changes');
    await mentor.sees('Amina has everything up to');
    counts.push(counts.pop() + presses);
    presses = 0;
  };

  /** A call of that day: joined, a promise made, ended; then the follow-up goes out. */
  const talk = async (number, day) => {
    presses = 0;
    await go(mentor, day);
    await press('button', 'Join the call with Amina Okafor');
    await mentor.submit('Add a line to talk about', `@amina task ${number} by sun`);
    await mentor.press('button', 'End the call');
    // It has the keyboard already.
    await mentor.page.waitForFunction(() => document.activeElement.ariaLabel === 'Takeaway, in Amina’s words');
    await mentor.page.keyboard.type(`Takeaway ${number}`);
    await press('button', 'Copy');
    await mentor.sees('Copied.');
    await press('radio', 'Good');
    await mentor.saved();
    counts.push(presses);
    presses = 0;
  };

  const isPaused = (week) => week.start > calls[5].start && week.start < calls[7].start;
  /** A week without a call: nobody is asked for anything, whatever day one looks. */
  const between = async (week, paused) => {
    presses = 0;
    await go(mentor, at(week.start, 2, '09:00'));
    for (const asks of ['Held, ', 'We spoke, ']) {
      assert.equal(await mentor.page.getByRole('button', { name: asks }).count(), 0, `${asks} in the week of ${week.start}`);
    }
    await mentor.sees(paused ? 'Until then nothing is quiet or late.' : 'Next call');
    if (week === weeks[3]) {
      await press('button', 'More for “Amina Okafor”');
      await press('menuitem', 'Log a message of today');
      await mentor.page.keyboard.type('Sent the outline');
      await mentor.saved();
    }
    counts.push(presses);
    presses = 0;
  };

  for (const week of weeks) {
    const number = calls.indexOf(week);
    if (number < 0) {
      await between(week, isPaused(week));
      continue;
    }
    const thursday = at(week.start, 3, '16:02');
    if (number === 3) {
      // Moved to Friday, beforehand.
      presses = 0;
      await go(mentor, at(week.start, 0, '09:00'));
      await press('button', 'Prepare the call with Amina Okafor');
      ++presses; // into the field
      await mentor.write('When', 'fri 16:00');
      await mentor.sees('Fri 14 Apr');
      const moving = presses;
      presses = 0;
      await talk(number, at(week.start, 4, '15:02'));
      counts.push(counts.pop() + moving);
    } else if (number === 4) {
      // Nobody came: asked once, the day after.
      presses = 0;
      await go(mentor, at(week.start, 4, '09:00'));
      await press('button', 'Didn’t happen, Session');
      assert.equal(await mentor.role('button', 'Didn’t happen, Session').count(), 0, 'asked once');
      counts.push(presses);
      presses = 0;
    } else if (number === 5) {
      // Four weeks of exams: the two calls in them go.
      presses = 0;
      await go(mentor, at(week.start, 0, '09:00'));
      await press('link', 'Amina Okafor');
      await press('button', 'More for “Amina Okafor”');
      await press('menuitem', 'Pause for four weeks');
      await mentor.sees('Until then nothing is quiet or late.');
      counts.push(presses);
    } else if (number === 6) {
      await go(mentor, at(week.start, 4, '09:00'));
      assert.equal(await mentor.role('button', 'Held, Session').count(), 0, 'nothing is late in a pause');
      assert.equal(await mentor.role('button', 'We spoke, Amina').count(), 0, 'nobody is quiet in a pause');
      counts.push(0);
    } else {
      // Lisbon has summer time from 26 March on: the wall clock stays.
      await talk(number, number < 2 ? thursday : at(week.start, 3, '15:02'));
    }
    const again = [['button', 'Hand over the file']];
    if (number === 2) {
      await exchange(again, () => mentee.press('checkbox', 'task 0'), 'Amina Okafor finished 1 step.');
    }
    if (number === 4) {
      await exchange([['link', 'Amina Okafor'], ['button', 'Hand over'], ['button', 'Save the file']],
        () => mentee.submit('Add a next step', 'Ask about reviews'), 'Amina Okafor added 1 next step.');
    }
    if (number === 7) {
      await exchange(again, () => mentee.press('checkbox', 'task 1'), 'Amina Okafor finished 1 step.');
    }
  }
  assert.equal(counts.length, weeks.length);
  assert.ok(Math.max(...counts) <= MOST, `presses a week: ${counts.join(', ')}`);
  t.diagnostic(`presses a week outside the call: ${counts.join(', ')}; before them, to begin, agree on a cadence and hand over: ${begun}`);

  for (const [person, link] of [[mentor, 'Amina Okafor'], [mentee, 'The mentor']]) {
    await person.press('link', 'Mentorships');
    await person.press('link', link);
    await person.press('link', 'Story');
    await person.sees('5 sessions held');
  }
  assert.deepEqual([mentor.errors, mentee.errors], [[], []]);
});
