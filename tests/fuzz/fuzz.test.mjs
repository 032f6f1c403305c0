// Runs the fuzz targets, seeded with the golden files, the vectors and the JSON suite: 10 seconds each, `chain`
// 40, or as many as CAIRN_FUZZ_SECONDS says. What they find is left in build/fuzz and becomes a unit test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';

const root = new URL('../..', import.meta.url).pathname;
const work = join(root, 'build/fuzz');
const secondsOf = (target) => Number(process.env.CAIRN_FUZZ_SECONDS ?? (target === 'chain' ? 40 : 10));
const golden = readdirSync(join(root, 'tests/golden')).filter((name) => name.endsWith('.json')).map((name) => readFileSync(join(root, 'tests/golden', name)));
const suite = join(root, '../shared/data/json-suite');
const texts = existsSync(suite) ? readdirSync(suite, { recursive: true }).filter((name) => name.endsWith('.json')).map((name) => readFileSync(join(suite, name))) : [];
if (texts.length === 0) console.log('not run: no data (seeds of the JSON suite)');

// Of each vector the files that are read, merged or taken together.
const vectors = JSON.parse(readFileSync(join(root, 'tests/vectors/vectors.json'), 'utf8')).filter(({ kind }) => kind !== 'refuse')
  .map(({ inputs }) => inputs.map((name) => readFileSync(join(root, 'tests/vectors', name))));

const separator = Buffer.from([0xff]);
const joined = (...parts) => Buffer.concat(parts.flatMap((part, at) => (at ? [separator, part] : [part])));
const compact = (bytes) => Buffer.from(JSON.stringify(JSON.parse(bytes)));
const record = (bytes) => Buffer.concat([Buffer.from(`cairn-record 1 ${crc32(bytes).toString(16).padStart(8, '0')}\n`), bytes]);

// Short stacks and a small quarantine: twice as many inputs. Who looks into a find runs it again without.
const quick = 'malloc_context_size=2:quarantine_size_mb=16';
const goldenPairs = golden.flatMap((one, at) => golden.slice(at).map((other) => joined(one, other)));
const asRecord = (bytes) => record(compact(bytes)).toString();
const rescued = golden.map((bytes) => Buffer.from(JSON.stringify({ '/cairn/marker': 'cairn-store 1\n', '/cairn/records/a': asRecord(bytes) })));
const seeds = {
  read: [...golden, ...texts, ...rescued],
  merge: goldenPairs,
  chain: [...goldenPairs, ...vectors.map((inputs) => joined(...inputs))],
  journal: golden.map((bytes, at) => joined(
    Buffer.from('marker\ncairn-store 1\n'),
    Buffer.concat([Buffer.from(`records/00000000-000000000${at}\n=`), compact(bytes)]),
    Buffer.concat([Buffer.from('imports/00000001-0000000001\n'), record(compact(golden[0]))]),
    Buffer.from('withdrawn/00000001-0000000001\n='),
    Buffer.from('drafts/0/a.b\n=half a word'),
  )),
};

for (const [target, all] of Object.entries(seeds)) {
  const seconds = secondsOf(target);
  test(`${target}: no crash, no hang, no allocation over 64 MB in ${seconds} s`, () => {
    const corpus = join(work, target);
    rmSync(corpus, { recursive: true, force: true });
    mkdirSync(corpus, { recursive: true });
    all.forEach((bytes, at) => writeFileSync(join(corpus, `seed-${at}`), bytes));
    const { status, stderr } = spawnSync(join(root, `build/native-debug/tests/fuzz/${target}_fuzz`), [
      corpus, `-max_total_time=${seconds}`, '-max_len=60000', '-timeout=5', '-entropic=0', '-malloc_limit_mb=64', '-rss_limit_mb=2048',
      `-artifact_prefix=${work}/${target}-`, '-print_final_stats=1', `-dict=${join(root, 'tests/fuzz/cairn.dict')}`,
    ], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ASAN_OPTIONS: quick } });
    const runs = /stat::number_of_executed_units: (\d+)/.exec(stderr)?.[1];
    const covered = [...stderr.matchAll(/ cov: (\d+) /g)].at(-1)?.[1];
    console.log(`${target}: ${runs} inputs in ${seconds} s, from ${all.length} seeds; ${covered} edges covered`);
    assert.equal(status, 0, stderr.slice(-4_000));
    assert.ok(Number(runs) > all.length, 'more than the seeds were tried');
  });
}
