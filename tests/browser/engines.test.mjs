// The main story in Firefox ESR and WebKitGTK: start, prepare, talk, wrap up, a goal, a checklist, undo,
// a file that was edited, and one that the other side hands back.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import { startSite } from './harness.mjs';

/** A display of its own; both engines draw WebGL 2 in software there. */
async function startDisplay(t) {
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24'], { stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => display.kill());
  const number = await new Promise((resolve, reject) => {
    display.stdout.once('data', (data) => resolve(String(data).trim()));
    display.once('error', reject);
  });
  return { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' };
}

/** Focuses what is to be pressed, which brings it on screen, and waits until it stands still there. */
async function reveal(evaluate, selector) {
  const end = performance.now() + 15_000;
  let before = '';
  for (let still = 0; still < 3;) {
    assert.ok(performance.now() < end, `${selector} does not come to rest on screen`);
    const box = await evaluate((wanted) => {
      const element = document.querySelector(wanted);
      if (element !== document.activeElement) element?.focus();
      const { left, top, width, height } = element?.getBoundingClientRect() ?? {};
      const shown = top >= 0 && top + Math.min(height, 40) <= innerHeight && width > 0;
      return shown && !globalThis.cairn.frames.busy ? [left, top, width, height].join() : '';
    }, selector);
    still = box && box === before ? still + 1 : 0;
    before = box;
    await pause(30);
  }
}

/** Runs the same small story through a function that evaluates in the page and one that types. */
async function story({ address, other, goto, evaluate, type, submit, press, reload, command }) {
  const until = async (what, condition, ...values) => {
    const end = performance.now() + 30_000;
    while (!(await evaluate(condition, ...values))) {
      assert.ok(performance.now() < end, `${what} did not come`);
      await pause(50);
    }
  };
  const ready = () => until('the page', () => document.documentElement.dataset.ready === 'true');
  const sees = (words) => until(words, (wanted) => [...document.querySelectorAll('#mirror *')].some((element) =>
    [element.getAttribute('aria-label'), element.value, element.children.length ? '' : element.textContent].some((text) => text?.includes(wanted))), words);
  await ready();
  await sees('Who do you mentor');
  await type('[aria-label="Their name"]', 'Zoë Okonkwo');
  await press('button[aria-label="Next"]');
  await sees('When do you talk next?');
  await type('[aria-label="Day and time"]', 'fri 16:00');
  await press('button[aria-label="Next"]');
  await sees('Where do you meet?');
  await press('button[aria-label="Prepare the first session"]');
  await sees('To talk about');
  await type('textarea[aria-label="Private notes"]', 'Only mine');
  await press('a[aria-label="Talk"]');
  await sees('End the call');
  await sees('Saved in this browser');
  await reload();
  await ready();
  await sees('End the call');
  await press('a[aria-label="Prepare"]');
  await until('the private note', () => document.querySelector('textarea')?.value === 'Only mine');
  assert.equal(await evaluate(() => document.querySelector('canvas').getContext('webgl2') !== null), true);

  // The call is over: wrapped up, a promise, a goal.
  await press('a[aria-label="Talk"]');
  await sees('Add a next step');
  await submit('input[aria-label="Add a next step"]', '@zoë write the plan by fri');
  await sees('write the plan');
  await press('button[aria-label="End the call"]');
  await sees('Did it happen?');
  const goals = await evaluate(() => location.hash.replace(/\/s\/.*/, '/goals'));
  await evaluate((to) => { location.hash = to; }, goals);
  await sees('Add a goal');
  await submit('input[aria-label="Add a goal"]', 'Give a talk');
  await sees('Expected outcome');

  // It leaves as a file; somebody writes in that file; pasted, it is a proposal that is taken.
  const handOver = async () => {
    await evaluate(() => {
      globalThis.savedText = '';
      const made = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        void blob.text().then((text) => { globalThis.savedText = text; });
        return made.call(URL, blob);
      };
    });
    await press('button[aria-label="Hand over"]');
    await sees('Save the file');
    await press('button[aria-label="Save the file"]');
    await until('the file', () => Boolean(globalThis.savedText));
    await press('button[aria-label="Close"]');
    await until('the focus back', () => document.activeElement?.getAttribute('aria-label') === 'Hand over');
    return evaluate(() => globalThis.savedText);
  };
  const paste = async (text) => {
    await evaluate((value) => {
      const field = document.createElement('textarea');
      field.id = 'source';
      document.body.append(field);
      field.value = value;
      field.focus();
      field.select();
    }, text);
    await command('c');
    await evaluate(() => {
      document.querySelector('#source').remove();
      document.querySelector('h1').focus();
    });
    await command('v');
  };
  const mine = await handOver();
  assert.doesNotMatch(mine, /Only mine/);
  const edited = JSON.parse(mine);
  edited.plan.aim = 'Feel at home on a stage';
  await paste(JSON.stringify(edited));
  await sees('This file was edited outside Cairn');
  await press('button[aria-label="Take the changes"]');
  await sees('File taken');
  await evaluate((to) => { location.hash = to; }, goals);
  await until('the aim', () => [...document.querySelectorAll('textarea')].some((field) => field.value === 'Feel at home on a stage'));

  // A checklist; an item is done, undone, and done again.
  await press('button[aria-label="Paste a checklist"]');
  await sees('Checklist as Markdown');
  await type('textarea[aria-label="Checklist as Markdown"]', '- [ ] Agree on a channel');
  await sees('This becomes 1 item');
  await press('button[aria-label="Add this checklist"]');
  const isDone = (is) => until(`done: ${is}`, (wanted) => document.querySelector('[role=checkbox][aria-label="Agree on a channel"]')?.getAttribute('aria-checked') === wanted, String(is));
  await isDone(false);
  await press('[role=checkbox][aria-label="Agree on a channel"]');
  await isDone(true);
  await command('z');
  await isDone(false);
  await press('[role=checkbox][aria-label="Agree on a channel"]');
  await isDone(true);
  await sees('Saved in this browser');

  // The other side, in a browser store of its own, with the older copy: what both did is there afterwards.
  await goto(other);
  await ready();
  await sees('Who do you mentor');
  await paste(mine);
  await sees('Which one is you?');
  await press('button[aria-label="I am Zoë Okonkwo"]');
  await sees('Add a next step');
  await submit('input[aria-label="Add a next step"]', 'Ask for a room');
  await sees('Saved in this browser');
  const theirs = await handOver();
  await goto(`${address}${goals}`);
  await ready();
  await isDone(true);
  await paste(theirs);
  await sees('What this file changes');
  await press('button[aria-label="Take the changes"]');
  await until('the step', () => document.querySelector('[role=checkbox][aria-label="Ask for a room"]') !== null);
  await sees('Saved in this browser');
  await reload();
  await ready();
  await sees('Ask for a room');
  await evaluate((to) => { location.hash = to; }, goals);
  await isDone(true);
  await until('the aim', () => [...document.querySelectorAll('textarea')].some((field) => field.value === 'Feel at home on a stage'));
}

test('Firefox ESR', async (t) => {
  const address = await startSite(t);
  const env = await startDisplay(t);
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: false, env,
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'browser.download.alwaysOpenPanel': false }, args: ['--width=1280', '--height=900'],
  });
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 800 });
  await page.goto(address);
  const click = async (selector) => {
    const element = await page.waitForSelector(selector);
    await reveal((work, ...values) => page.evaluate(work, ...values), selector);
    await element.click();
  };
  await story({
    address, other: await startSite(t),
    goto: (to) => page.goto(to),
    evaluate: (work, ...values) => page.evaluate(work, ...values),
    type: async (selector, text) => {
      await click(selector);
      await page.keyboard.type(text);
    },
    submit: async (selector, text) => {
      await click(selector);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    press: click,
    command: async (letter) => {
      await page.keyboard.down('Control');
      await page.keyboard.press(letter);
      await page.keyboard.up('Control');
    },
    reload: () => page.reload(),
  });
});

test('WebKitGTK', async (t) => {
  const address = await startSite(t);
  const env = await startDisplay(t);
  const home = mkdtempSync(join(tmpdir(), 'cairn-webkit-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_FORCE_SANDBOX: '0' },
    stdio: 'ignore', detached: true,
  });
  t.after(() => process.kill(-driver.pid));
  const listening = async () => (await fetch(`http://127.0.0.1:${port}/status`).catch(() => null))?.ok === true;
  for (let tries = 0; tries < 100 && !(await listening()); ++tries) await pause(100);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation', '--ignore-tls-errors'] },
  });
  const browser = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  t.after(() => browser.quit().catch(() => undefined));
  await browser.get(address);
  const evaluate = (work, ...values) => browser.executeScript(`return (${work}).apply(null, arguments)`, ...values);
  const element = async (selector) => {
    const found = await browser.findElement({ css: selector });
    await reveal(evaluate, selector);
    return found;
  };
  await story({
    address, other: await startSite(t),
    goto: (to) => browser.get(to),
    evaluate,
    type: async (selector, text) => {
      const field = await element(selector);
      await field.click();
      await field.sendKeys(text);
    },
    submit: async (selector, text) => {
      const field = await element(selector);
      await field.click();
      await field.sendKeys(text, Key.ENTER);
    },
    press: async (selector) => (await element(selector)).click(),
    command: (letter) => browser.actions().keyDown(Key.CONTROL).sendKeys(letter).keyUp(Key.CONTROL).perform(),
    reload: () => browser.navigate().refresh(),
  });
});

// Debian lays it in a folder named after architecture and API version.
function miniBrowser() {
  const [found] = globSync('/usr/lib/*/webkit2gtk-*/MiniBrowser');
  assert.ok(found, 'MiniBrowser is not installed');
  return found;
}

function globSync(pattern) {
  return execFileSync('bash', ['-c', `compgen -G '${pattern}' || true`], { encoding: 'utf8' }).split('\n').filter(Boolean);
}
