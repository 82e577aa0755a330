import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photo as a phone's camera writes it: lying on its side, with where and by what it was taken. */
export function cameraPhoto({ width = 2400, height = 1800 } = {}): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'Camera', Model: 'Phone 15' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '26/1 26/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '111/1 36/1 0/1' },
  };
  const drawn = sharp({ create: { width, height, channels: 3, background: '#4a6' } });
  return drawn.withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer();
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = [data.byteLength, crc32(body)].map((value) => {
    const field = Buffer.alloc(4);
    field.writeUInt32BE(value);
    return field;
  });
  return Buffer.concat([ends[0] ?? body, body, ends[1] ?? body]);
}

/** A picture that is whole and small as a file, and has `side`² pixels once unpacked. */
export function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
