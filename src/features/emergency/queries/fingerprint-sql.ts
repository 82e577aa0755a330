import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

/** A fingerprint of the form as it stands, so that a leader approves what was on the page. */
export const fingerprintSql = Prisma.sql`encode(sha256(convert_to(filing.request::text, 'UTF8')), 'hex')`;

export async function readFingerprint(tx: Statements, filing: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ seen: string }[]>(Prisma.sql`SELECT ${fingerprintSql} AS seen FROM filing WHERE id = ${filing}::uuid`);
  return row?.seen ?? '';
}
