// Files made wrong in every place, and whether `cairn check` and the JSON Schema take them: for the test that holds
// the schema as strict as the reader.
import { crc32 } from 'node:zlib';

const sum = (plan) => `crc32:${crc32(JSON.stringify(plan)).toString(16).padStart(8, '0')}`;

/** The checks of all parts that had a right one are made right again, so that a changed plan stays whole. */
function seal(json, original) {
  const list = (all) => (Array.isArray(all) ? all : []);
  const roots = (file) => [file, ...list(file?.mentorships), ...list(file?.programmes), file?.settings].flatMap((root) => [root, root?.private]);
  const before = roots(original);
  const after = roots(json);
  if (after.length !== before.length) return json;
  after.forEach((part, at) => {
    const was = before[at];
    if (part?.plan && part.merge && was?.merge && part.merge.check === was.merge.check && was.merge.check === sum(was.plan)) {
      part.merge.check = sum(part.plan);
    }
  });
  return json;
}

function* places(value, path = []) {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) yield* places(value[key], [...path, key]);
}

const wrongValues = (value) => {
  if (typeof value === 'string') return [null, 7, '', 'x', [], '2026-02-30', '24:00', `${value}x`, value.repeat(400), value.slice(0, -1)];
  if (typeof value === 'number') return [null, 'x', 1.5, -1, value + 1_000_000, -value - 1_000_000];
  return [null, true, 7, 'x', [], {}, [{}]];
};

/** Each change of a file: [what, the changed file]. `seen` keeps one change of a kind at places of one kind. */
export function* changesOf(original, seen) {
  const kindOf = (path) => path.map((key) => (/^\d+$|^[0-9a-z]{16}$|^[0-9a-z]{8}$/.test(key) ? '*' : key)).join('/');
  for (const path of places(original)) {
    if (path.length === 0) continue;
    const changes = [['remove', undefined], ...wrongValues(path.reduce((at, key) => at[key], original)).map((value) => [JSON.stringify(value).slice(0, 40), value])];
    for (const [what, value] of changes) {
      const kind = `${kindOf(path)} ${what}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      const json = structuredClone(original);
      const holder = path.slice(0, -1).reduce((at, key) => at[key], json);
      const key = path.at(-1);
      if (value === undefined && Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (value === undefined) delete holder[key];
      else holder[key] = structuredClone(value);
      yield [`${path.join('.')} ${what}`, seal(json, original)];
    }
    const value = path.reduce((at, key) => at[key], original);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const name of ['fromLater', 'not a name', 'id', 'title', 'privateNotes']) {
      const kind = `${kindOf(path)} with ${name}`;
      if (seen.has(kind) || name in value) continue;
      seen.add(kind);
      const json = structuredClone(original);
      path.reduce((at, key) => at[key], json)[name] = 'x';
      yield [`${path.join('.')} with ${name}`, seal(json, original)];
    }
  }
}
