// Glyphs: single code points in the system's own fonts, drawn by canvas 2D. Reading pixels back is
// what costs, so the letters of ASCII are drawn together, once a font, as far as they come together in
// a text: who writes one small letter will write others. All else comes one by one.

export const FONT_FAMILY = 'system-ui, "Noto Sans", "Noto Color Emoji", sans-serif';

const TOGETHER = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '.,:;?!-+()/"\''];
/** No letter below has a colour of its own. */
const FIRST_COLORED = 0x2000;
const SHEET_WIDTH = 2048;

/** Where a glyph's picture lies around its pen position, in whole pixels. */
interface Box {
  left: number;
  above: number;
  width: number;
  height: number;
}

export function boxOf(metrics: TextMetrics): Box {
  const left = Math.ceil(metrics.actualBoundingBoxLeft) + 1;
  const above = Math.ceil(metrics.actualBoundingBoxAscent) + 1;
  return {
    left, above,
    width: left + Math.ceil(metrics.actualBoundingBoxRight) + 1,
    height: above + Math.ceil(metrics.actualBoundingBoxDescent) + 1,
  };
}

/** Emoji and the like keep their own colours: any drawn pixel that is not plain white. */
function isColored(pixels: Uint8Array): boolean {
  for (let at = 20; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 0;
    if (alpha > 128 && ((pixels[at] ?? 0) < 240 || (pixels[at + 1] ?? 0) < 240 || (pixels[at + 2] ?? 0) < 240)) return true;
  }
  return false;
}

/** Five 32-bit numbers (left, top, width, height, coloured) and the pixels, RGBA, cut out of `image`. */
export function cutOut(image: ImageData, x: number, y: number, box: Box, mayBeColored = true): Uint8Array {
  const out = new Uint8Array(20 + box.width * box.height * 4);
  for (let row = 0; row < box.height; ++row) {
    const from = ((y + row) * image.width + x) * 4;
    out.set(image.data.subarray(from, from + box.width * 4), 20 + row * box.width * 4);
  }
  new Int32Array(out.buffer, 0, 5).set([-box.left, -box.above, box.width, box.height, mayBeColored && isColored(out) ? 1 : 0]);
  return out;
}

interface Glyph {
  advance: number;
  /** See cutOut; none for a space, and once the engine has taken it. */
  picture?: Uint8Array | undefined;
}

export class Glyphs {
  private readonly context: CanvasRenderingContext2D;
  private readonly sheets = new Map<string, Map<number, Glyph>>();
  private font = '';
  private last: { font: string; text: string; metrics: TextMetrics };

  constructor() {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('canvas 2D is missing');
    this.context = context;
    this.last = { font: '', text: '', metrics: context.measureText('') };
  }

  ascent(pixels: number, weight: number): number {
    return this.measure(pixels, weight, 'Hg').fontBoundingBoxAscent;
  }
  descent(pixels: number, weight: number): number {
    return this.measure(pixels, weight, 'Hg').fontBoundingBoxDescent;
  }
  advance(pixels: number, weight: number, codePoint: number): number {
    return this.sheetOf(pixels, weight, codePoint)?.get(codePoint)?.advance ?? this.measure(pixels, weight, String.fromCodePoint(codePoint)).width;
  }
  /** See cutOut; empty for a glyph without a picture, such as a space. */
  draw(pixels: number, weight: number, codePoint: number): Uint8Array {
    const glyph = this.sheetOf(pixels, weight, codePoint)?.get(codePoint);
    const picture = glyph?.picture ?? this.drawTogether(pixels, weight, [codePoint]).get(codePoint)?.picture;
    if (glyph) glyph.picture = undefined; // the engine keeps it from here on
    return picture ?? new Uint8Array();
  }

  /** The letters that are drawn together with this one; undefined where it comes by itself. */
  private sheetOf(pixels: number, weight: number, codePoint: number): Map<number, Glyph> | undefined {
    const text = String.fromCodePoint(codePoint);
    const group = TOGETHER.find((letters) => letters.includes(text));
    if (!group) return undefined;
    const key = `${weight} ${pixels} ${group}`;
    let sheet = this.sheets.get(key);
    if (!sheet) this.sheets.set(key, (sheet = this.drawTogether(pixels, weight, Array.from(group, (letter) => letter.charCodeAt(0)))));
    return sheet;
  }

  private drawTogether(pixels: number, weight: number, codePoints: number[]): Map<number, Glyph> {
    const drawn = new Map<number, Glyph>();
    const places: { glyph: Glyph; codePoint: number; text: string; box: Box; x: number; y: number }[] = [];
    let [x, y, rowHeight, width] = [0, 0, 0, 0];
    for (const codePoint of codePoints) {
      const text = String.fromCodePoint(codePoint);
      const metrics = this.measure(pixels, weight, text);
      const glyph: Glyph = { advance: metrics.width };
      drawn.set(codePoint, glyph);
      const box = boxOf(metrics);
      if (box.width <= 2 || box.height <= 2) continue;
      if (x > 0 && x + box.width > SHEET_WIDTH) [x, y, rowHeight] = [0, y + rowHeight, 0];
      places.push({ glyph, codePoint, text, box, x, y });
      x += box.width;
      rowHeight = Math.max(rowHeight, box.height);
      width = Math.max(width, x);
    }
    if (places.length === 0) return drawn;
    const { context } = this;
    context.canvas.width = width; // clears, and forgets the font
    context.canvas.height = y + rowHeight;
    this.font = '';
    this.setFont(pixels, weight);
    context.fillStyle = '#fff';
    for (const place of places) context.fillText(place.text, place.x + place.box.left, place.y + place.box.above);
    const image = context.getImageData(0, 0, width, y + rowHeight);
    for (const place of places) place.glyph.picture = cutOut(image, place.x, place.y, place.box, place.codePoint >= FIRST_COLORED);
    return drawn;
  }

  private setFont(pixels: number, weight: number): string {
    const font = `${weight} ${pixels}px ${FONT_FAMILY}`;
    if (font !== this.font) {
      this.context.font = this.font = font;
      this.context.fontKerning = 'none';
      this.context.textBaseline = 'alphabetic';
    }
    return font;
  }

  private measure(pixels: number, weight: number, text: string): TextMetrics {
    const font = this.setFont(pixels, weight);
    // Each glyph is asked for twice in a row: its advance, then its picture.
    if (font !== this.last.font || text !== this.last.text) this.last = { font, text, metrics: this.context.measureText(text) };
    return this.last.metrics;
  }
}
