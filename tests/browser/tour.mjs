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
