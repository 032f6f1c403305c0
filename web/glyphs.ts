// Glyphs: single code points in the system's own fonts, drawn by canvas 2D.

export const FONT_FAMILY = 'system-ui, "Noto Sans", "Noto Color Emoji", sans-serif';

/** Emoji and the like keep their own colours: any drawn pixel that is not plain white. */
function isColored(pixels: Uint8ClampedArray): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 0;
    if (alpha > 128 && ((pixels[at] ?? 0) < 240 || (pixels[at + 1] ?? 0) < 240 || (pixels[at + 2] ?? 0) < 240)) return true;
  }
  return false;
}

export class Glyphs {
  private readonly context: CanvasRenderingContext2D;
  private font = '';
  private last: { font: string; text: string; metrics: TextMetrics };

  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const context = canvas.getContext('2d', { willReadFrequently: true });
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
    return this.measure(pixels, weight, String.fromCodePoint(codePoint)).width;
  }

  /** Five 32-bit numbers (left, top, width, height, coloured) and the pixels, RGBA. */
  draw(pixels: number, weight: number, codePoint: number): Uint8Array {
    const text = String.fromCodePoint(codePoint);
    const box = this.measure(pixels, weight, text);
    const left = Math.ceil(box.actualBoundingBoxLeft) + 1;
    const right = Math.ceil(box.actualBoundingBoxRight) + 1;
    const above = Math.ceil(box.actualBoundingBoxAscent) + 1;
    const below = Math.ceil(box.actualBoundingBoxDescent) + 1;
    const width = left + right;
    const height = above + below;
    if (width <= 2 || height <= 2) return new Uint8Array();
    const { canvas } = this.context;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      this.font = '';
      this.measure(pixels, weight, text);
    }
    this.context.clearRect(0, 0, width, height);
    this.context.fillStyle = '#fff';
    this.context.fillText(text, left, above);
    const data = this.context.getImageData(0, 0, width, height).data;
    const out = new Uint8Array(20 + data.length);
    new Int32Array(out.buffer, 0, 5).set([-left, -above, width, height, isColored(data) ? 1 : 0]);
    out.set(data, 20);
    return out;
  }

  private measure(pixels: number, weight: number, text: string): TextMetrics {
    const font = `${weight} ${pixels}px ${FONT_FAMILY}`;
    if (font !== this.font) {
      this.context.font = this.font = font;
      this.context.fontKerning = 'none';
      this.context.textBaseline = 'alphabetic';
    }
    // Each glyph is asked for twice in a row: its advance, then its picture.
    if (font !== this.last.font || text !== this.last.text) this.last = { font, text, metrics: this.context.measureText(text) };
    return this.last.metrics;
  }
}
