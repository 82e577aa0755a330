import 'server-only';
import sharp from 'sharp';

/** A picture as it is kept: JPEG, at most 1600 pixels either way, upright, with nothing of what the camera wrote into it. */
export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

const longestSide = 1600;
/** More than any phone's camera gives, and far less than what would fill the memory. */
const mostPixels = 120_000_000;

function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12));
  return (
    head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
    head.subarray(1, 4).toString('latin1') === 'PNG' ||
    head.subarray(8, 12).toString('latin1') === 'WEBP'
  );
}

/** Reads a photo that a stranger's phone sent and writes it anew; null where it is no JPEG, PNG or WebP, or breaks off. */
export async function readPicture(bytes: Uint8Array): Promise<Picture | null> {
  if (!isPicture(bytes)) return null;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
