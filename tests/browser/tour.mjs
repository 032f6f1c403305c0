// A way past every screen, with the example: for pictures and for tests that hold on each of them.

/** The pages of the gallery, in debug builds. */
export const GALLERY = ['texts', 'press', 'choose', 'edit', 'pick', 'lists', 'structure', 'pictures', 'states'];

/** `visit(name)` is called where a screen has come to rest; `person` is at the start of a new profile. */
export async function tour(person, isPhone, visit) {
  const { keyboard } = person.page;
  await visit('start');
  await person.press('button', 'Look at an example');
  await visit('now');
  const home = new URL(person.page.url()).hash;
  await person.press('button', 'More for “Amina Okafor”');
  await visit('menu');
  await keyboard.press('Escape');
  await person.rest();
  for (const tab of ['Goals', 'Story', 'Together']) {
    await person.press('link', tab);
    await visit(tab.toLowerCase());
  }
  await person.reveal(person.field('Time zone'));
  await visit('people');
  await person.press('link', 'Goals');
  await person.press('button', 'More about this goal');
  await person.press('button', 'Where does it stand?');
  await person.press('radio', 'As expected');
  await person.reveal(person.field('Why it matters'));
  await visit('goal');
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  for (const view of ['Prepare', 'Talk', 'Wrap up']) {
    await person.press('link', view);
    await visit(`session-${view.toLowerCase().replace(' ', '-')}`);
    if (view !== 'Talk') continue;
    await person.press('button', 'Presenting');
    await visit('presenting');
    await person.press('button', 'Stop presenting');
  }
  await person.press('link', '← Amina Okafor');
  await person.press('button', 'Hand over');
  await visit('hand-over');
  await keyboard.press('Escape');
  await person.rest();
  for (const [name, keys] of [['find', 'Control+k'], ['shortcuts', 'Control+/'], ['settings', 'Control+,']]) {
    await keyboard.press(keys);
    await person.rest();
    await visit(name);
    await keyboard.press('Escape');
    await person.rest();
  }
  const place = isPhone ? 'button' : 'link';
  await person.press(place, 'Today');
  await visit('today');
  await person.press('link', 'Calendar');
  await visit('calendar');
  await person.press(place, 'Mentorships');
  await visit('mentorships');
  for (const [name, address] of [['checklist', `${home}/checklist`], ['missing', '#/m/0000000000000001'], ['start-again', '#/start']]) {
    await person.page.evaluate((to) => { location.hash = to; }, address);
    await person.rest();
    await visit(name);
  }
  await person.write('Their name', 'Tomasz Nowak');
  await person.press('button', 'Next');
  await visit('start-when');
  await person.press('button', 'Not yet');
  await visit('start-link');
}

/** What opens from a file: for the first time on the other side, what comes back, one that was edited outside,
 * one that cannot be read; and a backup. `visit(name, who)`. `other` is at the start of a profile of their own. */
export async function exchange(person, other, visit) {
  const today = async () => {
    await person.page.evaluate(() => { location.hash = '#/'; });
    await person.rest();
  };
  const opens = async (file, words, name) => {
    await today();
    await person.openFile(file);
    await person.sees(words);
    await person.rest();
    await visit(name, person);
  };
  await person.press('button', 'New mentorship');
  await person.begin({ name: 'Tomasz Nowak', where: 'warsaw', when: 'thu 15:00', link: 'https://meet.example/tomasz' });
  await person.press('link', '← Tomasz Nowak');
  await person.press('button', 'Hand over');
  await person.write('Your name', 'Ana Reis');
  await person.press('button', 'Close');
  await other.openFile(await person.handOver());
  await other.sees('hands you your mentorship');
  await other.rest();
  await visit('opened-letter', other);
  await other.press('button', 'I am Tomasz Nowak');
  for (const step of ['Draft the talk', 'Ask for a review slot']) await other.submit('Add a next step', step);
  const back = await other.handOver();
  await opens(back, 'What this file changes', 'opened-changes');
  const edited = JSON.parse(back.text);
  edited.plan.aim = 'Feel at home on a stage';
  await opens({ ...back, text: JSON.stringify(edited) }, 'This file was edited outside Cairn', 'opened-proposal');
  await opens({ ...back, text: `${back.text.slice(0, 600)}` }, 'This file cannot be opened', 'opened-refused');
}
