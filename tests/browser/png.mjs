// Just enough PNG to compare screenshots: 8-bit RGB or RGBA, as Chromium writes them.
import { inflateSync } from 'node:zlib';

/** Width, height and the pixels as RGB(A) bytes. */
export function decode(png) {
  let at = 8;
  const data = [];
  let width = 0;
  let height = 0;
  let channels = 3;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = body[9] === 6 ? 4 : 3;
    }
    if (kind === 'IDAT') data.push(body);
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(data));
  const row = width * channels;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; ++x) {
      const left = x >= channels ? pixels[y * row + x - channels] : 0;
      const up = y > 0 ? pixels[(y - 1) * row + x] : 0;
      const corner = x >= channels && y > 0 ? pixels[(y - 1) * row + x - channels] : 0;
      const guess = left + up - corner;
      const distances = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = distances[0] <= distances[1] && distances[0] <= distances[2] ? left : distances[1] <= distances[2] ? up : corner;
      const add = [0, left, up, (left + up) >> 1, paeth][filter];
      pixels[y * row + x] = raw[y * (row + 1) + 1 + x] + add;
    }
  }
  return { width, height, channels, pixels };
}

/** The colour of a picture of one pixel. */
export function PNG(png) {
  return [...decode(png).pixels.subarray(0, 3)];
}

/** The share of pixels that differ by more than a little. */
export function difference(a, b) {
  const first = decode(a);
  const second = decode(b);
  let different = 0;
  for (let at = 0; at < first.pixels.length; at += first.channels) {
    if (Math.abs(first.pixels[at] - second.pixels[at]) > 16) ++different;
  }
  return different / (first.width * first.height);
}
