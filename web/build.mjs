// Makes the static site from the engine and these sources.
//   node web/build.mjs ENGINE_DIR OUT [--debug]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const [engine, out] = process.argv.slice(2);
if (!engine || !out) {
  console.error('usage: node web/build.mjs ENGINE_DIR OUT [--debug]');
  process.exit(2);
}
const debug = process.argv.includes('--debug');
const web = import.meta.dirname;
const written = new Map();

/** Writes a file under a name with the hash of its content, and answers that name. */
function put(name, content) {
  const dot = name.lastIndexOf('.');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const hashed = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  written.set(hashed, content);
  return hashed;
}

/** The texts that the scripts say themselves ("script_…"), by language, English first. */
const catalogues = {
  name: 'catalogues',
  setup({ onResolve, onLoad }) {
    const folder = join(web, '../assets/strings');
    onResolve({ filter: /^catalogues$/ }, ({ path }) => ({ path, namespace: 'catalogues' }));
    onLoad({ filter: /.*/, namespace: 'catalogues' }, () => {
      const tags = readdirSync(folder).map((name) => name.replace('.json', '')).sort((a, b) => Number(b === 'en') - Number(a === 'en'));
      const textsOf = (tag) => Object.fromEntries(Object.entries(JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'))).filter(([key]) => key.startsWith('script_')));
      return { contents: `export const CATALOGUES = ${JSON.stringify(tags.map((tag) => [tag, textsOf(tag)]))};` };
    });
  },
};

async function bundle(entry, define, module = 'app.mjs') {
  const result = await build({
    entryPoints: [join(web, entry)], bundle: true, minify: !debug, write: false, format: 'esm', target: 'es2022',
    charset: 'utf8', legalComments: 'none', define, plugins: [catalogues], alias: { engine: resolve(engine, module) },
    // The engine's own guess of where its Wasm lies; we tell it.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return result.outputFiles[0].contents;
}

/** Templates and guides by "KIND/NAME", in another language "KIND/NAME.TAG": title, about and body, a line each. */
function libraryItems() {
  const assets = join(web, '../assets');
  const items = {};
  const add = (kind, folder, bodyOf) => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')).sort()) {
      const item = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      items[`${kind}/${name.replace('.json', '')}`] = `${item.title}\n${item.about}\n${bodyOf(item)}`;
    }
  };
  for (const kind of readdirSync(join(assets, 'templates'))) add(kind, join(assets, 'templates', kind), (item) => JSON.stringify(item.plan));
  add('guides', join(assets, 'guides'), (item) => item.text.join('\n'));
  return items;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// The page's engine comes in two halves in a release (split.mjs).
const laterHalf = join(engine, 'later.wasm');
const halved = existsSync(laterHalf);
const wasm = put('cairn.wasm', readFileSync(join(engine, halved ? 'first.wasm' : 'app.wasm')));
const wasmUrls = { WASM_URL: JSON.stringify(`./${wasm}`), LATER_URL: halved ? JSON.stringify(`./${put('later.wasm', readFileSync(laterHalf))}`) : '""' };
const workWasm = put('work.wasm', readFileSync(join(engine, 'work.wasm')));
const worker = put('worker.js', await bundle('worker.ts', { WASM_URL: JSON.stringify(`./${workWasm}`) }, 'work.mjs'));
const library = put('library.json', JSON.stringify(libraryItems()));
const script = put('cairn.js', await bundle('boot.ts', { ...wasmUrls, LIBRARY_URL: JSON.stringify(`./${library}`), WORKER_URL: JSON.stringify(`./${worker}`), OFFLINE: String(!debug) }));
const style = put('cairn.css', (await build({ entryPoints: [join(web, 'page.css')], minify: true, write: false })).outputFiles[0].contents);
const icons = join(web, '../assets/icons');
const icon = put('cairn.svg', readFileSync(join(icons, 'cairn.svg')));
const pngs = readdirSync(icons).filter((name) => name.endsWith('.png')).map((name) => put(name, readFileSync(join(icons, name))));
const manifest = JSON.parse(readFileSync(join(web, 'manifest.json'), 'utf8'));
manifest.icons = [
  { src: `./${icon}`, sizes: 'any', type: 'image/svg+xml' },
  ...pngs.map((name) => ({ src: `./${name}`, sizes: name.match(/\d+/)[0].replace(/(.*)/, '$1x$1'), type: 'image/png', purpose: 'any' })),
];
written.set('manifest.webmanifest', JSON.stringify(manifest, null, 2));
const html = readFileSync(join(web, 'index.html'), 'utf8')
  .replace('%ICON%', icon).replace('%STYLE%', style).replace('%WASM%', wasm).replace('%SCRIPT%', script);
written.set('index.html', html);
if (!debug) {
  const digest = (content) => createHash('sha256').update(content).digest('hex');
  const files = Object.fromEntries([...written].map(([name, content]) => [name === 'index.html' ? './' : `./${name}`, digest(content)]));
  const version = digest(Object.values(files).join()).slice(0, 16);
  written.set('service-worker.js', await bundle('service-worker.ts', { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) }));
}
for (const [name, content] of written) writeFileSync(join(out, name), content);
