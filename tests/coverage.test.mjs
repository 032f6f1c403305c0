// How much of the folders that keep people's data the unit tests run. It builds apart, so ./dev test --long alone runs it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lineOf, measure } from './coverage.mjs';

// In full per cent of the ways that conditions can go, as measured without ../shared/data. It may rise, and does not fall.
const FLOOR = 98;

test('branches of the core are run by the unit tests', (t) => {
  const { folders, total } = measure();
  for (const folder of folders) t.diagnostic(lineOf(folder));
  assert.ok(total.branchPercent >= FLOOR, `${lineOf(total)}: below ${FLOOR} %; node tests/coverage.mjs --uncovered tells where`);
});
