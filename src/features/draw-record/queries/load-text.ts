import 'server-only';
import { db } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import type { DrawAddress } from '../schema.ts';

/** One text of a draw as it stands in its row: its hash at once, itself when it is asked for, because it may be a hundred megabytes. */
export type StoredText = { readonly hash: string; readonly read: () => Promise<string> };

const publicAt = ({ district, no }: DrawAddress) => ({
  districtCode: district,
  year: no.year,
  serial: no.serial,
  status: { not: 'prepared' as const },
});

/** The frozen record of a draw that is public. */
export async function findRecord(_scope: PublicScope, which: DrawAddress): Promise<StoredText | null> {
  const found = await db().drawRecord.findFirst({ where: { draw: publicAt(which) }, select: { drawId: true, poolHash: true } });
  if (!found) return null;
  const { drawId, poolHash } = found;
  const read = async () => (await db().drawRecord.findUniqueOrThrow({ where: { drawId }, select: { frozen: true } })).frozen;
  return { hash: poolHash, read };
}

/** Its result: only once it is published, or public as void. */
export async function findResult(_scope: PublicScope, which: DrawAddress): Promise<StoredText | null> {
  const draw = { ...publicAt(which), status: { in: ['published' as const, 'void' as const] } };
  const found = await db().drawResult.findFirst({ where: { draw }, select: { drawId: true, resultHash: true } });
  if (!found) return null;
  const { drawId, resultHash } = found;
  const read = async () => (await db().drawResult.findUniqueOrThrow({ where: { drawId }, select: { result: true } })).result;
  return { hash: resultHash, read };
}
