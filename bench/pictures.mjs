// Small PNGs, made here so that the bench needs neither files nor a network.
import { crc32, deflateSync } from 'node:zlib';

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

/** A smooth gradient, another for each seed. */
function png(width, height, seed) {
  const row = width * 3 + 1;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set([x + seed * 31, y + seed * 57, x + y + seed * 91], y * row + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, RGB.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** By name, as `page/data.js` asks for them. */
export const pictures = new Map();
for (let i = 0; i < 8; i += 1) {
  pictures.set(`avatar-${i}`, png(40, 40, i));
  pictures.set(`thumb-${i}`, png(64, 64, i + 8));
}
for (const height of [200, 260, 320, 400]) {
  for (const i of [0, 1]) pictures.set(`photo${height}-${i}`, png(300, height / 2, height + i));
}
