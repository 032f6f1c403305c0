// What the worst file of 256 KB costs that a stranger may send: a row for taking it, and one for a frame afterwards.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(new URL('../..', import.meta.url).pathname, 'build/native/tests/worst_files');

export function worstRows(row) {
  const kinds = execFileSync(program, { encoding: 'utf8' }).trim().split('\n');
  const all = kinds.map((kind) => {
    const { stdout: file, stderr: things } = spawnSync(program, ['make', kind], { encoding: 'utf8', maxBuffer: 1 << 20 });
    return { kind, things: Number(things), ...JSON.parse(execFileSync(program, ['take'], { input: file, encoding: 'utf8' })) };
  });
  const worst = (of) => all.reduce((one, other) => (of(other) > of(one) ? other : one));
  const [slow, large, frame] = [worst((one) => one.ms), worst((one) => one.mb), worst((one) => one.frame_ms)];
  const named = (one) => `of ${one.things} ${one.kind}`;
  row(`the worst file of 256 KB, ${named(slow)}: to read and merge`, slow.ms, 'ms', '≤ 1000', slow.ms <= 1_000, ['MB', slow.mb]);
  row(`the worst file of 256 KB, ${named(large)}: memory`, large.mb, 'MB', '≤ 64', large.mb <= 64, ['ms', large.ms]);
  row(`a frame after the worst file of 256 KB, ${named(frame)}, at ${frame.place.replace(/\w{16}/g, '…')}`, frame.frame_ms, 'ms', '≤ 4', frame.frame_ms <= 4, ['things', frame.things]);
}
