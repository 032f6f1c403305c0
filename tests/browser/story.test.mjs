// The story of the README, in Chromium, from the empty page to a file that came back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasData, Profile, sharedData, startSite, useWholeBrowser } from './harness.mjs';

useWholeBrowser();

const data = (name) => readFileSync(join(sharedData, 'mentoring', name), 'utf8');

test('a mentor starts, comes back without a network and after a kill, and hands over', async (t) => {
  if (!hasData) return t.diagnostic('not run: no data');
  const address = await startSite(t);
  const profile = new Profile(t, { onDisk: true });
  let mentor = await profile.open(address);
  const faults = [];
  const look = async (place) => faults.push(...(await mentor.axe()).map((fault) => `${place}: ${fault}`));
  await look('empty page');

  await t.test('three answers lead to the prepared first session, in less than a minute', async () => {
    const begun = Date.now();
    const questions = [];
    mentor.page.on('framenavigated', () => questions.push(new URL(mentor.page.url()).hash));
    await mentor.begin({ name: 'Amina Okafor', where: 'kolk', when: 'week of 2023-02-27', link: 'https://meet.example/amina' });
    await mentor.sees('Week of Mon 27 Feb 2023');
    await mentor.saved();
    assert.ok(Date.now() - begun < 60_000);
    // Who and where stands on the empty page; then when, then the link, then Prepare.
    const places = new Set(questions.filter(Boolean).map((hash) => hash.replace(/[0-9a-z]{16}/g, 'ID')));
    assert.deepEqual([...places], ['#/start/when', '#/start/link', '#/m/ID/s/ID']);
    await look('prepare');
  });

  await t.test('the eight mentor-mentee calls of a real programme become sessions of a week', async () => {
    const weeks = JSON.parse(data('open-seeds-ols-7.json')).weeks.filter((week) =>
      week.calls.some((call) => call.type === 'Mentor-Mentee'));
    assert.equal(weeks.length, 8);
    await mentor.press('link', '← Amina Okafor');
    await mentor.press('link', 'Story');
    for (const week of weeks.slice(1)) await mentor.submit('When do you talk?', `week of ${week.start}`);
    await mentor.sees('Week of Mon 5 Jun 2023');
    assert.equal(await mentor.page.locator('[aria-label=Session]').count(), 7);
    await look('story');
  });

  await t.test('a goal has an expected outcome and a date', async () => {
    await mentor.press('link', 'Goals');
    await mentor.submit('Add a goal', 'Lead a release');
    await mentor.write('Expected outcome', 'Version 2.4 is out with her name on it.');
    await mentor.write('By when', '30 June 2027');
    assert.equal(await mentor.field('By when').inputValue(), 'Wed 30 Jun 2027');
    await look('goals');
  });

  await t.test('the checklists that mentees kept become sections, items and dates', async () => {
    let first = 0;
    for (const [letter, due] of [['a', 'due Tue 29 Jan 2019'], ['e', 'due Thu 31 Jan 2019']]) {
      const markdown = data(`open-leaders-7-cohort-${letter}.md`);
      await mentor.press('button', 'Paste a checklist');
      await mentor.write('Name of the checklist', `Cohort ${letter.toUpperCase()}`);
      await mentor.write('Start', '15 January 2019');
      await mentor.write('Checklist as Markdown', markdown);
      await mentor.sees(due);
      if (letter === 'a') await look('paste');
      const boxes = markdown.split('\n- [ ] ').length - 1;
      await mentor.sees(`This becomes ${boxes} items`);
      await mentor.press('button', 'Add this checklist');
      await mentor.sees(`0 of ${boxes} done`);
      first ||= boxes;
    }
    await mentor.press('checkbox', 'Make sure you know when and how you\'ll be meeting with your mentor.');
    await mentor.sees(`1 of ${first} done`);
  });

  await t.test('a session has notes, private notes and next steps', async () => {
    await mentor.press('link', 'Now');
    await mentor.press('link', 'Story');
    await mentor.press('link', 'First session');
    await mentor.press('link', 'Talk');
    await mentor.write('Notes', 'She asked about releases.');
    await mentor.submit('Add a next step', 'Read the release guide');
    await look('talk');
    await mentor.press('button', 'End the call');
    await mentor.write('Private notes', 'SECRET: exam in June.');
    await look('wrap up');
    await mentor.saved();
  });

  const check = async () => {
    await mentor.sees('Read the release guide');
    assert.equal(await mentor.field('Notes').inputValue(), 'She asked about releases.');
    assert.equal(await mentor.field('Private notes').inputValue(), 'SECRET: exam in June.');
  };
  await t.test('everything is there after a reload, at the same address', async () => {
    const before = mentor.page.url();
    await mentor.reload();
    assert.equal(mentor.page.url(), before);
    await check();
  });

  await t.test('and offline', async () => {
    await mentor.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await profile.context.setOffline(true);
    await mentor.reload();
    await check();
    await profile.context.setOffline(false);
  });

  await t.test('and after the browser was killed right behind "Saved"', async () => {
    await mentor.write('Takeaway, in Amina’s words', 'I can ask before I am stuck.');
    await mentor.saved();
    const place = mentor.page.url();
    profile.kill();
    mentor = await profile.open(place);
    assert.equal(await mentor.field('Takeaway, in Amina’s words').inputValue(), 'I can ask before I am stuck.');
    await check();
  });

  await t.test('an edit is undone and done again by keys', async () => {
    await mentor.press('checkbox', 'Read the release guide');
    const box = mentor.role('checkbox', 'Read the release guide');
    assert.equal(await box.getAttribute('aria-checked'), 'true');
    await mentor.page.keyboard.press('Control+z');
    await mentor.rest();
    assert.equal(await box.getAttribute('aria-checked'), 'false');
    await mentor.page.keyboard.press('Control+Shift+z');
    await mentor.rest();
    assert.equal(await box.getAttribute('aria-checked'), 'true');
  });

  await t.test('handed over, changed by the mentee, brought back: both are the same', async () => {
    await mentor.press('link', '← Amina Okafor');
    const file = await mentor.handOver();
    assert.equal(file.name, 'Amina Okafor.cairn.json');
    assert.ok(!file.text.includes('SECRET'));
    assert.ok(!file.text.includes('privateNotes'));

    const otherProfile = new Profile(t, { timezoneId: 'Asia/Kolkata' });
    const mentee = await otherProfile.open(address);
    await mentee.openFile(file);
    await mentee.sees('Which one is you?');
    assert.deepEqual(await mentee.axe(), []);
    await mentee.press('button', 'I am Amina Okafor');
    await mentee.press('link', 'Goals');
    await mentee.write('Expected outcome', 'Version 2.4 is out, and I wrote the announcement.');
    await mentee.press('link', 'Now');
    await mentee.submit('Add a next step', 'Draft the announcement');
    const back = await mentee.handOver();

    await mentor.press('link', 'Today');
    await mentor.openFile(back);
    await mentor.sees('What this file changes');
    await mentor.sees('New next step: Draft the announcement');
    await look('what the file changes');
    await mentor.press('button', 'Take the changes');
    await mentor.sees('File taken');
    assert.equal((await mentor.handOver()).text, (await mentee.handOver()).text);
    await mentor.press('link', 'Story');
    await mentor.press('link', 'First session');
    assert.equal(await mentor.field('Private notes').inputValue(), 'SECRET: exam in June.');
    assert.deepEqual(otherProfile.foreign, []);
    assert.deepEqual(mentee.errors, []);
  });

  await t.test('no request has left the origin, axe has found nothing, the console is quiet', () => {
    assert.deepEqual(profile.foreign, []);
    assert.deepEqual(faults, []);
    assert.deepEqual(mentor.errors, []);
  });
});

test('the whole story by keyboard alone', async (t) => {
  const address = await startSite(t);
  const profile = new Profile(t);
  const mentor = await profile.open(address);
  await mentor.keys('Their name', 'Amina Okafor');
  await mentor.keys('City or time zone', 'Lagos');
  await mentor.key('Next');
  await mentor.keys('Day and time', 'fri 16:00');
  await mentor.key('Next');
  await mentor.keys('Meeting link', 'https://meet.example/amina', 'Enter');
  await mentor.sees('First session');
  await mentor.key('Talk');
  await mentor.keys('Notes', 'Typed without a mouse.');
  await mentor.keys('Add a next step', 'Read the guide', 'Enter');
  await mentor.key('Wrap up');
  await mentor.keys('Private notes', 'Only me.');
  await mentor.tabTo('Read the guide');
  await mentor.page.keyboard.press('Space');
  await mentor.rest();
  assert.equal(await mentor.role('checkbox', 'Read the guide').getAttribute('aria-checked'), 'true');
  await mentor.key('← Amina Okafor');
  await mentor.key('Goals');
  await mentor.keys('Add a goal', 'Lead a release', 'Enter');
  await mentor.keys('Expected outcome', 'It is out.');
  await mentor.keys('By when', '30 June');
  await mentor.key('Paste a checklist');
  await mentor.keys('Checklist as Markdown', '- [ ] One thing');
  await mentor.key('Add this checklist');
  await mentor.sees('0 of 1 done');
  await mentor.saved();
  await mentor.reload();
  await mentor.sees('0 of 1 done');
  await mentor.key('Hand over');
  const download = mentor.page.waitForEvent('download');
  await mentor.key('Save the file');
  const file = { name: 'a.json', text: readFileSync(await (await download).path(), 'utf8') };
  assert.ok(file.text.includes('Typed without a mouse.'));
  await mentor.page.keyboard.press('Escape');
  await mentor.rest();
  assert.equal(await mentor.page.locator('[role=dialog]').count(), 0);
  await mentor.key('Today');
  const chooser = mentor.page.waitForEvent('filechooser');
  await mentor.key('Open a file');
  await (await chooser).setFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) });
  await mentor.sees('Nothing new');
  await mentor.key('Done');
  assert.deepEqual(mentor.errors, []);
});
