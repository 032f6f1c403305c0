// Makes the C++ catalogues from the JSON files of the languages, one a language, the first of which says what texts there are:
//   node strings.mjs OUT.hpp en.json de.json … [--pseudo] [--inside NAMESPACE]
// With --pseudo there is one more language, "en-XA": that of the first file with longer words and marks around each text,
// which shows on screen what no catalogue has said, what is cut, and what was put together from parts.
// Each text is an ICU message: {name} stands for a value, {count, plural, one {# goal} other {# goals}} and
// {how, select, call {by phone} other {in writing}} choose. What the C++ reads is told in shell/words/message.hpp.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** How many counts a language's table of plurals holds: the first hundred as they are, the second for what ends like them. */
const COUNTS = 200;

/** The marks of message.hpp, which no text may hold. */
const MARK = { argument: '\x01', end: '\x02', plural: '\x03', select: '\x04', option: '\x05', count: '\x06' };

const written = {
  [TYPE.literal]: ({ value }) => value,
  [TYPE.argument]: ({ value }) => MARK.argument + value + MARK.end,
  [TYPE.pound]: () => MARK.count,
  [TYPE.plural]: (part) => choice(MARK.plural, part),
  [TYPE.select]: (part) => choice(MARK.select, part),
};
function choice(mark, { value, options, offset = 0, pluralType = 'cardinal' }) {
  if (offset !== 0 || pluralType !== 'cardinal') throw new Error('only counts without an offset are understood');
  return mark + value + MARK.end + Object.entries(options).map(([key, option]) => MARK.option + key + MARK.end + message(option.value) + MARK.end).join('') + MARK.end;
}
function message(parts) {
  return parts.map((part) => {
    if (!written[part.type]) throw new Error(`"${part.value}" is of a kind that is not understood`);
    return written[part.type](part);
  }).join('');
}

const LONGER = { a: 'áà', e: 'éè', i: 'íì', o: 'óò', u: 'úù', A: 'ÁÀ', E: 'ÉÈ', I: 'ÍÌ', O: 'ÓÒ', U: 'ÚÙ' };
const longer = (parts) => parts.map((part) => {
  if (part.type === TYPE.literal) return { ...part, value: part.value.replace(/[aeiouAEIOU]/g, (letter) => LONGER[letter]) };
  if (!part.options) return part;
  return { ...part, options: Object.fromEntries(Object.entries(part.options).map(([key, { value }]) => [key, { value: longer(value) }])) };
});
/** The words that people type are no text on screen, and stay, as does the mark within a number. */
const pseudo = (parts, key) => (key.startsWith('typed_') || key === 'decimal_mark' ? message(parts) : `⟦${message(longer(parts))}⟧`);

/** The texts of one file, by their keys, as the C++ reads them. */
export function readCatalogue(path, write = message) {
  const texts = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
  return new Map(texts.map(([key, text]) => {
    try {
      if (!/^[a-z][a-z0-9_]*$/.test(key) || typeof text !== 'string' || /[\x00-\x08\x0b-\x1f]/.test(text)) throw new Error('no key with a text');
      return [key, write(parse(text, { ignoreTag: true }), key)];
    } catch (error) {
      throw new Error(`${path}: ${key}: ${error.message}`, { cause: error });
    }
  }));
}

/** Which of CATEGORIES a count is, for each of COUNTS; refuses a language that needs more than this table. */
export function pluralsOf(tag) {
  const rules = new Intl.PluralRules(tag);
  const place = (count) => CATEGORIES.indexOf(rules.select(count));
  const table = Array.from({ length: COUNTS }, (_, at) => place(at));
  for (let count = COUNTS; count < 100_000; ++count) {
    if (place(count) !== table[100 + (count % 100)]) throw new Error(`${tag} counts ${count} otherwise than ${100 + (count % 100)}`);
  }
  return table;
}

const quoted = (text) => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\x00-\x1f]/g, (mark) => `\\${mark.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`;

function texts(keys, catalogue, first) {
  return keys.map((key) => `        ${quoted(catalogue.get(key) ?? first.get(key))},`).join('\n');
}

function language(tag, catalogue, first) {
  const strange = [...catalogue.keys()].filter((key) => !first.has(key));
  if (strange.length > 0) throw new Error(`${tag}: no text is called ${strange.join(', ')}`);
  return `    {"${tag}", {{\n${texts([...first.keys()], catalogue, first)}\n    }}, {{${pluralsOf(tag).join(',')}}}},`;
}

/** The header: what texts there are, and the languages that have them. */
export function header(files, { isPseudo = false, inside = '' } = {}) {
  const catalogues = files.map((file) => [basename(file, '.json'), readCatalogue(file)]);
  if (isPseudo) catalogues.push(['en-XA', readCatalogue(files[0], pseudo)]);
  const first = catalogues[0][1];
  const keys = [...first.keys()];
  const named = keys.filter((key) => /^(did|thing|field|value)_/.test(key));
  return `// Made by assets/strings.mjs from ${files.map((file) => basename(file)).join(', ')}: do not edit.
#pragma once
#include <array>

#include "words/language.hpp"

namespace cairn${inside && `::${inside}`} {

inline constexpr std::array<Language, ${catalogues.length}> kLanguages{{
${catalogues.map(([tag, catalogue]) => language(tag, catalogue, first)).join('\n')}
}};

/// Those that are asked for by a name made of something else: what was done, what kind of thing, which field, which of
/// its values.
inline constexpr std::array<NamedText, ${named.length}> kNamed{{
${named.map((key) => `    {"${key}", S::${key}},`).join('\n')}
}};

}  // namespace cairn
`;
}

/** The header that names all texts. */
export function keysHeader(file) {
  const keys = [...readCatalogue(file).keys()];
  return `// Made by assets/strings.mjs from ${basename(file)}: do not edit.
#pragma once
#include <cstddef>

namespace cairn {

enum class S {
${keys.map((key) => `  ${key},`).join('\n')}
};
inline constexpr std::size_t kTextCount = ${keys.length};

}  // namespace cairn
`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { pseudo: { type: 'boolean' }, inside: { type: 'string' } } });
  const [target, ...files] = positionals;
  if (!target || files.length === 0) {
    console.error('usage: node strings.mjs OUT.hpp en.json … [--pseudo] [--inside NAMESPACE]  (OUT_keys.hpp is made beside it)');
    process.exit(2);
  }
  try {
    writeFileSync(target, header(files, { isPseudo: values.pseudo, inside: values.inside }));
    if (!values.inside) writeFileSync(target.replace(/\.hpp$/, '_keys.hpp'), keysHeader(files[0]));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
