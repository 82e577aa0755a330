import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AdminScope } from '#platform/scope.ts';

export type KeyRow = {
  readonly id: string;
  readonly agency: string;
  readonly label: string;
  readonly hint: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
};

export type KeyDesk = {
  readonly now: Date;
  readonly keys: readonly KeyRow[];
  readonly agencies: readonly { readonly value: string; readonly label: string }[];
};

/** Those that inspect, and the office; advisers and contractors never file. */
export const mayHaveKey = { OR: [{ kind: { not: null } }, { isOffice: true }] };

/** The district's keys, those in use first, and the agencies that can be given one. */
export async function loadKeyDesk({ districtCode }: AdminScope): Promise<KeyDesk> {
  const [clock, keys, agencies] = await Promise.all([
    db().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`),
    db().apiKey.findMany({
      where: { agency: { districtCode } },
      orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
      take: 200,
      include: { agency: { select: { shortName: true } }, createdBy: { select: { name: true } } },
    }),
    db().agency.findMany({ where: { districtCode, ...mayHaveKey }, orderBy: { code: 'asc' }, select: { code: true, shortName: true } }),
  ]);
  return {
    now: clock[0]?.now ?? new Date(0),
    keys: keys.map(({ id, agency, label, hint, createdBy, createdAt, revokedAt }) => {
      return { id, agency: agency.shortName, label, hint, createdBy: createdBy?.name ?? null, createdAt, revokedAt };
    }),
    agencies: agencies.map(({ code, shortName }) => ({ value: code, label: shortName })),
  };
}
