import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refusals } from '#domain/declaration/sheet/file-shape.ts';

const mostParts = 300;
/** Bytes of all parts together, once inflated. */
const mostInflated = 64 * 1024 * 1024;
/** A part may shrink this much; small ones shrink as they like. */
const steepest = 200;
const small = 1024 * 1024;

const macros = /vbaProject|macrosheets?\/|\/activeX\//i;
const links = /externalLinks?\/|(?:^|\/)connections\.xml$|\/queryTables?\//i;

function judgeName({ fileName }: Entry): string | null {
  if (macros.test(fileName)) return refusals.macro;
  return links.test(fileName) ? refusals.externalLinks : null;
}

/** Really inflates a part, because the sizes that an archive states are its author's; gives the bytes, or null beyond the limits. */
async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<number | null> {
  const limit = Math.min(left, Math.max(small, entry.compressedSize * steepest));
  if (entry.uncompressedSize > limit) return null;
  let bytes = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes > limit) return null;
  }
  return bytes;
}

async function walk(zip: ZipFile): Promise<string | null> {
  if (zip.entryCount > mostParts) return refusals.tooManyParts;
  const names = new Set<string>();
  let left = mostInflated;
  for await (const entry of zip.eachEntry()) {
    const refusal = judgeName(entry) ?? (names.has(entry.fileName) ? refusals.damaged : null);
    if (refusal) return refusal;
    if (entry.isEncrypted()) return refusals.encrypted;
    names.add(entry.fileName);
    const bytes = await inflate(zip, entry, left);
    if (bytes === null) return refusals.bomb;
    left -= bytes;
  }
  return names.has('[Content_Types].xml') ? null : refusals.notWorkbook;
}

/** Walks a zip archive without keeping anything of it; says why it must not be opened, or null. */
export async function judgeArchive(bytes: Buffer): Promise<string | null> {
  try {
    return await walk(await fromBufferPromise(bytes, { lazyEntries: true }));
  } catch {
    return refusals.damaged;
  }
}
