// What it costs, one JSON line a number, beside its peer in the same run.
//   {"name", "value", "unit", "goal", "met", "peer": {"name", "value"}}
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.mjs';
import { largeRows, makeLargeFiles, workspaceRows } from './core.mjs';
import { pastedRow } from './pasted.mjs';
import { worstRows } from './worst.mjs';

const root = new URL('../..', import.meta.url).pathname;
const siteFolder = process.env.CAIRN_SITE ?? join(root, 'build/site');
const wikiFolder = join(root, 'build/bench/tiddlywiki');
const RUNS = 7;

const round = (value) => Math.round(value * 100) / 100;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
function row(name, value, unit, goal, met, peer) {
  console.log(JSON.stringify({ name, value: round(value), unit, goal, met, peer: { name: peer[0], value: round(peer[1]) } }));
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const weigh = (folder, names) => names.reduce((sum, name) => sum + brotli(readFileSync(join(folder, name))), 0) / 1000;

function makeWiki() {
  mkdirSync(wikiFolder, { recursive: true });
  execFileSync('node', [join(root, 'node_modules/tiddlywiki/tiddlywiki.js'), join(root, 'node_modules/tiddlywiki/editions/empty'),
    '--output', wikiFolder, '--build', 'index'], { stdio: 'ignore' });
  return readdirSync(wikiFolder).find((name) => name.endsWith('.html'));
}

async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
  });
}

/** What the server sent until the page is there, and kept for working offline. */
async function firstVisit(browser, { address, sent }) {
  const before = sent();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.close();
  return sent() - before;
}

/** Milliseconds from navigation until the selector is there and the frame after it is drawn. */
async function firstFrame(browser, address, selector) {
  const times = [];
  for (let run = 0; run < RUNS; ++run) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript((wanted) => {
      const look = () => {
        if (document.querySelector(wanted)) requestAnimationFrame(() => (globalThis.usableAt = performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, selector);
    await page.goto(address);
    const handle = await page.waitForFunction(() => globalThis.usableAt);
    times.push(await handle.jsonValue());
    await context.close();
  }
  return median(times);
}

/** Frames and the share of one core that a page takes in ten idle seconds. */
async function idle(browser, address, selector) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    globalThis.frames = 0;
    const original = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (work) => original((time) => {
      ++globalThis.frames;
      work(time);
    });
  });
  await page.goto(address);
  await page.waitForSelector(selector, { state: 'attached' });
  for (let isQuiet = false; !isQuiet;) {
    isQuiet = await page.evaluate(() => new Promise((resolve) => {
      const before = globalThis.frames;
      setTimeout(() => resolve(globalThis.frames === before), 500);
    }));
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find((metric) => metric.name === 'TaskDuration').value;
  // Not over the turn of a minute, when clocks on screen move on.
  await page.waitForFunction(() => Date.now() % 60_000 < 45_000, undefined, { polling: 1_000 });
  const [frames, before, start] = [await page.evaluate(() => globalThis.frames), await busy(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const [after, end] = [await busy(), performance.now()];
  const drawn = (await page.evaluate(() => globalThis.frames)) - frames;
  await page.close();
  return { frames: drawn, cpu: (100 * (after - before) * 1000) / (end - start) };
}

const wikiPage = makeWiki();
const names = readdirSync(siteFolder);
const first = names.filter((name) => /^(index\.html|cairn-.*\.(js|wasm|css))$/.test(name));
const wikiWeight = weigh(wikiFolder, [wikiPage]);
const firstWeight = weigh(siteFolder, first);
row('first load, brotli', firstWeight, 'KB', '≤ 217', firstWeight <= 217, ['TiddlyWiki', wikiWeight]);
const allWeight = weigh(siteFolder, names);
row('all precached, brotli', allWeight, 'KB', '≤ 800', allWeight <= 800, ['TiddlyWiki', wikiWeight]);

const site = await serve(siteFolder);
const wiki = await serve(wikiFolder);
const browser = await launch();
const visit = await firstVisit(browser, site);
const whole = names.reduce((sum, name) => sum + statSync(join(siteFolder, name)).size, 0);
row('bytes of a first visit, offline copy and all', visit / whole, '× the files', '≤ 1.05', visit <= 1.05 * whole, ['KB moved', visit / 1000]);
const wikiAddress = `${wiki.address}${wikiPage}`;
const wikiFrame = await firstFrame(browser, wikiAddress, '.tc-page-container');
const ourFrame = await firstFrame(browser, site.address, 'html[data-ready=true]');
row('first usable frame', ourFrame, 'ms', '≤ 0.6 × TiddlyWiki', ourFrame <= 0.6 * wikiFrame, ['TiddlyWiki', wikiFrame]);
const ours = await idle(browser, site.address, 'html[data-ready=true]');
const theirs = await idle(browser, wikiAddress, '.tc-page-container');
row('frames in 10 s idle', ours.frames, 'frames', '0', ours.frames === 0, ['TiddlyWiki', theirs.frames]);
row('CPU in 10 s idle', ours.cpu, '% of a core', '< 1', ours.cpu < 1, ['TiddlyWiki', theirs.cpu]);
worstRows(row);
await pastedRow(browser, site.address, row);
makeLargeFiles();
await workspaceRows(browser, site.address, row);
await largeRows(browser, site.address, row);
await browser.close();
await Promise.all([site.stop(), wiki.stop()]);
