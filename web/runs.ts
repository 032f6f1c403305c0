// Runs: pieces of text that are more than their letters side by side (joined, reordered, combined,
// right to left), shaped by the browser as a whole. Texts come and go as UTF-8; places in them are
// bytes.
import { boxOf, cutOut, FONT_FAMILY } from './glyphs';

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

type Cut = (text: string) => string[];
/** Where a browser has no segmenter, what `nearly` matches has to do. */
function cutter(granularity: 'word' | 'grapheme', nearly: RegExp): Cut {
  if (!('Segmenter' in Intl)) return (text) => text.match(nearly) ?? [];
  const segmenter = new Intl.Segmenter(undefined, { granularity });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}
const wordsOf = cutter('word', /\s+|\S+/gu);
const lettersOf = cutter('grapheme', /\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*|\p{M}+/gu);

// As CSS breaks lines: between any two of these; between words of those that write no spaces.
const BY_LETTER = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;
const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const NEVER_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Mn}\p{Lm}ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const NEVER_LAST = /[\p{Ps}\p{Pi}]$/u;

/** The parts of a paragraph that stay on one line. */
function unitsOf(paragraph: string): string[] {
  const units: string[] = [];
  const parts = wordsOf(paragraph).flatMap((word) => (BY_LETTER.test(word) ? lettersOf(word) : [word]));
  for (const part of parts) {
    const last = units[units.length - 1];
    const mayBreak = last !== undefined && !/^\s/.test(part) && (/\s$/.test(last) || /\p{Pd}$/u.test(last) ||
      ((WITHOUT_SPACES.test(part) || WITHOUT_SPACES.test(last)) && !NEVER_FIRST.test(part) && !NEVER_LAST.test(last)));
    if (last === undefined || mayBreak) units.push(part);
    else units[units.length - 1] = last + part;
  }
  return units;
}

export class Runs {
  private readonly context: CanvasRenderingContext2D;

  constructor() {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('canvas 2D is missing');
    this.context = context;
  }

  width(pixels: number, weight: number, text: string): number {
    this.prepare(pixels, weight, false);
    return this.context.measureText(text).width;
  }

  /** See cutOut. `color`: a CSS colour; emoji keep their own. */
  draw(pixels: number, weight: number, color: string, rightToLeft: boolean, text: string): Uint8Array {
    const { context } = this;
    this.prepare(pixels, weight, rightToLeft);
    const box = boxOf(context.measureText(text));
    if (box.width <= 2 || box.height <= 2) return new Uint8Array();
    context.canvas.width = box.width; // clears, and forgets what was prepared
    context.canvas.height = box.height;
    this.prepare(pixels, weight, rightToLeft);
    context.fillStyle = color;
    context.fillText(text, box.left, box.above);
    return cutOut(context.getImageData(0, 0, box.width, box.height), 0, 0, box);
  }

  /** Where each line begins, but the first. */
  breaks(pixels: number, weight: number, width: number, paragraph: string): Uint32Array {
    this.prepare(pixels, weight, false);
    const begins: number[] = [];
    let [line, at] = ['', 0];
    const put = (unit: string) => {
      if (this.isWider(line + unit, width)) {
        if (line !== '') begins.push(at);
        line = '';
      }
      line += unit;
      at += bytesOf(unit);
    };
    for (const unit of unitsOf(paragraph)) {
      if (this.isWider(unit, width)) lettersOf(unit).forEach(put);
      else put(unit);
    }
    return Uint32Array.from(begins);
  }

  /** How many bytes fit, in whole letters as people count them. */
  fits(pixels: number, weight: number, width: number, text: string): number {
    this.prepare(pixels, weight, false);
    const letters = lettersOf(text);
    let [low, high] = [0, letters.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.context.measureText(letters.slice(0, middle).join('')).width <= width) low = middle;
      else high = middle - 1;
    }
    return bytesOf(letters.slice(0, low).join(''));
  }

  private isWider(line: string, width: number): boolean {
    return this.context.measureText(line.trimEnd()).width > width;
  }

  private prepare(pixels: number, weight: number, rightToLeft: boolean): void {
    const { context } = this;
    context.font = `${weight} ${pixels}px ${FONT_FAMILY}`;
    context.fontKerning = 'none';
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    context.direction = rightToLeft ? 'rtl' : 'ltr';
  }
}
