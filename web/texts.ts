// What the scripts say themselves, before or beside the engine, in the best language that the reader reads.
import { CATALOGUES } from 'catalogues';
import type english from '../assets/strings/en.json';

type Key = Extract<keyof typeof english, `script_${string}`>;

/** As languageFor in shell/words/language.hpp: by the tag, or by what stands before its "-". */
function chosen(): Partial<Record<string, string>> {
  for (const wanted of navigator.languages) {
    const found = CATALOGUES.find(([tag]) => tag === wanted) ?? CATALOGUES.find(([tag]) => tag === wanted.split('-')[0]);
    if (found) return found[1];
  }
  return {};
}
const spoken = chosen();

export const say = (key: Key): string => spoken[key] ?? CATALOGUES[0]?.[1][key] ?? key;
