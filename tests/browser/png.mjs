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

/** The share of pixels that differ by more than a little; with `band` only of those so close to the picture's edge. */
export function difference(a, b, band = Infinity) {
  const first = decode(a);
  const second = decode(b);
  const { width, height, channels } = first;
  let different = 0;
  let all = 0;
  for (let at = 0; at < width * height; ++at) {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (Math.min(x, y, width - 1 - x, height - 1 - y) >= band) continue;
    ++all;
    if (Math.abs(first.pixels[at * channels] - second.pixels[at * channels]) > 16) ++different;
  }
  return different / all;
}

/** Which pixels are ink: clearly other than the most common colour. */
export function inkOf(png) {
  const { width, height, channels, pixels } = decode(png);
  const light = (at) => pixels[at * channels] + pixels[at * channels + 1] + pixels[at * channels + 2];
  const counts = new Map();
  for (let at = 0; at < width * height; ++at) counts.set(light(at), (counts.get(light(at)) ?? 0) + 1);
  const [ground] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  const isInk = Array.from({ length: width * height }, (_, at) => Math.abs(light(at) - ground) > 150);
  return {
    width, height, isInk,
    ink: isInk.filter(Boolean).length,
    /** How many pixels of ink have none of the other's within `reach` pixels. */
    farFrom(other, reach = 1) {
      let far = 0;
      for (let at = 0; at < isInk.length; ++at) {
        if (!isInk[at]) continue;
        const [x, y] = [at % width, Math.floor(at / width)];
        let near = false;
        for (let dy = -reach; dy <= reach && !near; ++dy) {
          for (let dx = -reach; dx <= reach && !near; ++dx) {
            const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
            near = inside && other.isInk[(y + dy) * width + x + dx];
          }
        }
        if (!near) ++far;
      }
      return far;
    },
  };
}
