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
  { name: 'cancelled-still-rings', file: 'src/exchange/calendar.cpp', run: native('unit_tests'),
    from: '  if (event.time && !event.cancelled) {', to: '  if (event.time) {' },
  { name: 'paused-calls-stay-in-calendars', file: 'shell/app/calendar_events.cpp', run: native('screen_tests'),
    from: '      events.back().cancelled = true;\n', to: '' },
  { name: 'brought-back-is-cancelled', file: 'shell/app/calendar_events.cpp', run: native('screen_tests'),
    from: '  const bool isThere = now != mentorship.sessions.end() && isAlive(now->second);', to: '  const bool isThere = now == mentorship.sessions.end();' },
  { name: 'prepared-session-orphaned', file: 'src/command/schedule.cpp', run: native('screen_tests'),
    from: '  if (first == sessions.end()) return;\n  const Session day', to: '  if (first == sessions.end() || !sessions.empty()) return;\n  const Session day' },
  { name: 'join-comes-late', file: 'src/insight/turns.cpp', run: native('unit_tests'),
    from: 'consider(*begin - kAboutToBegin);', to: '' },
  { name: 'clock-stands-still', file: 'shell/screens/session_talk.cpp', run: native('screen_tests'),
    from: '  frame.ui.clock = true;\n', to: '' },
  { name: 'hit-stays-folded', file: 'shell/screens/find.cpp', run: native('screen_tests'),
    from: 'if (!offer.fold.empty()) frame.state.unfolded.insert(offer.fold);', to: '' },
  { name: 'other-hour-untold', file: 'shell/app/told.cpp', run: native('screen_tests'),
    from: 'told != retimed_.end() && all.size() < kMost', to: 'told == retimed_.begin() && told == retimed_.end()' },
  { name: 'handed-over-unseen', file: 'shell/screens/session_wrap_up.cpp', run: native('screen_tests'),
    from: 'if (handedBefore && button(', to: 'if ((handedBefore || true) && button(' },
  { name: 'steps-not-copied', file: 'web/copying.ts', run: page('habits', 'words are selected'),
    from: "if (element.role === 'checkbox')", to: "if (element.role === 'radio')" },
  { name: 'nul-ends-the-text', file: 'src/codec/json_read.cpp', run: native('unit_tests'),
    from: 'kept_->nul = true;', to: 'kept_->nul = false;' },
  { name: 'place-behind-the-gap', file: 'src/codec/json_read.cpp', run: native('unit_tests'),
    from: '(atEnd ? 0 : kept.behind)', to: '(atEnd ? kept.behind : 0)' },
  { name: 'shorter-pause-gives-nothing', file: 'src/command/schedule.cpp', run: native('unit_tests'),
    from: 'if (until && former > until)', to: 'if (until && former < until)' },
  { name: 'cadence-doubles-in-calendars', file: 'src/command/schedule.cpp', run: native('unit_tests'),
    from: '!kept.emplace(*session.date, id).second', to: 'true' },
  { name: 'undated-talk-never-held', file: 'shell/screens/session.cpp', run: native('screen_tests'),
    from: '    held.date.set(today);\n', to: '    static_cast<void>(held);\n' },
  { name: 'first-review-stays-in-letter', file: 'shell/screens/reviews.cpp', run: native('screen_tests'),
    from: 'firstReview.set({});', to: 'firstReview.set(*review.date);' },
  { name: 'edit-in-two-transactions', file: 'web/queue.ts', run: page('storage', 'in one transaction'),
    from: 'const together = Promise.resolve().then(() => this.waiting.splice(0));', to: 'const together = Promise.resolve(this.waiting.splice(0));' },
  { name: 'drag-hangs-on-the-pointer', file: 'web/pointer.ts', run: page('habits', 'dragged is let go'),
    from: " && !held) return;", to: ') return;' },
  { name: 'back-leaves-with-the-menu', file: 'web/address.ts', run: page('habits', 'Back closes a menu'),
    from: 'at < this.at && this.closes()', to: 'at > this.at && this.closes()' },
  { name: 'press-moved-by-its-focus', file: 'shell/app/app.cpp', run: native('screen_tests'),
    from: 'if (!held_) revealFocus();', to: 'revealFocus();' },
  { name: 'accepted-measure-lost', file: 'shell/app/app_editing.cpp', run: native('screen_tests'),
    from: 'keepEarlierMeasures(model_, command, moment().local.date);', to: '' },
  { name: 'template-writes-over', file: 'src/exchange/plan_template.cpp', run: native('unit_tests'),
    from: 'if (!said.silent() && open)', to: 'if (!said.silent() && (open || there))' },
  { name: 'theirs-counted-as-mine', file: 'src/insight/handing.cpp', run: native('unit_tests'),
    from: 'const bool mine = !author || author == *mentorship.me;', to: 'const bool mine = true || author == *mentorship.me;' },
  { name: 'held-talk-in-the-future', file: 'src/exchange/when.cpp', run: native('unit_tests'),
    from: 'return near <= today ? near : near.plus(-7);', to: 'return near;' },
  { name: 'later-half-before-the-first', file: 'web/boot.ts', run: page('halves', 'comes behind'),
    from: 'if (loaded.files.length > 0 ||', to: 'if (loaded.files.length >= 0 ||' },
  { name: 'link-grows-without-end', file: 'web/links.ts', run: page('passing', 'was cut'),
    from: 'if (size > most) {', to: 'if (size > most * 1_000) {' },
  { name: 'link-stays-in-the-address', file: 'web/boot.ts', run: page('passing', 'holds the mentorship'),
    from: "  history.replaceState(history.state, '', '#/');\n", to: '' },
  { name: 'backspace-takes-a-letter-first', file: 'web/mirror.ts', run: page('passing', 'Backspace'),
    from: 'this.events.activated(pressed);\n    return true;', to: 'return false;' },
  { name: 'quiet-in-a-pause', file: 'src/insight/today.cpp', run: native('unit_tests'),
    from: 'isAtRest(mentorship, today) || *mentorship.example) return false;', to: '*mentorship.example) return false;' },
  { name: 'promise-without-day', file: 'src/exchange/step_line.cpp', run: native('unit_tests'),
    from: 'step.due = takeDue(step.text, today);', to: 'static_cast<void>(takeDue(step.text, today));' },
  { name: 'cadence-moves-the-wall-clock', file: 'src/command/schedule.cpp', run: native('screen_tests'),
    from: 'if (offset) session.offset.set(*offset);', to: 'if (offset) session.time.set(TimeOfDay{series.time->minutes + *offset});' },
  { name: 'calendar-name-changes', file: 'src/exchange/calendar.cpp', run: native('unit_tests'),
    from: 'event.uid = toText(session.id) + "@cairn";', to: 'event.uid = toText(session.id) + toText(*session.time);' },
  { name: 'lines-torn-apart', file: 'src/exchange/calendar.cpp', run: native('unit_tests'),
    from: '(static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U', to: 'next == line.size()' },
  { name: 'presenting-shows-the-rail', file: 'shell/app/chrome.cpp', run: native('screen_tests'),
    from: 'if (frame.state.presenting) return drawPresentedPage(frame, scrolls["page"]);', to: 'if (frame.state.presenting && frame.ui.phone) return drawPresentedPage(frame, scrolls["page"]);' },
  { name: 'agreed-to-anything', file: 'src/command/actions.cpp', run: native('screen_tests'),
    from: 'if (*agreement.digest == digest) return AgreedTo::thisVersion;', to: 'if (*agreement.digest == digest || !agreement.digest->empty()) return AgreedTo::thisVersion;' },
  { name: 'unreached-lines-stay-behind', file: 'src/command/schedule.cpp', run: native('screen_tests'),
    from: 'if (outcome == Outcome::notRecorded) return command;', to: 'return command;' },
  { name: 'saved-before-complete', file: 'web/table.ts', run: page('storage', 'transaction is complete'),
    from: 'transaction.oncomplete = () => resolve();', to: 'resolve();' },
  { name: 'slow-disk-queues-up', file: 'web/queue.ts', run: page('storage', 'slow disk'),
    from: '(mayWait && this.underWay > 0)', to: '(mayWait && this.underWay > 9)' },
  { name: 'marker-ignored', file: 'web/table.ts', run: page('storage', 'newer Cairn'),
    from: 'if (found && decoder.decode(found) !== MARKER)', to: 'if (found && decoder.decode(found) === "never")' },
  { name: 'withdrawal-not-told', file: 'web/storage.ts', run: page('large', 'withdrawn and brought back'),
    from: "if ([...put, ...remove].some(withdraws)) return say({ kind: 'withdrawn' });", to: '' },
  { name: 'sleep-not-caught-up', file: 'web/storage.ts', run: page('large', 'a tab that slept'),
    from: "if (document.visibilityState === 'visible') void this.catchUp();", to: '' },
  { name: 'going-back-keeps-nothing', file: 'web/worker.ts', run: page('large', 'a backup a day'),
    from: 'await backUp(`${today} before going back ${Date.now()}`);', to: '' },
  { name: 'not-saved-forgotten', file: 'shell/app/app_editing.cpp', run: native('screen_tests'),
    from: 'unsaved_.push_back(std::move(found->second));', to: '' },
  { name: 'slot-shared-by-tabs', file: 'web/storage.ts', run: page('storage', 'two tabs'),
    from: '  for (let slot = 0, tries = 0; ;', to: '  if (navigator.locks) return 0;\n  for (let slot = 0, tries = 0; ;' },
  { name: 'mirror-not-focusable', file: 'web/mirror.ts', run: page('page', 'counts once'),
    from: "button: 'button', checkbox: 'button', link: 'a',", to: "button: 'div', checkbox: 'div', link: 'a'," },
  { name: 'click-counted-twice', file: 'web/mirror.ts', run: page('page', 'counts once'),
    from: 'if (!fromPointer) this.events.activated(key);', to: 'this.events.activated(key);' },
  { name: 'run-direction-ignored', file: 'web/runs.ts', run: page('text', 'at 1 device'),
    from: "context.direction = rightToLeft ? 'rtl' : 'ltr';", to: "context.direction = rightToLeft ? 'ltr' : 'ltr';" },
  { name: 'thai-breaks-at-spaces', file: 'web/runs.ts', run: page('text', 'lines break'),
    from: String.raw`\p{Script=Thai}`, to: '' },
  { name: 'focused-row-let-go', file: 'shell/widgets/rows.cpp', run: native('screen_tests'),
    from: 'if (reached_ < first) drawRow(reached_);', to: '' },
  { name: 'popup-lets-press-through', file: 'shell/app/chrome.cpp', run: native('screen_tests'),
    from: 'ui.blocked = popup || frame.route.sheet != Sheet::none;', to: 'ui.blocked = frame.route.sheet != Sheet::none;' },
  { name: 'view-outlives-change', file: 'shell/app/app.cpp', run: native('screen_tests'),
    from: '  views_.forget();\n', to: '' },
  { name: 'nonsense-empties-date', file: 'shell/widgets/pickers.cpp', run: native('screen_tests'),
    from: 'read(shown.field.text);\n  if (!typed && !shown.field.text.empty()) return std::nullopt;', to: 'read(shown.field.text);' },
  { name: 'grip-scrolls-page', file: 'shell/app/app_pointer.cpp', run: native('screen_tests'),
    from: 'if (phase == PointerPhase::move && gripping_) return io.AddMousePosEvent(x, y);', to: '' },
  { name: 'composition-ends-field', file: 'web/mirror.ts', run: page('editing', 'Japanese'),
    from: ' || this.composing || isComposing(event)', to: '' },
  { name: 'launched-file-lost', file: 'web/boot.ts', run: page('habits', 'system opens'),
    from: '  files.takeLaunched();\n', to: '' },
  { name: 'forced-colours-twice', file: 'web/page.css', run: page('page', 'forces its'),
    from: '#mirror { forced-color-adjust: none; }', to: '' },
  { name: 'paper-without-fields', file: 'web/print.ts', run: page('page', 'printed'),
    from: 'if (!element.value) return undefined;', to: 'if (element.value) return undefined;' },
  { name: 'policy-lets-scripts-in', file: 'web/index.html', run: page('page', 'policy of the page'),
    from: "script-src 'self' 'wasm-unsafe-eval'", to: "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'" },
  { name: 'private-note-in-export', file: 'src/codec/file.cpp', run: native('unit_tests'),
    from: 'if (audience == Audience::otherSide) stripPrivate(copy);', to: '' },
  { name: 'absence-is-deletion', file: 'src/replica/field.hpp', run: native('unit_tests'),
    from: 'if (from.silent()) return false;', to: 'if (from.silent()) { into = from; return true; }' },
  { name: 'version-dropped', file: 'src/replica/field.hpp', run: native('unit_tests'),
    from: 'if (!into.context().covers(version.dot)) into.addVersion(version);',
    to: 'if (!into.context().covers(version.dot) && into.versions().empty()) into.addVersion(version);' },
  { name: 'check-ignored', file: 'src/codec/thing_reader.hpp', run: native('unit_tests'),
    from: 'fits = sum && check == "crc32:" + toHex(*sum);', to: 'fits = sum && !check.empty();' },
  { name: 'writer-id-kept-beside-twin', file: 'shell/app/app_files.cpp', run: native('screen_tests'),
    from: 'if (!hasTwin(writers_, model_, seen)) return;', to: 'if (!hasTwin(writers_, model_, seen) || begun_) return;' },
  { name: 'lost-dot-is-no-twin', file: 'src/journal/journal.cpp', run: native('unit_tests'),
    from: 'twin = twin || !(live || overwritten);', to: 'static_cast<void>(live), static_cast<void>(overwritten);' },
  { name: 'part-may-be-removed', file: 'src/command/commit.cpp', run: native('unit_tests'),
    from: 'if (known && isInPart(*known) && !pass.error)', to: 'if (known && isInPart(*known) && pass.error)' },
  { name: 'choice-of-proposal-ignored', file: 'shell/app/app_files.cpp', run: native('screen_tests'),
    from: 'leaveOut(file.proposals, refused);', to: 'static_cast<void>(refused);' },
  { name: 'dot-leaves-before-stored', file: 'shell/app/app_handing.cpp', run: native('screen_tests'),
    from: 'handOverNow(mentorship, way, pending_.empty() && unsaved_.empty());', to: 'handOverNow(mentorship, way, true);' },
  { name: 'withdrawal-ignored', file: 'src/journal/journal.cpp', run: native('unit_tests'),
    from: 'return path.starts_with(kImports) && withdrawn.contains(withdrawalOf(path));', to: 'return path.empty() && withdrawn.empty();' },
  { name: 'damaged-record-taken-away', file: 'src/journal/journal.cpp', run: native('unit_tests'),
    from: 'if (!record) continue;\n      merge(all', to: 'if (!record) compacted.remove.push_back(file.path);\n      if (!record) continue;\n      merge(all' },
  { name: 'unknown-field-dropped', file: 'src/codec/thing_reader.cpp', run: native('unit_tests'),
    from: '      thing.unknown[{lane, name}].set(RawJson{writeJsonCompact(value)});', to: '' },
  { name: 'context-of-removed-lost', file: 'src/command/commit.cpp', run: native('unit_tests'),
    from: 'field.addContext(current->seen());', to: 'if (alive) field.addContext(current->seen());' },
  { name: 'private-dots-in-deletion', file: 'src/replica/merge.cpp', run: native('unit_tests'),
    from: 'if (fieldLane == lane) seen.join(field.seen());', to: 'static_cast<void>(lane), static_cast<void>(fieldLane), seen.join(field.seen());' },
  { name: 'stamp-follows-2099', file: 'src/journal/journal.cpp', run: native('unit_tests'),
    from: 'latestStamp(seen, now + kDay)', to: 'latestStamp(seen, now + 36600 * kDay)' },
  { name: 'undo-takes-others-words', file: 'src/command/undo.cpp', run: native('unit_tests'),
    from: 'if (now.differentValues() != 1 || now.get() != written.get()) {', to: 'if (now.differentValues() > 9 && now.get() != written.get()) {' },
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
    from: 'ui.blocked = popup || frame.route.sheet != Sheet::none;', to: 'ui.blocked = popup;' },
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
