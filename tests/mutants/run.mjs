// Breaks the code in listed ways, one at a time; each must turn a test red.
//   ./dev test --mutants [--only NAME]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../..', import.meta.url).pathname;
const only = process.argv[2] ?? '';

const native = (target) => [['cmake', '--build', '--preset', 'native-debug', '--target', target], [`build/native-debug/tests/${target}`]];
const page = (file, pattern) => [
  ['node', 'web/build.mjs', 'build/web/shell/platform/web', 'build/mutant-site'],
  ['node', '--test', `--test-name-pattern=${pattern}`, `tests/browser/${file}.test.mjs`],
];

const mutants = [
  { name: 'saved-before-complete', file: 'web/storage.ts', run: page('storage', 'transaction is complete'),
    from: 'transaction.oncomplete = () => resolve();', to: 'resolve();' },
  { name: 'marker-ignored', file: 'web/storage.ts', run: page('storage', 'newer Cairn'),
    from: 'if (found && decoder.decode(found) !== MARKER) {', to: 'if (found && decoder.decode(found) === "never") {' },
  { name: 'slot-shared-by-tabs', file: 'web/storage.ts', run: page('storage', 'two tabs'),
    from: '  for (let slot = 0, tries = 0; ;', to: '  if (navigator.locks) return 0;\n  for (let slot = 0, tries = 0; ;' },
  { name: 'mirror-not-focusable', file: 'web/mirror.ts', run: page('page', 'counts once'),
    from: "button: 'button', checkbox: 'button', link: 'a',", to: "button: 'div', checkbox: 'div', link: 'a'," },
  { name: 'click-counted-twice', file: 'web/mirror.ts', run: page('page', 'counts once'),
    from: 'if (!fromPointer) this.events.activated(key);', to: 'this.events.activated(key);' },
  { name: 'policy-lets-scripts-in', file: 'web/index.html', run: page('page', 'policy of the page'),
    from: "script-src 'self' 'wasm-unsafe-eval'", to: "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'" },
  { name: 'private-note-in-export', file: 'src/codec/file.cpp', run: native('unit_tests'),
    from: 'if (audience == Audience::otherSide) stripPrivate(copy);', to: '' },
  { name: 'absence-is-deletion', file: 'src/replica/field.hpp', run: native('unit_tests'),
    from: 'if (from.silent()) return;', to: 'if (from.silent()) { into = from; return; }' },
  { name: 'version-dropped', file: 'src/replica/field.hpp', run: native('unit_tests'),
    from: 'if (!into.context().covers(version.dot)) into.addVersion(version);',
    to: 'if (!into.context().covers(version.dot) && into.versions().empty()) into.addVersion(version);' },
  { name: 'check-ignored', file: 'src/codec/file.cpp', run: native('unit_tests'),
    from: '*check->text() == checkOf(*plan);', to: '!check->text()->empty();' },
  { name: 'undo-takes-others-words', file: 'src/command/undo.cpp', run: native('unit_tests'),
    from: 'if (current.differentValues() != 1 || current.get() != written.get()) {', to: 'if (current.differentValues() > 9) {' },
  { name: 'year-off-by-one', file: 'src/exchange/when.cpp', run: native('unit_tests'),
    from: 'dateOf(civil) >= start) return', to: 'dateOf(civil) > start) return' },
  { name: 'draft-not-stored', file: 'shell/app/app_editing.cpp', run: native('screen_tests'),
    from: 'put.push_back({draftPath(slot_, key), writeDraft(*draft)});', to: 'static_cast<void>(draft);' },
  { name: 'saved-said-at-once', file: 'shell/app/app_editing.cpp', run: native('screen_tests'),
    from: 'if (state_.save == SaveState::saved) state_.save = SaveState::saving;', to: '' },
  { name: 'refused-text-lost', file: 'shell/app/app_editing.cpp', run: native('screen_tests'),
    from: 'if (!runNow(*command)) return;  // what was typed stays in the field', to: 'runNow(*command);' },
  { name: 'text-not-in-tree', file: 'shell/widgets/text.cpp', run: native('screen_tests'),
    from: '  node.key = keyFor(ui, text);\n  ui.meaning.add(std::move(node));', to: '  node.key = keyFor(ui, text);' },
  { name: 'sheet-lets-through', file: 'shell/app/chrome.cpp', run: native('screen_tests'),
    from: 'ui.blocked = frame.route.sheet != Sheet::none;', to: '' },
];

const run = ([program, ...options]) =>
  spawnSync(program, options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000, env: { ...process.env, CAIRN_SITE: `${root}build/mutant-site` } });

let killed = 0;
let survived = 0;
for (const mutant of mutants) {
  if (only && only !== mutant.name) continue;
  const path = `${root}${mutant.file}`;
  const original = readFileSync(path, 'utf8');
  const [build, test] = mutant.run;
  let outcome = 'does not apply';
  try {
    if (original.split(mutant.from).length === 2) {
      writeFileSync(path, original.replace(mutant.from, () => mutant.to));
      const built = run(build);
      if (built.status !== 0) outcome = `does not build:\n${built.stdout.slice(-2000)}${built.stderr.slice(-2000)}`;
      else outcome = run(test).status === 0 ? 'SURVIVED' : 'killed';
    }
  } finally {
    writeFileSync(path, original);
  }
  if (outcome === 'killed') ++killed;
  else ++survived;
  console.log(`${mutant.name.padEnd(26)} ${outcome}`);
}
for (const target of ['unit_tests', 'screen_tests']) run(native(target)[0]);
console.log(`${killed} passed, ${survived} failed`);
process.exit(survived === 0 ? 0 : 1);
