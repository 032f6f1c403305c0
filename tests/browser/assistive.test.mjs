// What real screen readers get: Chromium's AT-SPI tree under Xvfb lists every control of three screens
// with its role, name and state.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { LAUNCH, Person, startSite, useWholeBrowser } from './harness.mjs';

useWholeBrowser();

const script = new URL('assistive_tree.py', import.meta.url).pathname;

/** A program that runs until the test ends, and the first line that it prints. */
async function start(t, program, options, env) {
  const child = spawn(program, options, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => child.kill());
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('error', reject);
  });
}

/** ARIA's roles as AT-SPI calls them. */
const ROLES = { button: /^(push button|toggle button|button)$/, link: /^link$/, checkbox: /^check box$/, radio: /^radio button$/, textbox: /^entry$/ };

/** The controls of the mirror, by role, name and state. */
const controlsOf = (page) => page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a, input, textarea)')]
  .filter((element) => !element.closest('[inert]'))
  .map((element) => ({
    role: element.getAttribute('role') ?? { BUTTON: 'button', A: 'link', INPUT: 'textbox', TEXTAREA: 'textbox' }[element.tagName],
    name: element.ariaLabel,
    states: Object.entries({
      CHECKED: element.ariaChecked === 'true', PRESSED: element.ariaPressed === 'true', MULTI_LINE: element.tagName === 'TEXTAREA',
      EXPANDABLE: element.ariaExpanded !== null, EXPANDED: element.ariaExpanded === 'true', SELECTED: element.ariaSelected === 'true',
      EDITABLE: /^(INPUT|TEXTAREA)$/.test(element.tagName), HAS_POPUP: element.ariaHasPopup !== null, INVALID_ENTRY: element.ariaInvalid === 'true',
      FOCUSABLE: true, SENSITIVE: true,
    }).filter(([, is]) => is).map(([state]) => state),
  })));

test('three screens as a screen reader gets them', async (t) => {
  const address = await startSite(t);
  const display = await start(t, 'Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24'], process.env);
  const bus = await start(t, 'dbus-daemon', ['--session', '--nofork', '--print-address=1'], process.env);
  const env = { ...process.env, DISPLAY: `:${display}`, DBUS_SESSION_BUS_ADDRESS: bus, LIBGL_ALWAYS_SOFTWARE: '1', ACCESSIBILITY_ENABLED: '1' };
  const launcher = spawn('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately'], { env, stdio: 'ignore' });
  t.after(() => launcher.kill());
  const server = await chromium.launchServer({ ...LAUNCH, headless: false, env, args: [...LAUNCH.args, '--force-renderer-accessibility'] });
  t.after(() => server.close());
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  const person = new Person(page);
  await person.goto(address);
  const tree = () => execFileSync('/usr/bin/python3', [script, String(server.process().pid)], { env, encoding: 'utf8' })
    .split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const missing = async () => {
    const nodes = tree();
    return (await controlsOf(page)).filter((control) => !nodes.some(({ role, name, states }) =>
      ROLES[control.role]?.test(role) && name === control.name && states.sort().join() === control.states.sort().join()));
  };
  const holds = async (screen, least) => {
    await person.rest();
    const end = performance.now() + 20_000;
    let left = await missing();
    while (left.length > 0 && performance.now() < end) {
      await pause(200);
      left = await missing();
    }
    assert.deepEqual(left, [], screen);
    const count = (await controlsOf(page)).length;
    assert.ok(count >= least, `${screen}: only ${count} controls`);
  };
  await person.press('button', 'Look at an example');
  await holds('now', 12);
  await person.press('link', 'Goals');
  await holds('goals', 15);
  await person.press('link', 'Story');
  await person.press('link', 'First session');
  await person.press('link', 'Talk');
  await holds('talk', 10);
});
