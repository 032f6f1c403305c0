// Formatting, static analysis and types.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = new URL('..', import.meta.url).pathname;
const files = (...patterns) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...patterns], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

function run(program, options) {
  return new Promise((resolve) => {
    const child = spawn(program, options, { cwd: root });
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.stderr.on('data', (data) => (text += data));
    child.on('close', (code) => resolve({ code, text }));
  });
}

test('clang-format has nothing to change (./dev fmt does it)', async () => {
  const { code, text } = await run('clang-format', ['--dry-run', '-Werror', ...files('*.cpp', '*.hpp')]);
  assert.equal(code, 0, text);
});

// The walks over declared fields unfold far: the analyzer follows each function so many steps and no more.
const TIDY = ['--quiet', '--extra-arg=-Wno-unknown-warning-option',
  ...['-Xclang', '-analyzer-config', '-Xclang', 'max-nodes=4000'].map((word) => `--extra-arg=${word}`), '-p', 'build/native-debug'];
test('clang-tidy finds nothing', async () => {
  // As they are built: several files to a unit, so that other people's headers are walked once for all of them.
  const commands = JSON.parse(readFileSync(join(root, 'build/native-debug/compile_commands.json'), 'utf8'));
  const queue = commands.map(({ file }) => file).filter((path) => /build\/native-debug\/(src|shell)\/.*\/Unity\/|^(src|shell)/.test(path.slice(root.length)));
  const seen = new Set(queue.flatMap((path) => [path, ...[...readFileSync(path, 'utf8').matchAll(/^#include "(.*)"/gm)].map(([, file]) => file)]));
  const otherwise = (path) => path.includes('platform/web/') || path.endsWith('_absent.cpp'); // built for the page alone
  assert.deepEqual(files('src/*.cpp', 'shell/*.cpp').filter((path) => !otherwise(path) && !seen.has(join(root, path))), []);
  const faults = [];
  const worker = async () => {
    for (let path = queue.pop(); path; path = queue.pop()) {
      const { code, text } = await run('clang-tidy', [...TIDY, path]);
      if (code !== 0) faults.push(text);
    }
  };
  await Promise.all([worker(), worker()]);
  assert.deepEqual(faults, []);
});

// Instead of clang-tidy's check of that name, which takes a sixth of its time in other people's headers.
test('no name is reserved for the compiler', () => {
  const reserved = /(?<![\w.>"])(?:_[A-Z]\w*|\w*__\w*)/;
  const faults = files('*.cpp', '*.hpp').flatMap((path) => readFileSync(join(root, path), 'utf8').split('\n')
    .flatMap((line, at) => (reserved.test(line.replace(/\/\/.*$/, '')) ? [`${path}:${at + 1}: ${line}`] : [])));
  assert.deepEqual(faults, []);
});

test('TypeScript is content, and strict', async () => {
  for (const project of ['web/tsconfig.json', 'web/tsconfig.worker.json']) {
    const { code, text } = await run('npx', ['--no-install', 'tsc', '-p', project]);
    assert.equal(code, 0, text);
  }
});
