// Stands in for the worker's engine: a record is a list of words, and merging is their union.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const wordsOf = (files) => new Set(files.filter(([path]) => /^(records|imports|snapshots)\//.test(path))
  .flatMap(([, bytes]) => decoder.decode(bytes).split('\n').filter(Boolean)));

function unpack(packed) {
  const files = [];
  for (let at = 0; at < packed.length;) {
    const pathEnd = packed.indexOf(10, at);
    const lengthEnd = packed.indexOf(10, pathEnd + 1);
    const length = Number(decoder.decode(packed.subarray(pathEnd + 1, lengthEnd)));
    files.push([decoder.decode(packed.subarray(at, pathEnd)), packed.slice(lengthEnd + 1, lengthEnd + 1 + length)]);
    at = lengthEnd + 1 + length;
  }
  return files;
}

export default async function createModule({ host }) {
  let store = [];
  return {
    _cairn_work_open: () => 1,
    _cairn_work_store: () => (store = unpack(host.inbox)),
    _cairn_work_read: () => 1,
    _cairn_work_preview: () => 0,
    _cairn_work_take() {
      host.answer(encoder.encode('imported\n'));
      return 0;
    },
    _cairn_work_compact(erase) {
      const files = unpack(host.inbox);
      const words = [...wordsOf(files)].filter((word) => !(erase && word === 'erased')).sort();
      const bytes = encoder.encode(words.map((word) => `${word}\n`).join(''));
      const path = `snapshots/${words.join('-')}`;
      const head = encoder.encode(`${path}\n${bytes.length}\n`);
      host.answer(Uint8Array.from([...head, ...bytes]));
      const removed = files.map(([one]) => one).filter((one) => /^(records|imports|snapshots)\//.test(one) && one !== path);
      host.answer(encoder.encode(removed.map((one) => `${one}\n`).join('')));
    },
    _cairn_work_backup: () => host.answer(encoder.encode(['backup', ...wordsOf(store)].join('\n'))),
  };
}
