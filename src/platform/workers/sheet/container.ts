import { type FileKind, judgeFileName, mostBytes, refusals } from '#domain/declaration/sheet/file-shape.ts';
import { judgeArchive } from './archive.ts';

const zipMagic = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const compoundMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const startsWith = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic);
/** Names of streams in a compound file are UTF-16. */
const holds = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, 'utf16le'));

function judgeCompound(bytes: Buffer, kind: FileKind): string | null {
  if (holds(bytes, 'EncryptedPackage')) return refusals.encrypted;
  if (holds(bytes, '_VBA_PROJECT')) return refusals.macro;
  if (kind === 'xlsx') return refusals.otherFormat;
  return holds(bytes, 'Workbook') || holds(bytes, 'Book') ? null : refusals.notWorkbook;
}

/** What a file is by its name, size, first bytes and, where it is an archive, all that it inflates to; null when it may be opened. */
export async function judgeContainer(name: string, bytes: Buffer): Promise<string | null> {
  const named = judgeFileName(name);
  if ('refusal' in named) return named.refusal;
  if (bytes.length === 0) return refusals.empty;
  if (bytes.length > mostBytes) return refusals.tooLarge;
  if (startsWith(bytes, compoundMagic)) return judgeCompound(bytes, named.kind);
  if (!startsWith(bytes, zipMagic)) return refusals.notWorkbook;
  return named.kind === 'xlsx' ? judgeArchive(bytes) : ((await judgeArchive(bytes)) ?? refusals.otherFormat);
}
